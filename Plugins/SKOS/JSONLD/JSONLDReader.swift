import PasserelleKit
import PasserelleRDF

/// Reads the triples of a file of JSON-LD 1.1: nodes, alone, in a list or in a graph, in the words of the
/// contexts that the file has.
struct JSONLDReader {
  private let graph = RDFGraph()
  var contexts = ContextReader()
  private var undefined = UndefinedTerms()
  var skipped = Tally()
  private var budget = RDFBudget()
  private var blanks = 0
  /// Properties are few, and each is named once.
  private var names: [String: String] = [:]

  /// Reads all of a file.
  static func graph(of part: SourcePart, to writer: GraphWriter) throws(Diagnostic) -> RDFGraph {
    var reader = JSONLDReader()
    try reader.readNodes(part.json(), in: Context())
    try reader.finish(writer)
    return reader.graph
  }

  private init() {}

  private mutating func finish(_ writer: GraphWriter) throws(Diagnostic) {
    try undefined.settle(contexts.remote, in: &skipped)
    if let remote = contexts.remote.first {
      writer.report(
        .warning(
          .remoteContext, at: remote.position,
          "the context '\(remote.text.prefix(120).printable)' is not fetched",
          hint: "if it says more than the file does, write it into the file"))
    }
    skipped.report(to: writer)
  }

  // MARK: - Nodes

  private mutating func readNodes(
    _ node: SourceNode, in context: Context
  ) throws(Diagnostic) {
    for item in node.items where !item.isNull {
      switch item.kind {
      case .sequence: try readNodes(item, in: context)
      case .mapping:
        let context = try contexts.context(of: item, within: context)
        let members = try members(of: item, in: context)
        let isNode = ["@value", "@list", "@set"].allSatisfy { members[$0] == nil }
        guard isNode else {
          skipped.count("a value that no node has", at: item.position)
          continue
        }
        try readBody(members, of: Subject(name(of: members, in: context), item), in: context)
      default:
        throw .jsonLD(
          at: item, "a node of JSON-LD is an object, not '\(item.text.prefix(60).printable)'",
          hint: "the file is an object with '@graph', a list of nodes, or one node")
      }
    }
  }

  /// A thing, and the object that says it.
  struct Subject {
    let name: String
    let node: SourceNode

    init(_ name: String, _ node: SourceNode) {
      (self.name, self.node) = (name, node)
    }
  }

  mutating func members(
    of node: SourceNode, in context: Context
  ) throws(Diagnostic) -> NodeMembers {
    try NodeMembers(of: node, in: context, &undefined, &skipped)
  }

  /// The address of a node; one without is known by its place in the file alone.
  mutating func name(
    of members: NodeMembers, in context: Context
  ) throws(Diagnostic) -> String {
    guard let id = members["@id"], !id.isNull else { return blank() }
    return try reference(id.jsonLDText("'@id' is an address"), id, in: context) ?? blank()
  }

  /// What a node says: its types, its properties, what has it, and the nodes that it holds.
  mutating func readBody(
    _ members: NodeMembers, of subject: Subject, in context: Context
  ) throws(Diagnostic) {
    for type in members.all("@type") {
      let text = try type.jsonLDText("a type is an address or a term")
      if case .some(.some(let term)) = context.term(text), term.scoped != nil {
        throw .unsupported("a type with a context of its own", at: type)
      }
      switch context.meaning(of: text) {
      case .address(let address):
        try add(.resource(address), as: .rdf("type"), of: subject, at: type)
      case .undefined: undefined.add(text, at: type.position)
      case .keyword, .nothing:
        skipped.count(
          "the type '\(text.prefix(120).printable)', which the context makes nothing of",
          at: type.position)
      }
    }
    for (property, value) in members.properties {
      try read(value, as: property, of: subject, in: context)
    }
    if let reverse = members["@reverse"], !reverse.isNull {
      guard reverse.kind == .mapping else {
        throw .jsonLD(at: reverse, "'@reverse' is an object of properties")
      }
      for (property, value) in try self.members(of: reverse, in: context).properties {
        var term = property.term ?? ContextTerm(meaning: property.address)
        term.isReversed.toggle()
        let reversed = NodeMembers.Property(address: property.address, term: term)
        try read(value, as: reversed, of: subject, in: context)
      }
    }
    for keyword in ["@graph", "@included"] {
      for node in members.all(keyword) { try readNodes(node, in: context) }
    }
  }

  // MARK: - Triples

  /// Adds a triple whose object stands at a place.
  mutating func add(
    _ object: RDFTerm, as property: NodeMembers.Property, of subject: Subject,
    at node: SourceNode
  ) throws(Diagnostic) {
    let position = node.position
    let name = names[property.address] ?? Vocabulary.name(of: property.address)
    names[property.address] = name
    var (from, to, start) = (subject.name, object, subject.node)
    if property.term?.isReversed == true {
      guard case .resource(let other) = object else {
        skipped.count("a text that '\(name.prefix(120).printable)' is to be said of", at: position)
        return
      }
      (from, to, start) = (other, .resource(subject.name), node)
    }
    for address in [from, property.address] + to.addresses
    where address.utf8.count > RDFLimits.addressBytes {
      throw .error(
        .iriTooLong, at: position, "an address is longer than \(RDFLimits.addressBytes) bytes",
        hint: "the prefix that it begins with may stand for too much")
    }
    let bytes = graph.add(
      from, RDFResource.Property(name: name, object: to, place: Place(node)), from: Place(start))
    try budget.take(bytes, at: position)
  }

  /// The name of a node that has no address; no label of a file has brackets.
  mutating func blank() -> String {
    blanks += 1
    return "_:[\(blanks)]"
  }

  /// What a reference is to; nothing where it looks like a keyword.
  mutating func reference(
    _ text: String, _ node: SourceNode, in context: Context
  ) -> String? {
    switch context.address(of: text) {
    case .address(let address): return address
    case .undefined: undefined.add(text, at: node.position)
    case .keyword, .nothing:
      skipped.count("'\(text.prefix(120).printable)' as an address", at: node.position)
    }
    return nil
  }
}

extension Place {
  fileprivate init(_ node: SourceNode) {
    self.init(line: node.position.line, column: node.position.column)
  }
}

extension RDFTerm {
  fileprivate var addresses: [String] {
    if case .resource(let iri) = self { [iri] } else { [] }
  }
}
