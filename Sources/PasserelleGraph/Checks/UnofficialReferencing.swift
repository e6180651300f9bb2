package import PasserelleModel

/// A level is referenced, and no authority has published that.
package struct UnofficialReferencing: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var link: LinkRecord
    package var document: Document
  }

  package let isSuspicion = true
  package let relations: Set<Relation> = [.referencedTo]

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let rows = try scope.referencedLevels()
    let official = Set(rows.filter(\.evidence.isOfficial).map(\.link.from))
    var seen = official
    return rows.compactMap { row in
      guard let document = row.evidence.document, seen.insert(row.link.from).inserted else {
        return nil
      }
      return Finding(link: row, document: document)
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "unofficial-referencing", at: finding.link.evidence.position,
      "the referencing of level '\(finding.link.link.from.codeText)' rests on "
        + "'\(finding.document.key)', which is not official",
      hint:
        "write 'comparedTo' for a comparison that is no authority's; referencing rests on an "
        + "authority's report, whose source says 'official: true'")
  }
}

extension CheckScope {
  /// The referencing of levels that was written in a qualifications framework, whenever it holds.
  func referencedLevels() throws -> [LinkRecord] {
    let publications = Set(try qualificationsFrameworks().map(\.name))
    return try levelReferencing().filter { record in
      record.link.relation == .referencedTo
        && record.publication.map(publications.contains) ?? false
    }
  }
}
