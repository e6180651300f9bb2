import PasserelleKit

/// What an agency maintains under an identifier and a version: a code list, a map.
struct Artefact {
  /// The kinds that are read, by their elements in SDMX-ML.
  enum Kind: String, CaseIterable {
    case codelist = "Codelist"
    case conceptScheme = "ConceptScheme"
    case hierarchicalCodelist = "HierarchicalCodelist"
    case hierarchy = "Hierarchy"
    case structureSet = "StructureSet"
    case representationMap = "RepresentationMap"
    case conceptSchemeMap = "ConceptSchemeMap"

    /// The list of such artefacts in SDMX-JSON.
    var list: String {
      self == .hierarchy
        ? "hierarchies" : "\(rawValue.prefix(1).lowercased())\(rawValue.dropFirst())s"
    }

    /// The package of the information model that it is in, and its class.
    var type: String {
      switch self {
      case .codelist, .hierarchicalCodelist, .hierarchy: "codelist.\(rawValue)"
      case .conceptScheme: "conceptscheme.\(rawValue)"
      case .structureSet: "mapping.\(rawValue)"
      case .representationMap, .conceptSchemeMap: "structuremapping.\(rawValue)"
      }
    }
  }

  let node: SourceNode
  let kind: Kind
  /// The global name.
  let urn: URN
  let annotations: [Annotation]
  let header: Message.Header

  init(_ node: SourceNode, _ kind: Kind, _ header: Message.Header) throws(Diagnostic) {
    (self.node, self.kind, self.header) = (node, kind, header)
    urn = URN(
      type: kind.type, agency: try node.require("agencyID").scalar(),
      id: try node.require("id").scalar(), version: node.text(at: "version") ?? header.version)
    annotations = node.annotations(in: header.language)
  }

  /// The name that the list had here, if it is an export of ours.
  var ownName: FrameworkName? { annotations[.name].flatMap { FrameworkName($0) } }

  /// The address of the list, or of an item: its global name, unless we have given it that.
  func address(of node: SourceNode, named urn: URN) -> String? {
    ownName == nil ? urn.text : node.text(at: "uri")
  }

  /// Who publishes the artefact: the agency, unless it is we who exported it.
  var publisher: String? { ownName == nil ? urn.agency : annotations[.authority] }

  /// The titles of a node by language; its identifier, of no language, where it has none.
  func title(of node: SourceNode, or id: String) -> LocalizedText {
    let title = node.texts("Name", "name", in: header.language)
    return title.isEmpty ? .unspoken([id]) : title
  }

  /// What the facts of a publication rest on: the message.
  func document(_ title: LocalizedText) -> Document {
    var document = Document(key: "message", title: title.preferred ?? urn.id)
    document.publisher = publisher
    document.date = header.prepared
    return document
  }

  /// States what a node says in words: its description, its annotations, and a page about it.
  func describe(
    _ node: SourceNode, as id: Identifier, in register: Register
  ) throws(Diagnostic) {
    try register.describe(
      id, node.texts("Description", "description", in: header.language), at: node.position)
    for annotation in node.annotations(in: header.language) {
      try annotation.state(about: id, in: register)
    }
    if ownName == nil, let page = node.attribute("uri") {
      try register.describe(id, .unspoken(["uri: \(page.text.trimmed)"]), at: page.position)
    }
  }

  /// That no name can be made of the artefact's own.
  var noName: Diagnostic {
    .error(
      FrameworkName.diagnosticID, at: node.position,
      "no name can be made of '\(urn.agency.prefix(60).printable):\(urn.id.prefix(60).printable)'")
  }
}
