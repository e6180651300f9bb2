package import PasserelleModel

/// Sources name different reference levels for one concept, or one names a level and another none.
package struct SourcesDisagree: ContradictionCheck {
  package struct Finding: Hashable, Sendable {
    package var concept: Identifier
    package var links: [LinkRecord]
  }

  package let relations = Relation.binding

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let links = try scope.links(relations)
    // It takes two to disagree: most concepts have one row.
    let rows = Dictionary(grouping: links, by: \.link.from).filter { $0.value.count > 1 }
    return try Array(rows.keys).sorted().flatMap { id -> [Finding] in
      guard let kind = try scope.graph.concept(id)?.concept.kind,
        kind == .level || kind == .qualification
      else { return [] }
      return try scope.placer.placements(of: id).filter { $0.status == .conflict }
        .map { Finding(concept: id, links: $0.links) }
    }
  }

  package func contradiction(of finding: Finding) -> Contradiction {
    Contradiction(
      kind: .sourcesDisagree, concepts: [finding.concept], rows: finding.links)
  }
}
