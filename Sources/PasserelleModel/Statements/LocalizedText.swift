/// A text in one or more languages, in the order in which the source gives them.
public struct LocalizedText: Hashable, Sendable {
  /// One language's text.
  public struct Entry: Hashable, Sendable {
    /// The language.
    public var language: LanguageTag
    /// The text, as the source gave it.
    public var text: String

    /// Creates an entry.
    public init(_ language: LanguageTag, _ text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The texts.
  public var entries: [Entry]

  /// Creates a text of its entries.
  public init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// Whether there is no text at all.
  public var isEmpty: Bool { entries.isEmpty }

  /// The English text, or the first there is.
  public var preferred: String? {
    `in`("en")
  }

  /// Returns the text in a language; where there is none the English one, or the first there is.
  public func `in`(_ language: String) -> String? { entry(for: language)?.text }

  /// Returns the text for who reads a language, with the language that it is in.
  ///
  /// It is the one in that language, or in a variety of it (`pt-BR` for `pt`); where there is none the
  /// English one, or the first there is.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: The text; `nil` if there is none at all.
  public func entry(for language: String) -> Entry? {
    guard entries.count > 1 else { return entries.first }
    return entries.first { $0.language.description == language }
      ?? entries.first { $0.language.isVariety(of: language) }
      ?? entries.first { $0.language.description == "en" } ?? entries.first
  }
}

extension LocalizedText {
  /// The first text of each language, and whatever else there is in a language that has one.
  ///
  /// A text that says the same again in one language is left out of both.
  public var byLanguage: (first: LocalizedText, others: LocalizedText) {
    guard entries.count > 1 else { return (self, LocalizedText()) }
    var (first, others) = (LocalizedText(), LocalizedText())
    var (languages, seen): (Set<LanguageTag>, Set<Entry>) = ([], [])
    for entry in entries where seen.insert(entry).inserted {
      if languages.insert(entry.language).inserted {
        first.entries.append(entry)
      } else {
        others.entries.append(entry)
      }
    }
    return (first, others)
  }

  /// Returns a text in English.
  public static func english(_ text: String) -> LocalizedText {
    LanguageTag("en").map { LocalizedText([Entry($0, text)]) } ?? LocalizedText()
  }
}
