import PasserelleKit

// How the European Learning Model writes things, in XML and in JSON-LD.

extension SourceNode {
  /// The nodes under any of the names, each item of a list by itself.
  func all(named names: String...) -> [SourceNode] {
    names.flatMap { all($0) }.filter { !$0.isEmpty }
  }

  /// What the node points at: `uri` or `idref` in XML, `id` in JSON-LD, or its text.
  var reference: String? {
    if let name = text(at: "uri") ?? text(at: "idref") ?? text(at: "id") { return name }
    let text = self.text.trimmed
    return children.isEmpty && !text.isEmpty ? text : nil
  }

  /// The text by language: elements with `language` or `xml:lang`, or an object with a key for each.
  func texts(_ names: String...) -> LocalizedText {
    LocalizedText(
      names.flatMap { all($0) }.flatMap { node -> [LocalizedText.Entry] in
        guard node.kind == .mapping else {
          let language = node.text(at: "language") ?? node.text(at: "xml:lang")
          return [node.entry(in: language)].compactMap(\.self)
        }
        return node.children.flatMap { entry in
          (entry.kind == .sequence ? entry.children : [entry]).compactMap {
            $0.entry(in: entry.name)
          }
        }
      })
  }

  private func entry(in language: String?) -> LocalizedText.Entry? {
    let text = self.text.trimmed
    // What names no language is of none that is known.
    guard !text.isEmpty, let tag = language.flatMap(LanguageTag.init) ?? LanguageTag("und") else {
      return nil
    }
    return LocalizedText.Entry(tag, text)
  }
}

extension [SourceNode] {
  /// What the nodes say, as a text for a note.
  var text: LocalizedText {
    isEmpty ? LocalizedText() : .english(map(\.summary).joined(separator: "\n"))
  }
}

extension LocalizedText {
  /// Returns labels that are of no language, such as numbers.
  static func unspoken(_ texts: [String]) -> LocalizedText {
    LocalizedText(texts.compactMap { text in LanguageTag("zxx").map { Entry($0, text) } })
  }
}
