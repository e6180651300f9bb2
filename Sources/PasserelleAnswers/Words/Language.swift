internal import Foundation
public import PasserelleGraph

/// The words of answers in one language: a file of messages by key, so that anyone can add one.
public struct Language: Sendable {
  /// The language, as its file is named: `en`.
  public let name: String
  /// Whether it is written from right to left.
  package let isRightToLeft: Bool
  /// How what is not of this language is set apart.
  private(set) var form = Form.text
  /// The other languages that were met in an answer, if anyone asks.
  private(set) var met: MetLanguages?
  private let messages: [String: String]

  /// How what is not of the reader's language is set apart in what is made of a phrase.
  enum Form: Sendable {
    /// For a terminal and plain text: the mark of a language, and isolates of Unicode.
    case text
    /// For a page: marks that `MarkedText` makes elements of.
    case page
    /// For a page of a site, which has pages for what it names.
    case site
    /// For programs: isolates alone.
    case data
  }

  /// Reads the messages of a language.
  ///
  /// - Throws: `LanguageError` if there is no such language, or its file is broken.
  package init(_ name: String, in folder: String?) throws(LanguageError) {
    guard let folder, let data = FileManager.default.contents(atPath: "\(folder)/\(name).json"),
      !name.contains("/")
    else { throw .unknown(name, known: folder.map(Self.names) ?? []) }
    guard let messages = MessageFile.messages(in: Array(data)) else {
      throw .broken("\(folder)/\(name).json")
    }
    self.init(name, messages)
  }

  /// A language of given messages.
  package init(_ name: String, _ messages: [String: String]) {
    (self.name, self.messages) = (name, messages)
    isRightToLeft = messages[FormKey.direction.rawValue] == "rtl"
  }

  /// The same words, for another form of an answer.
  func writing(_ form: Form, noting met: MetLanguages? = nil) -> Language {
    var language = self
    language.form = form
    language.met = met ?? self.met
    return language
  }

  /// The languages that there are files for.
  package static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The words of a phrase; its key if the language has none.
  public func callAsFunction(_ phrase: Phrase) -> String { words(of: phrase) { self($0) } }

  /// The words of a phrase, with those of its parts as they are said.
  func words(of phrase: Phrase, saying part: (Phrase) -> String) -> String {
    if let text = phrase.text { return source(text) ?? phrase.key }
    if let date = phrase.date { return self.date(date) }
    let words =
      messages[phrase.key] ?? countryName(phrase.key) ?? referenceName(phrase.key) ?? phrase.key
    let values = phrase.values(list: list, part)
    return joiningIsolates(Phrase.fill(words, with: values) { isolated($0) })
  }

  /// The name of a country in this language, of which only parts have messages: `country.DE`.
  private func countryName(_ key: String) -> String? {
    guard key.hasPrefix("country.") else { return nil }
    let code = String(key.dropFirst(8))
    // The system library has names of its own for some of these codes.
    if CountryCode(code)?.isTrial == true { return "\(self(.trialCountry)) \(code)" }
    return Locale(identifier: locale).localizedString(forRegionCode: code)
  }

  /// What a reference framework is called that has no name in this language: `reference.aqrf` is AQRF.
  private func referenceName(_ key: String) -> String? {
    func named(after beginning: String, _ rest: String = "") -> String? {
      key.hasPrefix(beginning) ? key.dropFirst(beginning.count).uppercased() + rest : nil
    }
    return named(after: Phrase.reference) ?? named(after: Phrase.level, " {code}")
  }

  /// Whether marks are to become elements of a page.
  var isForPages: Bool { form == .page || form == .site }

  /// Whose names of countries and languages are used.
  var locale: String { message(FormKey.locale.rawValue) ?? name }

  /// The words of an answer's own message.
  func callAsFunction(_ key: AnswerKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }

  /// The words of a message of a statement of comparability.
  package func callAsFunction(_ key: ComparabilityKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }

  /// The words of a case that names nothing: a finding, a purpose, a grade of evidence.
  package func callAsFunction(_ message: some Message) -> String { self(message()) }

  /// The message of a key that only data names, such as a part of a country; `nil` if there is none.
  package func message(_ key: String) -> String? { messages[key] }

  /// Things in one line, the last two joined by "or".
  func any(of texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return self(.answerOr, ["first": texts.dropLast().joined(separator: separator), "last": last])
  }
}

/// Why an answer cannot be given in a language.
public enum LanguageError: Error, CustomStringConvertible {
  /// There is no file of messages in the language.
  case unknown(String, known: [String])
  /// The file of messages at a path is malformed.
  case broken(String)

  /// The error in English, with the languages that there are.
  public var description: String {
    switch self {
    case .unknown(let name, let known):
      "there are no messages in '\(name)'; there are: \(known.joined(separator: ", "))"
    case .broken(let path): "'\(path)' is not a JSON object of texts"
    }
  }
}

extension Language {
  /// No words: for an answer that has no sentences of its own.
  package static let none = Language("", [:])
}
