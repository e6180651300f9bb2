internal import PasserelleModel

extension Correspondents {
  /// How many concepts are on each side of a mapping: here, and there.
  package struct Cardinality: Hashable, Sendable, CustomStringConvertible {
    package var hasSeveralHere: Bool
    package var hasSeveralThere: Bool

    /// As tables write it: `1:n`.
    package var description: String {
      "\(hasSeveralHere ? "n" : "1"):\(hasSeveralThere ? (hasSeveralHere ? "m" : "n") : "1")"
    }
  }
}

extension Correspondents.Cardinality: Message {
  package static let allCases: [Self] = [false, true].flatMap { here in
    [false, true].map { Self(hasSeveralHere: here, hasSeveralThere: $0) }
  }

  package var key: String { "cardinality.\(description)" }
}

extension Correspondents.Cardinality {
  /// How many partners the two ends of a link have in the same table, or in declarations.
  init(
    of record: LinkRecord, isAgainst: Bool, in graph: any GraphReading, placer: Placer
  ) throws {
    func fan(_ links: [LinkRecord], to end: KeyPath<Link, Identifier>) -> Int {
      let framework = record.link[keyPath: end].framework
      let partners = placer.valid(links).filter { other in
        other.publication == record.publication
          && other.link.relation.isMatch == record.link.relation.isMatch
          && (record.link.relation.isMatch || other.link.relation == record.link.relation)
          && other.link[keyPath: end].framework == framework
      }
      return Set(partners.map { $0.link[keyPath: end] }).count
    }
    let objects = fan(try graph.links(from: record.link.from), to: \.to)
    let subjects = fan(try graph.links(to: record.link.to), to: \.from)
    hasSeveralHere = (isAgainst ? objects : subjects) > 1
    hasSeveralThere = (isAgainst ? subjects : objects) > 1
  }
}
