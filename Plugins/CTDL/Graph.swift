import PasserelleKit

/// A resource that a file describes.
struct Resource {
  /// What others point to it by: its address, or else its number in the registry, or its place.
  let key: String
  let node: Node
  let kind: ResourceClass
  /// Whether it is written inside another one.
  let isNested: Bool
}

/// The resources of a file, wherever in it they are written.
struct Graph {
  /// The resources, each once, in the order of the file; those inside others come last.
  private(set) var resources: [Resource] = []
  private var indices: [String: Int] = [:]
  /// What nothing was made of.
  private(set) var passedOver = Tally()
  private var pointedAt: Set<String> = []

  /// Finds the resources, and reports those that cannot be told apart.
  ///
  /// - Parameters:
  ///   - root: A resource, an object with a `@graph`, a list of either, or an envelope of the registry.
  ///   - writer: Where problems are reported.
  /// - Throws: A diagnostic where there is no resource.
  init(_ root: SourceNode, reportingTo writer: GraphWriter) throws(Diagnostic) {
    var tops: [Node] = []
    for item in root.kind == .sequence ? root.children : [root] {
      tops += try Self.nodes(of: item.child("decoded_resource") ?? item)
    }
    guard !tops.isEmpty else {
      throw .error(
        .empty, at: root.position, "the file describes no resource",
        hint: "CTDL is an object with a '@type', or a '@graph' of such objects")
    }
    let nested = tops.flatMap { collect(in: $0) }
    for node in tops { add(node, isNested: false, reportingTo: writer) }
    for node in nested { add(node, isNested: true, reportingTo: writer) }
  }

  subscript(key: String) -> Resource? { indices[key].map { resources[$0] } }

  /// Whether another resource of the file points to it.
  func isPointedAt(_ key: String) -> Bool { pointedAt.contains(key) }

  /// The key of the resource that a value is or points to.
  func key(of value: SourceNode, in node: Node) -> String? {
    guard value.kind == .mapping, value.text(at: "@value") == nil else {
      return node.address(value)
    }
    return Self.key(of: Node(value, in: node.context))
  }

  /// The node that a value is, or the one of this file that it points to.
  func node(of value: SourceNode, in node: Node) -> Node? {
    if value.kind == .mapping {
      let own = Node(value, in: node.context)
      if own.isDescription, own["@value"].isEmpty { return own }
    }
    return node.address(value).flatMap { self[$0]?.node }
  }

  // MARK: - Collecting

  private static func key(of node: Node) -> String {
    let (line, column) = (node.position.line, node.position.column)
    return node.id ?? node.text("ceterms:ctid") ?? "line \(line), column \(column)"
  }

  /// The nodes of an object: itself, and those of its graph.
  private static func nodes(of item: SourceNode) throws(Diagnostic) -> [Node] {
    guard item.kind == .mapping else {
      throw .error(
        .wrongType, at: item.position, "a resource is an object, and here is something else",
        hint: "write it as '{\"@id\": …, \"@type\": …}'")
    }
    guard let graph = item.child("@graph") else {
      return [Node(item, in: Context())]
    }
    let context = Context().extended(by: item.child("@context"))
    var nodes: [Node] = []
    if item.children.contains(where: { !["@context", "@id", "@graph"].contains($0.name) }) {
      nodes.append(Node(item, in: Context(), without: "@graph"))
    }
    for child in graph.kind == .sequence ? graph.children : [graph] {
      guard child.kind == .mapping else {
        throw .error(
          .wrongType, at: child.position, "a resource is an object, and here is something else",
          hint: "write it as '{\"@id\": …, \"@type\": …}'")
      }
      nodes.append(Node(child, in: context))
    }
    return nodes
  }

  /// Finds the resources that are written inside another one, and what it points to.
  private mutating func collect(in top: Node) -> [Node] {
    var found: [Node] = []
    var open = [top]
    while let node = open.popLast() {
      var inside: [Node] = []
      for term in node.terms where term != "@id" && term != "@type" {
        for value in node[term] {
          if term == "@graph" {
            passedOver.count("a resource of a graph inside the graph", at: value.position)
            continue
          }
          if let address = node.address(value) { pointedAt.insert(address) }
          guard value.kind == .mapping, !value.isLanguageMap, value.child("@value") == nil else {
            continue
          }
          inside.append(Node(value, in: node.context))
        }
      }
      found += inside.filter { node in
        switch ResourceClass(of: node.classes) {
        case .credential: node.hasKey && !node.title().text.isEmpty
        case .organisation, .part, .other: false
        default: node.isDescription
        }
      }
      open += inside.reversed()
    }
    return found
  }

  private mutating func add(_ node: Node, isNested: Bool, reportingTo writer: GraphWriter) {
    let classes = node.classes
    let resource = Resource(
      key: Self.key(of: node), node: node, kind: ResourceClass(of: classes), isNested: isNested)
    if let index = indices[resource.key] {
      if node.isDescription { meet(resource, again: index, reportingTo: writer) }
      return
    }
    if classes.isEmpty, !isNested, !pointedAt.contains(resource.key) {
      let known = node.source.children.prefix(8).map { "'\($0.name)'" }.joined(separator: ", ")
      writer.report(
        .error(
          .missingKey, at: node.position, "the resource has no '@type'",
          hint: known.isEmpty ? nil : "it has \(known)"))
      return
    }
    indices[resource.key] = resources.count
    resources.append(resource)
  }
}

extension Graph {
  /// Two records of one address are two things, or one of them is a mistake; but what is written inside
  /// another resource may repeat a part of what is known.
  private mutating func meet(
    _ resource: Resource, again index: Int, reportingTo writer: GraphWriter
  ) {
    let (first, node) = (resources[index], resource.node)
    if resource.isNested, !node.contradicts(first.node) {
      if first.isNested, node.says(allOf: first.node) {
        resources[index] = resource
      } else if !first.node.says(allOf: node) {
        passedOver.count("more about a resource, written inside another one", at: node.position)
      }
      return
    }
    writer.report(
      .error(
        .duplicateCode, at: node.position,
        "'\(resource.key.prefix(200).printable)' is described twice",
        hint: "the first is on line \(first.node.position.line); give each its own '@id'"))
  }
}

extension Node {
  /// Whether it has an address, or else a number in the registry.
  var hasKey: Bool { id != nil || text("ceterms:ctid") != nil }

  /// Whether it has another name or class than another description of the same resource.
  func contradicts(_ other: Node) -> Bool {
    func differ<Value: Hashable>(_ one: [Value], _ two: [Value]) -> Bool {
      !one.isEmpty && !two.isEmpty && Set(one).isDisjoint(with: two)
    }
    return differ(title().text.entries, other.title().text.entries)
      || differ(classes, other.classes)
  }

  /// Whether it says all that another description of the same resource says.
  func says(allOf other: Node) -> Bool {
    other.terms.allSatisfy { lines($0).isSuperset(of: other.lines($0)) }
  }

  /// The values of a property as texts: an address is the same whether more is written there or not.
  private func lines(_ term: String) -> Set<String> {
    if term == "@id" { return [] }
    if term == "@type" { return Set(classes) }
    return Set(
      self[term].flatMap { value -> [String] in
        let texts = texts(of: value).entries.map { "\($0.language) \($0.text)" }
        if value.kind == .mapping, !texts.isEmpty { return texts }
        return [
          address(value) ?? value.leaves.map { "\($0.path) \($0.text)" }.joined(separator: "; ")
        ]
      })
  }
}
