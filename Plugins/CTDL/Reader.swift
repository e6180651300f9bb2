import PasserelleKit

/// States what a file describes: each framework by itself, then the other resources as a register that
/// is named after the file, then the alignment maps.
struct Reader {
  let graph: Graph
  let membership: Membership
  let names: Names
  let part: SourcePart
  let writer: GraphWriter
  var passedOver: Tally
  var links = StatedLinks()
  /// The concepts that only gave a level descriptor its heading.
  var headings: Set<String> = []
  /// The organisations that are written inside credentials.
  var bodies: [Code: Node] = [:]

  init(_ graph: Graph, of part: SourcePart, to writer: GraphWriter) {
    (self.graph, self.part, self.writer) = (graph, part, writer)
    membership = Membership(graph)
    names = Names(graph, membership, of: part)
    passedOver = graph.passedOver
  }

  mutating func state() throws(Diagnostic) {
    for resource in graph.resources {
      switch resource.kind {
      case .qualificationsFramework, .competencyFramework:
        try attempt { reader throws(Diagnostic) in try reader.state(framework: resource) }
      default: continue
      }
    }
    try stateRegister()
    for resource in graph.resources where resource.kind == .alignmentMap {
      try attempt { reader throws(Diagnostic) in try reader.state(map: resource) }
    }
    countRest()
    passedOver.report(to: writer)
  }

  /// Runs a step; a problem in it is reported, and the read goes on.
  mutating func attempt(
    _ step: (inout Reader) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    do {
      try step(&self)
    } catch {
      guard error.id != .stopped else { throw error }
      writer.report(error)
    }
  }

  /// Counts the resources that no statement was made of, by class.
  private mutating func countRest() {
    var meant: [String: String?] = [:]
    for resource in graph.resources {
      switch resource.kind {
      case .other(let name):
        // More classes than a file has are not looked at one by one.
        if meant.count < 50, meant[name] == nil, !name.contains(":") {
          meant[name] = .some(ResourceClass.nearCredential(to: name))
        }
        let near = meant[name].flatMap { $0 }.map { " (is '\($0)' meant?)" } ?? ""
        passedOver.count(
          "a resource of the type '\(name.prefix(120).printable)'\(near)",
          at: resource.node.position)
      case .scheme where membership.schemes[resource.key] == nil:
        countClass(of: resource)
        report(levelsOf: resource.node)
      case .concept
      where membership.frameworks[resource.key] == nil && !headings.contains(resource.key):
        countClass(of: resource)
      case .part where !graph.isPointedAt(resource.key): countClass(of: resource)
      default: break
      }
    }
    for place in membership.missing {
      passedOver.count("a member of a framework that is not in the file", at: place)
    }
    for key in membership.inSeveral {
      guard let resource = graph[key] else { continue }
      passedOver.count("an additional framework of a competency", at: resource.node.position)
    }
  }

  /// The registry publishes a framework and the model of its levels apart.
  private func report(levelsOf model: Node) {
    guard model.classes.contains(where: { $0.hasSuffix(":ProgressionModel") }) else { return }
    let name = model.title().text.preferred ?? model.id ?? ""
    writer.report(
      .warning(
        .levelsWithoutFramework, at: model.position,
        "no qualifications framework in the file has the levels of '\(name.prefix(120).printable)'",
        hint: "put the framework that names the model, and the model, into one file as a list"))
  }

  private mutating func countClass(of resource: Resource) {
    let name = resource.node.classes.first?.withoutOwnPrefix ?? ""
    passedOver.count(
      "a resource of the type '\(name.prefix(120).printable)'", at: resource.node.position)
  }
}

/// The links that were stated, so that each is stated once.
struct StatedLinks {
  private struct Link: Hashable {
    let from: Identifier
    let relation: Relation
    let to: Identifier
  }

  private var first: [Link: (term: String, place: SourcePosition)] = [:]

  /// Whether a link is new.
  ///
  /// That a parent and a child name each other is one link; that the same resource does so twice is told.
  mutating func isNew(
    _ from: Identifier, _ relation: Relation, _ to: Identifier, as term: String,
    at place: SourcePosition, reportingTo writer: GraphWriter
  ) -> Bool {
    let link = Link(from: from, relation: relation, to: to)
    guard let (known, firstPlace) = first[link] else {
      first[link] = (term, place)
      return true
    }
    if known == term {
      writer.report(
        .warning(
          .duplicatePair, at: place,
          "'\(term)' says twice: \(from) \(relation.rawValue) \(to)",
          hint: "the first is on line \(firstPlace.line); remove one of them"))
    }
    return false
  }
}
