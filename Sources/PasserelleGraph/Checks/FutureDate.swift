package import PasserelleModel

/// A source is dated after the day of the check.
package struct FutureDate: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var key: String
    package var date: CalendarDate
    package var position: SourcePosition
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.qualificationsFrameworks().flatMap { try scope.documents(of: $0.name) }
      .compactMap { record in
        guard let date = record.document.date, date.firstDay > scope.day else { return nil }
        return Finding(key: record.document.key, date: date, position: record.position)
      }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "future-date", at: finding.position,
      "the source '\(finding.key)' is of \(finding.date), which is to come",
      hint: "write the date of its publication")
  }
}
