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
  public func `in`(_ language: String) -> String? {
    let text = [language, "en"].lazy.compactMap { wanted in
      entries.first { $0.language.description == wanted }
    }.first
    return (text ?? entries.first)?.text
  }
}

extension LocalizedText {
  /// Returns a text in English.
  public static func english(_ text: String) -> LocalizedText {
    LanguageTag("en").map { LocalizedText([Entry($0, text)]) } ?? LocalizedText()
  }
}
