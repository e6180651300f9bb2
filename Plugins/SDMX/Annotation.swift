import PasserelleKit

/// What an agency says of an artefact or an item by a word of its own: its annotation.
struct Annotation {
  /// The words of Passerelle's own export, for what SDMX has no place.
  enum Word: String {
    case name, kind, authority, code, tier, alternative, note

    init?(_ type: String) {
      guard type.hasPrefix("passerelle:") else { return nil }
      self.init(rawValue: String(type.dropFirst("passerelle:".count)))
    }
  }

  /// The word, if it is one of our own.
  let word: Word?
  /// What it says, by language.
  let text: LocalizedText
  private let position: SourcePosition

  init(_ node: SourceNode, in language: LanguageTag?) {
    position = node.position
    let type = node.text(at: "AnnotationType") ?? node.text(at: "type")
    word = type.flatMap { Word($0) }
    let text = node.texts("AnnotationText", "text", in: language)
    guard word == nil else {
      self.text = text
      return
    }
    let before = [
      type ?? node.text(at: "id"), node.text(at: "AnnotationTitle") ?? node.text(at: "title"),
    ].compactMap(\.self)
    let after = [
      node.text(at: "AnnotationValue") ?? node.text(at: "value"), node.text(at: "AnnotationURL"),
    ].compactMap(\.self)
    let words = before + after
    self.text =
      text.isEmpty
      ? .unspoken(words.isEmpty ? [] : [words.joined(separator: ": ")])
      : LocalizedText(
        text.entries.map { entry in
          LocalizedText.Entry(
            entry.language, (before + [entry.text] + after).joined(separator: ": "))
        })
  }

  /// States it as a note, unless something else is made of it.
  func state(about id: Identifier, in register: Register) throws(Diagnostic) {
    switch word {
    case nil: try register.describe(id, text, at: position)
    case .note: try register.tell(id, text, at: position)
    default: break
    }
  }
}

extension SourceNode {
  /// The annotations of the node.
  func annotations(in language: LanguageTag? = nil) -> [Annotation] {
    let nodes =
      kind == .element
      ? child("Annotations")?.children("Annotation") ?? [] : child("annotations")?.children ?? []
    return nodes.map { Annotation($0, in: language) }
  }
}

extension [Annotation] {
  /// What a word of our own export says.
  subscript(word: Annotation.Word) -> String? { first { $0.word == word }?.text.preferred }
}
