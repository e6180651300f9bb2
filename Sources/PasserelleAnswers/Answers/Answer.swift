internal import Foundation
public import PasserelleGraph
internal import PasserelleModel

/// The answer to a question: facts, from which JSON and text are made alike.
public protocol Answer: Encodable, Sendable {
  /// The kind of answer, as JSON names it: `comparison`.
  static var kind: String { get }

  /// The answer for people, line by line.
  ///
  /// - Parameter pen: The language and the ink.
  /// - Returns: The lines, without line feeds.
  func lines(by pen: Pen) -> [String]
}

/// An answer that is a list, and can be a table.
public protocol TabularAnswer: Answer {
  /// The rows under their columns.
  ///
  /// - Parameter language: The language of remarks.
  /// - Returns: The table.
  func table(in language: Language) -> Table

  /// What a reader of the table must be told.
  var caveats: [Phrase] { get }
}

extension TabularAnswer {
  /// What a reader of the table must be told: nothing, for most lists.
  public var caveats: [Phrase] { [] }
}

extension Answer {
  /// The answer for people.
  ///
  /// - Parameters:
  ///   - language: The language of all words but the sources' own.
  ///   - ink: Colour and width.
  /// - Returns: Lines joined by line feeds, without one at the end.
  public func text(in language: Language, ink: Ink = .plain) -> String {
    let words = lines(by: Pen(language, ink: ink)).joined(separator: "\n")
    let text = TrialMark(language).text(words, in: ink)
    guard let width = ink.width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { FoldedLine(String($0), to: width).text }.joined(separator: "\n")
  }

  /// The answer for programs: one JSON object, its keys in order, so that equal answers are equal texts.
  ///
  /// - Parameter language: The language of sentences; keys and tokens are alike in all.
  /// - Returns: The object, indented.
  /// - Throws: What encoding throws, which texts and numbers do not.
  public func json(in language: Language) throws -> String {
    try encoded(in: language, isPretty: true)
  }

  /// The same on one line, without spaces: a record of JSON Lines.
  func jsonLine(in language: Language) throws -> String {
    try encoded(in: language, isPretty: false)
  }

  private func encoded(in language: Language, isPretty: Bool) throws -> String {
    let text = try JSONText.encode(AnswerEnvelope(answer: self), in: language, isPretty: isPretty)
    let trials = Trial.names(in: text)
    guard !trials.isEmpty else { return text }
    let marked = AnswerEnvelope(answer: self, trials: trials)
    return try JSONText.encode(marked, in: language, isPretty: isPretty)
  }
}

/// An answer with what every answer has: the version of its form, and its kind.
private struct AnswerEnvelope<Content: Answer>: Encodable {
  let answer: Content
  /// The trials that the answer names.
  var trials: [String]?

  private enum CodingKeys: String, CodingKey {
    case schema
    case kind = "answer"
    case trials = "trial"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(AnswerSchema.version, forKey: .schema)
    try container.encode(Content.kind, forKey: .kind)
    try container.encodeIfPresent(trials, forKey: .trials)
    try answer.encode(to: encoder)
  }
}

/// The form of answers in JSON.
public enum AnswerSchema {
  /// The version of the form: it rises when a key goes or changes its meaning, not when one is added.
  public static let version = 1
}

/// JSON as every answer is written: keys in order.
package enum JSONText {
  private static let language = CodingUserInfoKey(rawValue: "passerelle.language")

  /// Encodes a value.
  package static func encode(
    _ value: some Encodable, in language: Language? = nil, isPretty: Bool = true
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    if let key = Self.language, let language { encoder.userInfo[key] = language.writing(.data) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads a value.
  ///
  /// - Throws: What decoding throws.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  fileprivate static func language(of encoder: any Encoder) -> Language? {
    language.flatMap { encoder.userInfo[$0] as? Language }
  }
}

extension Phrase: Encodable {
  /// Writes the phrase in the words of the encoder's language; its key if it has none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(JSONText.language(of: encoder)?(self) ?? key)
  }
}
