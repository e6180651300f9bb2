package import PasserelleModel

/// A concept that takes the place of one of an old version, and who says so.
package struct Successor: Hashable, Sendable {
  package var id: Identifier
  package var title: String
  /// What a source states, read from the old concept to the new one.
  package var relation: Relation
  /// How many concepts stand on each side, in all that sources state of the two versions.
  package var cardinality: Correspondents.Cardinality
  package var links: [LinkRecord]

  /// Whether it is the only one, of this concept only.
  var isAlone: Bool { !cardinality.hasSeveralHere && !cardinality.hasSeveralThere }
}

/// What sources state of the concepts of an old version and their places in a new one.
///
/// A link counts where it says that one supersedes the other, or is a published match between the
/// two; it may come with either version, or from a correspondence table of the library.
struct Succession {
  private(set) var successors: [Identifier: [Successor]] = [:]
  /// The concepts of the new version that have taken the place of others.
  private(set) var heirs: Set<Identifier> = []

  init(from old: FrameworkVersion, to new: FrameworkVersion, in library: any GraphReading) throws {
    var pairs: [Pair: [LinkRecord]] = [:]
    for record in try Self.links(from: old, to: new, in: library) {
      guard let pair = Pair(record, from: old, to: new) else { continue }
      pairs[pair, default: []].append(record)
    }
    let partners = Dictionary(grouping: Set(pairs.keys.map(\.ends)), by: \.new)
    let outcomes = Dictionary(grouping: Set(pairs.keys.map(\.ends)), by: \.old)
    heirs = Set(partners.keys)
    for (pair, links) in pairs {
      let cardinality = Correspondents.Cardinality(
        hasSeveralHere: partners[pair.ends.new, default: []].count > 1,
        hasSeveralThere: outcomes[pair.ends.old, default: []].count > 1)
      successors[pair.ends.old, default: []].append(
        Successor(
          id: pair.ends.new, title: new.concepts[pair.ends.new]?.title.preferred ?? "",
          relation: pair.relation, cardinality: cardinality, links: links))
    }
    for (id, found) in successors {
      successors[id] = found.sorted {
        ($0.id.description, $0.relation.rawValue) < ($1.id.description, $1.relation.rawValue)
      }
    }
  }

  private static func links(
    from old: FrameworkVersion, to new: FrameworkVersion, in library: any GraphReading
  ) throws -> [LinkRecord] {
    var seen: Set<Claim> = []
    var links = old.succession + new.succession
    // Within one version a library has no table from it to itself.
    if Set(old.names).isDisjoint(with: new.names) {
      try old.order.forEachWithLinks {
        try library.links(touching: $0, by: Relation.leadingToSuccessors)
      } _: { _, ending, starting in
        links += starting + ending
      }
    }
    // What is in the library and in a file is one claim.
    return links.filter { record in
      seen.insert(Claim(link: record.link, document: record.evidence.document?.title)).inserted
    }
  }

  private struct Claim: Hashable {
    var from: Identifier
    var relation: Relation
    var to: Identifier
    var document: String?

    init(link: Link, document: String?) {
      (from, relation, to, self.document) = (link.from, link.relation, link.to, document)
    }
  }

  private struct Ends: Hashable {
    var old: Identifier
    var new: Identifier
  }

  /// Two concepts and what is stated of them, read from the old one.
  private struct Pair: Hashable {
    var ends: Ends
    var relation: Relation

    init?(_ record: LinkRecord, from old: FrameworkVersion, to new: FrameworkVersion) {
      let link = record.link
      // Two versions of one name share their codes, and a match within it says nothing of time.
      let isOneName = link.from.framework == link.to.framework
      guard link.relation == .supersedes || (link.relation.isMatch && !isOneName) else {
        return nil
      }
      if link.relation != .supersedes, old.concepts[link.from] != nil,
        new.concepts[link.to] != nil
      {
        (ends, relation) = (Ends(old: link.from, new: link.to), link.relation)
        return
      }
      guard new.concepts[link.from] != nil, old.concepts[link.to] != nil,
        let inverse = link.relation == .supersedes ? link.relation : link.relation.inverse
      else { return nil }
      (ends, relation) = (Ends(old: link.to, new: link.from), inverse)
    }
  }
}
