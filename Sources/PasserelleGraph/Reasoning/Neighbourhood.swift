internal import PasserelleModel

/// The links that may lead from one concept to another: what is asked of a store for one question.
///
/// Mappings and the hierarchy are followed from both ends until they must have met. Levels lead up
/// only, to the reference levels, where the two ends meet or do not: a reference level is reached from
/// everywhere, and a question is about two places.
struct Neighbourhood {
  private let graph: any GraphReading
  private let placer: Placer
  private(set) var links: Set<LinkRecord> = []

  init(_ graph: any GraphReading, placer: Placer) {
    self.graph = graph
    self.placer = placer
  }

  /// Takes in what lies between two concepts, by at most so many links.
  mutating func add(between one: Identifier, and other: Identifier, maxSteps: Int) throws {
    try addMappings(around: [one], steps: (maxSteps + 1) / 2)
    try addMappings(around: [other], steps: maxSteps / 2)
    try addLevels(of: one)
    try addLevels(of: other)
  }

  /// Takes in what mappings and the hierarchy reach from some concepts, by at most so many links.
  mutating func addMappings(around ids: [Identifier], steps: Int) throws {
    var passed = Set(ids)
    var edge = ids
    for _ in 0..<steps {
      var next: [Identifier] = []
      for node in edge {
        for record in try graph.links(from: node) + graph.links(to: node)
        where Self.leads(record.link.relation) && isValid(record) {
          links.insert(record)
          let far = record.link.from == node ? record.link.to : record.link.from
          if passed.insert(far).inserted { next.append(far) }
        }
      }
      edge = next
    }
  }

  /// Takes in where a concept stands, what has taken its place, and the reference levels of all.
  private mutating func addLevels(of id: Identifier) throws {
    var passed: Set<Identifier> = []
    var open = [id]
    while let node = open.popLast() {
      guard passed.insert(node).inserted else { continue }
      for record in try graph.links(from: node) where isValid(record) {
        switch record.link.relation {
        case .atLevel, .referencedTo, .comparedTo:
          links.insert(record)
          if record.link.to.code != nil { open.append(record.link.to) }
        default: break
        }
      }
      // What has taken the place of a level leads on; what it took the place of does not.
      for record in try graph.links(to: node)
      where record.link.relation == .supersedes && isValid(record) {
        links.insert(record)
        open.append(record.link.from)
      }
    }
  }

  private func isValid(_ record: LinkRecord) -> Bool { !placer.valid([record]).isEmpty }

  private static func leads(_ relation: Relation) -> Bool {
    relation.isMatch || relation.isNegative || relation == .broader
      || relation == .declaredEquivalent || relation == .supersedes
  }
}
