package import PasserelleModel

/// A framework with levels says nothing of any reference framework, and no note says why.
package struct NothingReferenced: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var framework: FrameworkName
    package var position: SourcePosition
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.qualificationsFrameworks().compactMap { framework in
      let name = framework.name
      guard try !scope.levels(of: name).isEmpty,
        try scope.graph.ends(of: Relation.saysWhere, publishedWith: [name]).isEmpty,
        try scope.graph.notes(about: Identifier(name)).allSatisfy(\.note.isBackground),
        let position = try scope.graph.evidence(of: name)?.position
      else { return nil }
      return Finding(framework: name, position: position)
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "nothing-referenced", at: finding.position,
      "no level of '\(finding.framework)' says what it is referenced to",
      hint: "write 'referencedTo' with the level that a report names, or 'notReferenced' where a "
        + "source says that there is none; where nothing is known, a note says so")
  }
}
