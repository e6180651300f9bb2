internal import PasserelleGraph
internal import PasserelleModel

/// The nodes of a graph that is written: each once, also those that only links name.
struct NodeSet {
  /// A node with what is known of it.
  struct Node {
    var id: String
    var attributes: [(String, String?)]
  }

  private let names: ConceptNames
  private var written: Set<Identifier> = []
  /// The documents of the publication that is written.
  var documents: [String: Document] = [:]

  init(_ names: ConceptNames) {
    self.names = names
  }

  mutating func node(of framework: Framework) throws -> Node? {
    documents = [:]
    return try node(
      Identifier(framework.name), framework.title.preferred, kind: framework.kind.rawValue,
      uri: framework.uri)
  }

  mutating func node(of concept: Concept) throws -> Node? {
    try node(
      concept.id, concept.title.preferred, kind: concept.kind.rawValue, uri: concept.uri)
  }

  /// The end of a link, where it was not written yet: its framework may come later, or not at all.
  ///
  /// - Parameters:
  ///   - id: The name of the end.
  ///   - uri: The address that the source gives it.
  /// - Returns: The node; `nil` if it is written already.
  /// - Throws: Errors of the store.
  mutating func end(_ id: Identifier, uri: String?) throws -> Node? {
    guard !written.contains(id) else { return nil }
    let record = id.code == nil ? nil : try names.graph.concept(id)
    return try node(
      id, try names.label(id), kind: record?.concept.kind.rawValue, uri: record?.concept.uri ?? uri)
  }

  private mutating func node(
    _ id: Identifier, _ label: String?, kind: String?, uri: String?
  ) throws -> Node? {
    guard written.insert(id).inserted else { return nil }
    return Node(
      id: id.description,
      attributes: [
        ("label", label), ("kind", kind), ("framework", id.framework.description),
        ("code", id.code?.description), ("uri", uri),
      ])
  }

  /// What a link rests on, in one line.
  func citation(of link: Link) -> String? {
    guard let document = link.source.flatMap({ documents[$0] }) else { return nil }
    return [document.publisher, document.title, document.date?.description, document.url]
      .compactMap { $0 }.joined(separator: ", ")
  }
}
