package import PasserelleModel

/// A level has the title of a lower one of its framework.
package struct SameTitle: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var level: ConceptRecord
    /// The first level with the title.
    package var twin: ConceptRecord
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.qualificationsFrameworks().flatMap { framework in
      var first: [[String]: ConceptRecord] = [:]
      return try scope.levels(of: framework.name).compactMap { level -> Finding? in
        let titles = level.concept.title.entries.map(\.text)
        guard !titles.isEmpty else { return nil }
        if let twin = first[titles] { return Finding(level: level, twin: twin) }
        first[titles] = level
        return nil
      }
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "same-title", at: finding.level.evidence.position,
      "level '\(finding.level.id.codeText)' has the title of level '\(finding.twin.id.codeText)'",
      hint: "the other is in line \(finding.twin.evidence.position.line); give each its own")
  }
}
