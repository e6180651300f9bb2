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

/// Counts how many partners the two ends of links have in the same table, or in declarations.
///
/// A concept with a thousand partners has them in common with the question about each: what was counted is kept.
struct PartnerCounts {
  private let graph: any GraphReading
  private let placer: Placer
  private var counts: [Key: Int] = [:]
  /// The concepts whose partners have been counted, each as the end that it is.
  private var counted: Set<End> = []

  private struct End: Hashable {
    var id: Identifier
    var isSubject: Bool
  }

  private struct Key: Hashable {
    var end: End
    var publication: FrameworkName?
    /// The relation of a declaration; `nil` for all matches, which a table has together.
    var relation: Relation?
    var framework: FrameworkName

    init(_ record: LinkRecord, isSubject: Bool) {
      let (link, partner) =
        isSubject ? (record.link, record.link.to) : (record.link, record.link.from)
      end = End(id: isSubject ? link.from : link.to, isSubject: isSubject)
      publication = record.publication
      relation = link.relation.isMatch ? nil : link.relation
      framework = partner.framework
    }
  }

  init(_ graph: any GraphReading, placer: Placer) {
    (self.graph, self.placer) = (graph, placer)
  }

  /// The cardinality of a link, as it was stated or, if it is read against its direction, the other way.
  mutating func cardinality(
    of record: LinkRecord, isAgainst: Bool = false
  ) throws -> Correspondents.Cardinality {
    let objects = try count(record, isSubject: true)
    let subjects = try count(record, isSubject: false)
    return Correspondents.Cardinality(
      hasSeveralHere: (isAgainst ? objects : subjects) > 1,
      hasSeveralThere: (isAgainst ? subjects : objects) > 1)
  }

  private mutating func count(_ record: LinkRecord, isSubject: Bool) throws -> Int {
    let key = Key(record, isSubject: isSubject)
    if counted.insert(key.end).inserted {
      let links = try isSubject ? graph.links(from: key.end.id) : graph.links(to: key.end.id)
      var partners: [Key: Set<Identifier>] = [:]
      for other in placer.valid(links) {
        partners[Key(other, isSubject: isSubject), default: []]
          .insert(isSubject ? other.link.to : other.link.from)
      }
      for (key, partners) in partners { counts[key] = partners.count }
    }
    return counts[key, default: 0]
  }
}
