import PasserelleKit

/// A statement of a framework: its `CFItem`.
struct Item {
  let identifier: String
  /// The address, if the item has one.
  let uri: String?
  private let position: SourcePosition
  private let code: Code
  private let kind: String?
  private let title: LocalizedText
  private let alternatives: LocalizedText
  private let validity: Validity
  /// What has no field of its own.
  private let rest: Fields

  /// What a concept is made of, and what only repeats where the item is found.
  private static let read: Set = [
    "identifier", "uri", "fullStatement", "humanCodingScheme", "CFItemType", "statusStartDate",
    "statusEndDate", "CFDocumentURI", "CFItemAssociationURI",
  ]

  init(_ node: SourceNode, language usual: LanguageTag) throws(Diagnostic) {
    code = try node.require("identifier").value()
    identifier = code.description
    uri = node.text(at: "uri")
    position = node.position
    let stated = node.text(at: "language").flatMap(LanguageTag.init)
    let language = stated ?? usual
    let statement = try node.require("fullStatement").scalar()
    title = LocalizedText([LocalizedText.Entry(language, statement)])
    // The code by which people call it is of no language.
    let coding = LocalizedText.unspoken([node.text(at: "humanCodingScheme")].compactMap(\.self))
    let labels = ["abbreviatedStatement", "alternativeLabel"].compactMap { name in
      node.text(at: name).map { LocalizedText.Entry(language, $0) }
    }
    alternatives = LocalizedText(coding.entries + labels)
    kind = node.text(at: "CFItemType")
    validity = try node.statusSpan()
    rest = Fields(node, except: Self.read.union(stated == nil ? [] : ["language"]), in: language)
  }

  func state(in register: Register) throws(Diagnostic) {
    let id = register.identifier(code)
    var concept = Concept(id: id, kind: .competence, title: title)
    concept.alternatives = alternatives
    concept.tier = kind
    concept.uri = uri
    concept.validity = validity
    try register.state(concept, at: position)
    try rest.state(about: id, in: register)
  }
}
