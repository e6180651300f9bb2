package import PasserelleModel

/// A qualification claims another reference level than the levels that it stands at have.
///
/// It is kept as claimed: the source may know better, and an answer shows both. Of several levels it
/// may claim what any of them reaches. A comparison without commitment is never held against it.
package struct AgainstReferencing: DiagnosticCheck, ContradictionCheck {
  package struct Finding: Hashable, Sendable {
    package var claim: LinkRecord
    /// The link that says which level the qualification stands at.
    package var place: LinkRecord
    /// What is stated of that level; nothing where it is itself a level of the reference framework.
    package var stated: [LinkRecord]
  }

  package let isSuspicion = false
  package let relations = Relation.binding

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let claims = scope.placer.valid(
      try scope.referencing().filter { record in
        Relation.binding.contains(record.link.relation)
          && scope.placer.isReference(record.link.to.framework)
      })
    var levels = LevelStatements(scope)
    let frameworks = Dictionary(grouping: claims, by: \.link.from.framework)
    return try frameworks.sorted { $0.key.description < $1.key.description }.flatMap {
      framework, claims in
      let places = try places(of: claims, in: framework, scope)
      return try claims.flatMap { claim in
        try findings(for: claim, at: places[claim.link.from] ?? [], &levels, scope)
      }
    }
  }

  /// Where the subjects of some claims stand in their framework.
  private func places(
    of claims: [LinkRecord], in framework: FrameworkName, _ scope: CheckScope
  ) throws -> [Identifier: [LinkRecord]] {
    let subjects = Set(claims.map(\.link.from)).subtracting(try scope.levelNames(of: framework))
    guard !subjects.isEmpty else { return [:] }
    // A register says it of all its records at once; a set of mappings names a few of another's.
    let links =
      scope.covers(framework)
      ? try scope.graph.links(.atLevel, fromConceptsOf: framework)
      : try subjects.flatMap(scope.graph.links(from:)).filter { $0.link.relation == .atLevel }
    return Dictionary(grouping: scope.placer.valid(links), by: \.link.from)
  }

  private func findings(
    for claim: LinkRecord, at places: [LinkRecord], _ levels: inout LevelStatements,
    _ scope: CheckScope
  ) throws -> [Finding] {
    let reference = claim.link.to.framework
    var found: [Finding] = []
    for place in places {
      let level = place.link.to
      if level.framework == reference {
        if level == claim.link.to { return [] }
        found.append(Finding(claim: claim, place: place, stated: []))
        continue
      }
      let stated = try levels.of(level, in: reference)
      if stated.contains(where: { Self.agree($0.link, claim.link) }) { return [] }
      if !stated.isEmpty { found.append(Finding(claim: claim, place: place, stated: stated)) }
    }
    guard !found.isEmpty,
      try scope.graph.concept(claim.link.from)?.concept.kind == .qualification
    else { return [] }
    return found
  }

  /// Whether two links name the same reference level, or both say that there is none.
  private static func agree(_ one: Link, _ other: Link) -> Bool {
    one.relation.isNull ? other.relation.isNull : !other.relation.isNull && one.to == other.to
  }

  /// What binds of a level, asked once for each level.
  private struct LevelStatements {
    private let scope: CheckScope
    private var kept: [Identifier: [FrameworkName: [LinkRecord]]] = [:]

    init(_ scope: CheckScope) {
      self.scope = scope
    }

    mutating func of(_ level: Identifier, in reference: FrameworkName) throws -> [LinkRecord] {
      if let known = kept[level] { return known[reference] ?? [] }
      let links = scope.placer.valid(
        try scope.graph.links(from: level).filter { Relation.binding.contains($0.link.relation) })
      let byReference = Dictionary(grouping: links, by: \.link.to.framework)
      kept[level] = byReference
      return byReference[reference] ?? []
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    let (claim, level) = (finding.claim, finding.place.link.to)
    let names = Set(finding.stated.map { Self.name(of: $0.link) }).sorted()
      .joined(separator: ", ")
    return .warning(
      "against-referencing", at: claim.evidence.position,
      "this claims \(Self.name(of: claim.link)), and its level "
        + (names.isEmpty ? "is '\(level)'" : "'\(level)' is referenced to \(names)"),
      hint: "it is kept as claimed; answers show both and call it a conflict")
  }

  private static func name(of link: Link) -> String {
    link.relation.isNull ? "no level of '\(link.to.framework)'" : "'\(link.to)'"
  }

  package func contradiction(of finding: Finding) -> Contradiction {
    Contradiction(
      kind: .againstReferencing, concepts: [finding.claim.link.from],
      rows: [finding.claim, finding.place] + finding.stated)
  }
}
