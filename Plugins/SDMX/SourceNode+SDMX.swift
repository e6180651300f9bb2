import PasserelleKit

// What SDMX-ML and SDMX-JSON write in two ways.

extension SourceNode {
  /// The parts of a node: elements of SDMX-ML, or the items of a list of SDMX-JSON.
  func parts(_ element: String, _ list: String) -> [SourceNode] {
    kind == .element ? children(element) : child(list)?.children ?? []
  }

  /// The one part of a node, unless it is empty.
  func part(_ element: String, _ member: String) -> SourceNode? {
    node(at: kind == .element ? element : member)
  }

  /// The text by language: elements with `xml:lang`, the object `names`, or the text `name` alone.
  ///
  /// - Parameters:
  ///   - element: The name of the elements.
  ///   - member: The name of the member: `name`, which is `names` in several languages.
  ///   - language: The language of a text that names none.
  /// - Returns: The text; of several in one language, the first.
  func texts(_ element: String, _ member: String, in language: LanguageTag?) -> LocalizedText {
    let entries: [LocalizedText.Entry?] =
      if kind == .element {
        children(element).map { $0.entry(in: $0.attribute("xml:lang")?.text, or: language) }
      } else if let texts = child("\(member)s"), !texts.children.isEmpty {
        texts.children.map { $0.entry(in: $0.name, or: language) }
      } else {
        [child(member)?.entry(in: nil, or: language)]
      }
    return LocalizedText(entries.compactMap(\.self)).byLanguage.first
  }

  private func entry(in tag: String?, or usual: LanguageTag?) -> LocalizedText.Entry? {
    let text = isNull ? "" : text.trimmed
    let language = tag.map { LanguageTag($0) } ?? usual
    guard !text.isEmpty, let language = language ?? LanguageTag("und") else { return nil }
    return LocalizedText.Entry(language, text)
  }

  /// The identifier that a node refers to, of a list that is known: its text, or a `Ref` in SDMX-ML 2.1.
  var localReference: String? {
    text(at: "Ref", "id") ?? text(at: "value") ?? (isEmpty ? nil : text.trimmed)
  }

  /// Whether something is said to be so: `isPartial="true"`.
  func says(_ name: String) -> Bool { ["true", "1"].contains(text(at: name)) }

  /// Counts what else is in a node: elements, or lists and objects; not texts and numbers.
  ///
  /// - Parameters:
  ///   - read: The elements that are read; of JSON the members of the same name, in small letters.
  ///   - what: What the node is.
  ///   - tally: Where it is counted.
  func countRest(except read: Set<String>, of what: String, in tally: inout Tally) {
    let known = kind == .element ? read : Self.members(of: read)
    for child in children where child.kind != .scalar && !known.contains(child.name) {
      tally.count("'\(child.name.prefix(60).printable)' of a \(what)", at: child.position)
    }
  }

  private static func members(of elements: Set<String>) -> Set<String> {
    let names = elements.map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return Set(names + names.map { "\($0)s" } + ["links"])
  }
}
