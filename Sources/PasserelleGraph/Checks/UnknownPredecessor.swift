package import PasserelleModel

/// A framework takes the place of one that is not known.
package struct UnknownPredecessor: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var framework: FrameworkName
    package var predecessor: FrameworkName
    package var position: SourcePosition
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.frameworks().compactMap { framework in
      guard let old = framework.supersedes, try scope.graph.framework(old) == nil,
        let position = try scope.graph.evidence(of: framework.name)?.position
      else { return nil }
      return Finding(framework: framework.name, predecessor: old, position: position)
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "unknown-predecessor", at: finding.position,
      "'\(finding.framework)' takes the place of '\(finding.predecessor)', which is not known",
      hint: "mend the name, or check or import that version together with this one")
  }
}
