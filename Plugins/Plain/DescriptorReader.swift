import PasserelleKit

/// Reads the parts of a descriptor in their order: framework, sources, levels, qualifications,
/// occupations, competences, links, procedures, notes.
struct DescriptorReader {
  private let root: SourceNode
  private let graph: GraphWriter

  init(_ root: SourceNode, graph: GraphWriter) {
    self.root = root
    self.graph = graph
  }

  func read() throws(Diagnostic) {
    try checkForm()
    guard root.child("agreement") == nil else {
      return try AgreementReader(root, graph: graph).read()
    }
    guard root.child("mappings") == nil else {
      return try MappingsReader(root, graph: graph).read()
    }
    try root.checkKeys(
      ["passerelle", "version", "framework", "sources", "links", "procedures", "notes"]
        + ["levels", "qualifications"] + Self.classifications.map(\.list), to: graph)
    let node = try root.require("framework")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    var framework = try framework(node)
    framework.source = scope.defaultSource
    try graph.add(.framework(framework), at: node.position)
    try scope.addDocuments()

    let concepts = ConceptReader(framework: framework.name, scope: scope)
    for level in try root.items("levels", each: "level") {
      _ = try graph.attempt { () throws(Diagnostic) in try concepts.readLevel(level) }
    }
    for qualification in try root.items("qualifications", each: "qualification") {
      _ = try graph.attempt { () throws(Diagnostic) in
        try concepts.readQualification(qualification)
      }
    }
    for (list, each, kind) in Self.classifications {
      for node in try root.items(list, each: each) {
        _ = try graph.attempt { () throws(Diagnostic) in
          try concepts.readConcept(node, as: kind)
        }
      }
    }
    try concepts.readFrameworkLinks(of: root)
    try ProcedureReader(scope: scope).read(root)
    try scope.addNotes(of: root, about: Identifier(framework.name))
  }

  /// The lists of classifications, and what they are lists of.
  private static let classifications: [(list: String, each: String, kind: ConceptKind)] = [
    ("occupations", "occupation", .occupation),
    ("occupationGroups", "occupationGroup", .occupationGroup), ("fields", "field", .field),
    ("educationLevels", "educationLevel", .educationLevel),
    ("competences", "competence", .competence),
  ]

  /// Checks that this is a descriptor, in a version that this adapter reads.
  private func checkForm() throws(Diagnostic) {
    guard root.kind == .mapping || (root.kind == .element && root.name == "passerelle") else {
      throw .error(
        "not-a-descriptor", at: root.position, "this is not a descriptor",
        hint: root.kind == .element
          ? "its root is '<passerelle version=\"1\">', and here is '<\(root.name.printable)>'"
          : "it is a mapping that starts with 'passerelle: 1'")
    }
    let version = try root.require(root.kind == .element ? "version" : "passerelle")
    guard try version.scalar() == "1" else {
      throw .error(
        "bad-version", at: version.position,
        "the descriptor format '\(version.text.prefix(20).printable)' is not known",
        hint: "this adapter reads version 1")
    }
  }

  private func framework(_ node: SourceNode) throws(Diagnostic) -> Framework {
    try node.checkKeys(
      [
        "id", "aliases", "alias", "acronyms", "acronym", "kind", "country", "title", "authority",
        "version", "supersedes", "uri", "licence", "source",
      ], to: graph)
    _ = try node.require("title")
    let id = try node.require("id").value(as: FrameworkName.self)
    let version = node.child("version")
    try version?.checkKeys(["label", "from", "to"], to: graph)
    var framework = Framework(
      name: try name(id, version), kind: try node.require("kind").value(),
      title: try node.localized("title"))
    framework.validity = try version?.validity() ?? Validity()
    for alias in node.all("aliases") + node.all("alias") {
      framework.aliases.append(try alias.scalar())
    }
    for acronym in node.all("acronyms") + node.all("acronym") {
      framework.acronyms.append(try acronym.scalar())
    }
    for country in node.all("country") { framework.countries.append(try country.value()) }
    if let authority = node.child("authority") {
      try authority.checkKeys(["name", "url"], to: graph)
      framework.authority = try authority.require("name").scalar()
      framework.authorityURL = try authority.text("url")
    }
    framework.supersedes = try node.value("supersedes")
    framework.uri = try node.text("uri")
    framework.licence = try node.text("licence")
    return framework
  }

  private func name(
    _ id: FrameworkName, _ version: SourceNode?
  ) throws(Diagnostic) -> FrameworkName {
    // The only version of a framework may have days without a label.
    guard let label = version?.child("label") ?? version?.field("label") else { return id }
    let text = "\(id.series)@\(try label.scalar())"
    guard id.version == nil, let name = FrameworkName(text) else {
      throw .error(
        "bad-version-label", at: label.position,
        "'\(label.text.prefix(60).printable)' cannot be the label of a version",
        hint: "use letters and digits without spaces, such as a year")
    }
    return name
  }
}
