package import PasserelleModel

/// Frameworks take the place of each other in a cycle, or one takes its own.
package struct SuccessionCycle: DiagnosticCheck, ContradictionCheck {
  package struct Finding: Hashable, Sendable {
    /// What each framework takes the place of, from the one whose name comes first.
    package var steps: [LinkRecord]
    package var position: SourcePosition
  }

  package let isSuspicion = false

  package func findings(in scope: CheckScope) throws -> [Finding] {
    var found: [Finding] = []
    var seen: Set<FrameworkName> = []
    for framework in try scope.frameworks() where !seen.contains(framework.name) {
      guard let steps = try cycle(from: framework.name, in: scope) else { continue }
      let names = steps.map(\.link.from.framework)
      seen.formUnion(names)
      guard let first = names.indices.min(by: { names[$0].description < names[$1].description }),
        let position = steps.first?.evidence.position
      else { continue }
      found.append(Finding(steps: Array(steps[first...] + steps[..<first]), position: position))
    }
    return found
  }

  /// The steps that lead from a framework back to it: each has one predecessor at most.
  private func cycle(
    from start: FrameworkName, in scope: CheckScope
  ) throws -> [LinkRecord]? {
    var steps: [LinkRecord] = []
    var met: Set<FrameworkName> = []
    var at = start
    while met.insert(at).inserted, let old = try scope.graph.framework(at)?.supersedes,
      let evidence = try scope.graph.evidence(of: at)
    {
      let link = Link(from: Identifier(at), .supersedes, to: Identifier(old))
      steps.append(LinkRecord(link: link, evidence: evidence, publication: at))
      at = old
      if at == start { return steps }
    }
    return nil
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    let names = (finding.steps.map(\.link.from) + finding.steps.prefix(1).map(\.link.from))
      .map { "'\($0)'" }
    return .warning(
      .cycle, at: finding.position,
      finding.steps.count == 1
        ? "\(names[0]) is said to take its own place"
        : "frameworks are said to take the place of each other: \(names.joined(separator: " → "))",
      hint: "'supersedes' names the version before; correct it in one of them")
  }

  package func contradiction(of finding: Finding) -> Contradiction {
    Contradiction(
      kind: .cycle, concepts: finding.steps.map(\.link.from), rows: finding.steps)
  }
}
