package import PasserelleModel

/// The title of a level has another number than its code: a line that was copied and left so.
package struct TitleAgainstCode: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var level: ConceptRecord
    package var title: String
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.qualificationsFrameworks().flatMap { try scope.levels(of: $0.name) }
      .compactMap { level in
        guard let code = Int(level.id.codeText) else { return nil }
        let titles = level.concept.title.entries.map(\.text)
        return titles.first { Self.isAgainst(code, $0) }.map { Finding(level: level, title: $0) }
      }
  }

  /// Whether a title has one number, and another than the code.
  private static func isAgainst(_ code: Int, _ title: String) -> Bool {
    let numbers = title.split { !$0.isWholeNumber }.compactMap { Int($0) }
    return numbers.count == 1 && numbers != [code]
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "title-against-code", at: finding.level.evidence.position,
      "the title '\(finding.title.prefix(60).printable)' has another number than the code "
        + "'\(finding.level.id.codeText)'",
      hint: "mend the one or the other; where both are right, nothing needs to be done")
  }
}
