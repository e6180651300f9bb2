package import PasserelleModel

/// A report is older than ten years, and the referencing of a level rests on nothing newer.
///
/// A version that had ended by then may rest on the reports of its time.
package struct OldReport: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var key: String
    package var date: CalendarDate
    /// How many levels rest on nothing newer.
    package var levels: Int
    package var position: SourcePosition
  }

  package let isSuspicion = true
  package let relations: Set<Relation> = [.referencedTo]

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let rows = try scope.referencedLevels().filter { row in
      let framework = try row.publication.flatMap(scope.graph.framework)
      return row.evidence.document != nil
        && !(framework?.validity.to?.isOldReport(on: scope.day) ?? false)
    }
    let isOld = { (row: LinkRecord) in
      row.evidence.document?.date?.isOldReport(on: scope.day) ?? false
    }
    let upToDate = Set(rows.filter { !isOld($0) }.map(\.link.from))
    let old = rows.filter { isOld($0) && !upToDate.contains($0.link.from) }
    let byPublication = Dictionary(grouping: old) { $0.publication }
    return try byPublication.flatMap { publication, rows -> [Finding] in
      let levels = Dictionary(grouping: rows) { $0.evidence.document?.key ?? "" }
      return try publication.map(scope.documents)?.compactMap { record in
        guard let date = record.document.date, let rows = levels[record.document.key] else {
          return nil
        }
        return Finding(
          key: record.document.key, date: date, levels: Set(rows.map(\.link.from)).count,
          position: record.position)
      } ?? []
    }
    .sorted { ($0.position.file, $0.position.line) < ($1.position.file, $1.position.line) }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "old-report", at: finding.position,
      "the source '\(finding.key)' is of \(finding.date), and the referencing of \(finding.levels) "
        + "\(finding.levels == 1 ? "level" : "levels") rests on nothing newer",
      hint: "look for a newer report, and state what it says beside this one")
  }
}

extension CalendarDate {
  /// Whether a report of this date is older than ten years on a day, and should be looked at again.
  func isOldReport(on day: Day) -> Bool { lastDay < day.years(before: 10) }
}
