internal import PasserelleModel

/// What a question may be told, as an item of a query: the door and the specification are made of the same.
struct Parameter: Sendable {
  /// What its values are.
  enum Values: Sendable {
    /// Any words, such as a name or a title.
    case text
    /// A whole number of a range.
    case number(ClosedRange<Int>, usually: Int?)
    /// One of some words.
    case choice([String])
    /// A year, a month or a day.
    case day
    /// The name of a language that there are messages in.
    case language
  }

  var name: String
  var values = Values.text
  var summary: String
  var isRequired = false
  /// How often it may be given.
  var most = 1
  /// Values that show it.
  var example: [String] = []

  /// The characters that a text may have.
  static let longest = 400

  static func required(
    _ name: String, _ summary: String, for example: String
  ) -> Parameter {
    Parameter(name: name, summary: summary, isRequired: true, example: [example])
  }

  static let asOf = Parameter(
    name: "asOf", values: .day,
    summary:
      "The day as of which the answer holds; of a year or a month, the last. Usually today (UTC).",
    example: ["2026-11-23"])
  static let lang = Parameter(
    name: "lang", values: .language,
    summary: "The language of sentences; keys and tokens are the same in all. Usually English.")
  static let purpose = Parameter(
    name: "purpose", values: .choice(Terms.purposes.map(\.rawValue)),
    summary: "What it is for: the answer then says who decides.", example: ["study"])
  static let format = Parameter(
    name: "format", values: .choice(["json", "csv"]),
    summary: "The form of the answer, for clients that cannot say 'Accept'.")
  static let limit = Parameter(
    name: "limit", values: .number(1...10_000, usually: nil),
    summary: "How many rows to give; usually all. 'Link' leads to the next.")
  static let offset = Parameter(
    name: "offset", values: .number(0...10_000_000, usually: 0),
    summary: "How many rows to pass over before the first.")
}
