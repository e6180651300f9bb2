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
    let levels = LevelStatements(scope)
    // A register has a million claims and a few dozen pairs of a claimed and a national level.
    let pairs = try scope.graph.pairs(
      of: Relation.binding, with: .atLevel, publishedWith: scope.publications)
    let suspects = try pairs.filter { try levels.contradict($0.first, at: $0.second.to) }
    let claims = try suspects.flatMap {
      try scope.graph.links(of: $0, publishedWith: scope.publications)
    }
    return try scope.placer.valid(Array(Set(claims)).sortedByContent).flatMap {
      try findings(for: $0, levels, scope)
    }
  }

  /// What of all the levels that a qualification stands at is against its claim; nothing where one of
  /// them reaches what is claimed.
  private func findings(
    for claim: LinkRecord, _ levels: LevelStatements, _ scope: CheckScope
  ) throws -> [Finding] {
    guard try scope.graph.concept(claim.link.from)?.concept.kind == .qualification else {
      return []
    }
    let end = LinkEnd(claim.link.relation, to: claim.link.to)
    let places = scope.placer.valid(
      try scope.graph.links(from: claim.link.from).filter { $0.link.relation == .atLevel })
    if try places.contains(where: { try levels.support(end, at: $0.link.to) }) { return [] }
    return try places.filter { try levels.contradict(end, at: $0.link.to) }.map {
      Finding(
        claim: claim, place: $0, stated: try levels.of($0.link.to, in: claim.link.to.framework))
    }
  }

  /// What binds of each level, asked once.
  private final class LevelStatements {
    private let scope: CheckScope
    private var kept: [Identifier: [FrameworkName: [LinkRecord]]] = [:]

    init(_ scope: CheckScope) {
      self.scope = scope
    }

    /// What is stated of a level and a reference framework.
    func of(_ level: Identifier, in reference: FrameworkName) throws -> [LinkRecord] {
      if let known = kept[level] { return known[reference] ?? [] }
      let links = scope.placer.valid(
        try scope.graph.links(from: level).filter { Relation.binding.contains($0.link.relation) })
      let byReference = Dictionary(grouping: links, by: \.link.to.framework)
      kept[level] = byReference
      return byReference[reference] ?? []
    }

    /// Whether a level is what is claimed, or a source says that it is referenced to that.
    func support(_ claim: LinkEnd, at level: Identifier) throws -> Bool {
      if level.framework == claim.to.framework { return level == claim.to }
      return try of(level, in: claim.to.framework).contains { agree($0.link, claim) }
    }

    /// Whether a level is another than is claimed, or sources say that it is referenced to others only.
    func contradict(_ claim: LinkEnd, at level: Identifier) throws -> Bool {
      guard scope.placer.isReference(claim.to.framework), try !support(claim, at: level) else {
        return false
      }
      return try level.framework == claim.to.framework
        || !of(level, in: claim.to.framework).isEmpty
    }

    /// Whether a link names the level that is claimed, or both say that there is none.
    private func agree(_ link: Link, _ claim: LinkEnd) -> Bool {
      link.relation.isNull
        ? claim.relation.isNull : !claim.relation.isNull && link.to == claim.to
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
