public import PasserelleModel

// How registers write texts in several languages, in XML and in JSON.

extension SourceNode {
  /// The nodes under any of the names that are not empty, each item of a list by itself.
  public func all(named names: String...) -> [SourceNode] {
    names.flatMap { all($0) }.filter { !$0.isEmpty }
  }

  /// The text by language under any of the names: elements with `language`, `lang` or `xml:lang`, or with
  /// such elements called `text` in them; an object with a key for each language; or a text that names
  /// none (`und`).
  ///
  /// Unlike `localized`, which a descriptor is read by, it takes what it finds.
  public func texts(_ names: String...) -> LocalizedText {
    LocalizedText(
      names.flatMap { all($0) }.flatMap { node -> [LocalizedText.Entry] in
        guard node.kind == .mapping else {
          let texts = node.children("text")
          return (texts.isEmpty ? [node] : texts).compactMap { $0.entry(in: $0.statedLanguage) }
        }
        return node.children.flatMap { entry in
          (entry.kind == .sequence ? entry.children : [entry]).compactMap {
            $0.entry(in: entry.name)
          }
        }
      })
  }

  private var statedLanguage: String? {
    text(at: "language") ?? text(at: "lang") ?? text(at: "xml:lang")
  }

  private func entry(in language: String?) -> LocalizedText.Entry? {
    let text = isNull ? "" : self.text.trimmed
    guard !text.isEmpty, let tag = language.flatMap(LanguageTag.init) ?? LanguageTag("und") else {
      return nil
    }
    return LocalizedText.Entry(tag, text)
  }
}

extension [SourceNode] {
  /// What the nodes say, as a text for a note.
  public var text: LocalizedText {
    isEmpty ? LocalizedText() : .english(map(\.summary).joined(separator: "\n"))
  }
}

extension LocalizedText {
  /// Returns labels that are of no language, such as numbers.
  public static func unspoken(_ texts: [String]) -> LocalizedText {
    LocalizedText(texts.compactMap { text in LanguageTag("zxx").map { Entry($0, text) } })
  }
}
