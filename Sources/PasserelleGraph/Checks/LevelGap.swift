package import PasserelleModel

/// Two neighbouring levels have numbers for codes, and these do not follow each other.
package struct LevelGap: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var lower: ConceptRecord
    package var upper: ConceptRecord
    package var missing: ClosedRange<Int>
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.qualificationsFrameworks().flatMap { framework in
      let levels = try scope.levels(of: framework.name)
      return zip(levels, levels.dropFirst()).compactMap { lower, upper -> Finding? in
        guard let low = Int(lower.id.codeText), let high = Int(upper.id.codeText), high > low + 1
        else { return nil }
        return Finding(lower: lower, upper: upper, missing: low + 1...high - 1)
      }
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    let (first, last) = (finding.missing.lowerBound, finding.missing.upperBound)
    return .warning(
      "level-gap", at: finding.upper.evidence.position,
      "level '\(finding.upper.id.codeText)' follows '\(finding.lower.id.codeText)': "
        + (first == last ? "'\(first)' is missing" : "'\(first)' to '\(last)' are missing"),
      hint: "add what is missing; where it is meant, nothing needs to be done")
  }
}
