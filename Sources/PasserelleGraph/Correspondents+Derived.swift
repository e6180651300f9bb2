package import PasserelleModel

extension Correspondents {
  /// What a concept is led to by its parts, by a wider group, or through several tables.
  package struct Derived: Sendable {
    package var record: ConceptRecord?
    package var id: Identifier
    /// What follows for the concept that was asked about.
    package var tie: Tie
    /// The statements of the best way there.
    package var links: [LinkRecord]
    package var cardinality: Cardinality
    /// The parts, or the wider groups, by which it was reached, in their order; none of what the
    /// concept's own tables lead to.
    package var routes: [Route]
  }

  /// A part of a concept, or a wider group, that leads to something.
  package struct Route: Sendable {
    package var record: ConceptRecord?
    package var id: Identifier
    /// How it stands to what it leads to.
    package var tie: Tie
    package var links: [LinkRecord]
  }

  /// All that a concept is led to by its parts, by wider groups, and through several tables.
  package struct Derivation: Sendable {
    package var found: [Derived] = []
    /// The finest parts of the concept, if any of its parts leads anywhere.
    package var parts: Parts?
    /// How many concepts wider groups, or longer ways, lead to beside what is listed.
    package var leftOut = 0
    /// How many concepts would be listed, if no source denied it.
    package var denied = 0
    /// Whether the search ended before its limit.
    package var isComplete = true
  }

  /// The finest parts of a group, and those that no table has.
  package struct Parts: Sendable {
    package var count: Int
    package var unlinked: [Identifier]
  }
}

extension Correspondents.Derived {
  /// The statements of all ways there.
  package var allLinks: [LinkRecord] {
    var seen: Set<LinkRecord> = []
    return (links + routes.flatMap(\.links)).filter { seen.insert($0).inserted }
  }
}

extension Correspondents.Derivation {
  /// What the list lacks, each with its number.
  func gaps(of id: Identifier?) -> [Phrase] {
    var gaps: [Phrase] = []
    if let parts, let id, !parts.unlinked.isEmpty {
      gaps.append(
        Caveat.partsUnlinked([
          "id": "\(id)", "count": "\(parts.unlinked.count)", "all": "\(parts.count)",
          "parts": parts.unlinked.map(\.description).joined(separator: ", "),
        ]))
    }
    if leftOut > 0 { gaps.append(Caveat.leftOut(["count": "\(leftOut)"])) }
    if denied > 0 { gaps.append(Caveat.denied(["count": "\(denied)"])) }
    if !isComplete { gaps.append(Caveat.searchEnded()) }
    return gaps
  }
}
