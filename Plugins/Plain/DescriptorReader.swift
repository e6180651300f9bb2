import PasserelleKit

/// Reads the parts of a descriptor in their order: framework, sources, levels, qualifications,
/// occupations, competences, organisations, links, procedures, notes.
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
    guard root.child("recognition") == nil else {
      return try RecognitionReader(root, graph: graph).read()
    }
    let keys = try KeyReader(root, of: .frameworkDescriptor, to: graph)
    let node = keys.require("framework")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    var framework = try framework(node)
    framework.source = scope.defaultSource
    try graph.add(.framework(framework), at: node?.position ?? root.position)
    try scope.addDocuments()

    let entries = DescriptorEntries(keys)
    let hasName = (node?.field("id")).map { (try? $0.value(as: FrameworkName.self)) != nil }
    let concepts = ConceptReader(
      framework: framework.name, hasName: hasName ?? false, entries: entries, scope: scope,
      spans: LinkSpans(of: root))
    for entry in entries.list { try concepts.read(entry) }
    try concepts.readFrameworkLinks(of: root)
    try ProcedureReader(scope: scope).read(keys)
    try scope.addNotes(of: root, about: Identifier(framework.name))
  }

  /// The framework; as much of it as can be read, so that the rest of the file is checked as well.
  private func framework(_ node: SourceNode?) throws(Diagnostic) -> Framework {
    let read = try graph.attempt { () throws(Diagnostic) in try node?.framework(to: graph) }
    guard let node, let framework = read ?? nil else {
      let name = FrameworkName.standIn(for: root.position)
      return Framework(
        name: name, kind: .qualificationsFramework, title: .english(name.description))
    }
    guard framework.kind == .recognition else { return framework }
    graph.report(
      .error(
        .badKind, at: node.field("kind")?.position ?? node.position,
        "the recognition of a country is not a framework",
        hint: "write 'recognition:' instead of 'framework:', without 'kind'"))
    var other = framework
    other.kind = .qualificationsFramework
    return other
  }

  /// Checks that this is a descriptor, in a version that this adapter reads.
  private func checkForm() throws(Diagnostic) {
    guard root.kind == .mapping || (root.kind == .element && root.name == "passerelle") else {
      throw .notADescriptor(at: root.position, root: root.kind == .element ? root.name : nil)
    }
    let version: SourceNode
    do throws(Diagnostic) {
      version = try root.require(root.kind == .element ? "version" : "passerelle")
    } catch {
      // What the file is meant to be is plain from what it holds: so the rest is checked as well.
      let contents = ["framework", "agreement", "mappings", "recognition"]
      guard contents.contains(where: { root.child($0) != nil }) else { throw error }
      return graph.report(error)
    }
    guard try version.scalar() == "1" else {
      throw .error(
        .badVersion, at: version.position,
        "the descriptor format '\(version.text.prefix(20).printable)' is not known",
        hint: "this adapter reads version 1")
    }
  }
}

extension Diagnostic {
  /// Tells that a file is not a descriptor, and how one begins.
  ///
  /// - Parameters:
  ///   - position: Where the file is, or begins.
  ///   - root: The root of XML.
  /// - Returns: The diagnostic.
  static func notADescriptor(at position: SourcePosition, root: String?) -> Diagnostic {
    .error(
      .notADescriptor, at: position, "this is not a descriptor",
      hint: root.map {
        "its root is '<passerelle version=\"1\">', not '<\($0.prefix(60).printable)>'"
      }
        ?? "it is a mapping that starts with 'passerelle: 1'")
  }
}
