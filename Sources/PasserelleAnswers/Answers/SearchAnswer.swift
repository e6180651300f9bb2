public import PasserelleGraph
internal import PasserelleModel

/// The labels that have some words.
public struct SearchAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "search"

  /// A label, and what it is a label of.
  public struct Hit: Encodable, Sendable {
    /// The concept.
    public let id: String
    /// The countries of its framework.
    public let countries: [String]
    /// What kind of thing it is.
    public let kind: String
    /// The levels at which it is placed in its framework.
    public let levels: [String]
    /// The reference levels that it reaches, with what qualifies them: `compared:eqf:5`.
    public let reference: [String]
    /// The language of the label.
    public let language: String
    /// The label.
    public let label: String
  }

  /// The day as of which levels are given.
  public let asOf: String
  /// The hits, best first.
  public let hits: [Hit]
  /// What must be said about them if they are not exactly what was asked for.
  public let remark: Phrase?

  /// The answer for people, line by line: aligned columns.
  public func lines(by pen: Pen) -> [String] {
    hits.isEmpty ? [] : [table(in: pen.say).text]
  }

  /// A row for each hit.
  public func table(in language: Language) -> Table {
    Table(
      columns: ["id", "country", "kind", "level", "reference", "language", "label"],
      rows: hits.map { hit in
        [
          hit.id, hit.countries.joined(separator: " "), hit.kind, hit.levels.joined(separator: " "),
          hit.reference.joined(separator: " "), hit.language, hit.label,
        ]
      })
  }
}
