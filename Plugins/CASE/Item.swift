import PasserelleKit

/// A statement of a framework: its `CFItem`.
struct Item {
  let identifier: String
  private let code: Code
  private let node: SourceNode
  private let language: LanguageTag

  /// What a concept is made of, and what only repeats where the item is found.
  private static let read: Set = [
    "identifier", "uri", "fullStatement", "abbreviatedStatement", "alternativeLabel",
    "humanCodingScheme", "CFItemType", "CFItemTypeURI", "language", "statusStartDate",
    "statusEndDate", "CFDocumentURI", "CFItemAssociationURI", "lastChangeDateTime",
  ]

  init(_ node: SourceNode, language: LanguageTag) throws(Diagnostic) {
    let identifier = try node.require("identifier")
    code = try identifier.value()
    self.identifier = code.description
    self.node = node
    self.language = node.text(at: "language").flatMap(LanguageTag.init) ?? language
  }

  func state(in register: Register) throws(Diagnostic) {
    let id = register.identifier(code)
    let statement = try node.require("fullStatement").scalar()
    var concept = Concept(
      id: id, kind: .competence,
      title: LocalizedText([LocalizedText.Entry(language, statement)]))
    concept.alternatives = LocalizedText(alternatives)
    concept.tier = node.text(at: "CFItemType")
    concept.uri = node.text(at: "uri")
    concept.validity = try node.span()
    try register.state(concept, at: node.position)
    let others = node.children.filter { !Self.read.contains($0.name) && !$0.isEmpty }
    if !others.isEmpty {
      let text = others.map(\.summary).joined(separator: "\n")
      try register.describe(
        id, LocalizedText([LocalizedText.Entry(language, text)]), at: node.position)
    }
  }

  /// The shorter statements, and the code by which people call it, which is of no language.
  private var alternatives: [LocalizedText.Entry] {
    let labels = ["abbreviatedStatement", "alternativeLabel"].compactMap { name in
      node.text(at: name).map { LocalizedText.Entry(language, $0) }
    }
    let coding = LocalizedText.unspoken([node.text(at: "humanCodingScheme")].compactMap(\.self))
    return coding.entries + labels
  }
}
