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
    try root.checkKeys(of: .frameworkDescriptor, to: graph)
    let node = try root.require("framework")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    var framework = try node.framework(to: graph)
    guard framework.kind != .recognition else {
      throw .error(
        .badKind, at: node.field("kind")?.position ?? node.position,
        "the recognition of a country is not a framework",
        hint: "write 'recognition:' instead of 'framework:', without 'kind'")
    }
    framework.source = scope.defaultSource
    try graph.add(.framework(framework), at: node.position)
    try scope.addDocuments()

    var concepts = ConceptReader(framework: framework.name, scope: scope)
    concepts.readSpans(of: root)
    for level in try root.items("levels", each: "level") {
      _ = try graph.attempt { () throws(Diagnostic) in try concepts.readLevel(level) }
    }
    for qualification in try root.items("qualifications", each: "qualification") {
      _ = try graph.attempt { () throws(Diagnostic) in
        try concepts.readQualification(qualification)
      }
    }
    for classification in DescriptorPart.classifications {
      for node in try root.items(classification.list, each: classification.each) {
        _ = try graph.attempt { () throws(Diagnostic) in
          try concepts.readConcept(node, as: classification.kind)
        }
      }
    }
    try concepts.readFrameworkLinks(of: root)
    try ProcedureReader(scope: scope).read(root)
    try scope.addNotes(of: root, about: Identifier(framework.name))
  }

  /// Checks that this is a descriptor, in a version that this adapter reads.
  private func checkForm() throws(Diagnostic) {
    guard root.kind == .mapping || (root.kind == .element && root.name == "passerelle") else {
      throw .notADescriptor(at: root.position, root: root.kind == .element ? root.name : nil)
    }
    let version = try root.require(root.kind == .element ? "version" : "passerelle")
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
