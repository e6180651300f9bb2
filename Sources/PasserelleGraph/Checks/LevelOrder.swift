package import PasserelleModel

/// A level stands above another and is referenced below it, and no note says why.
///
/// Each source has an order of its own, so the rows of two sources are never held against each other.
/// A note explains the order, whether it is on the row or on the level.
package struct LevelOrder: DiagnosticCheck, ContradictionCheck {
  /// A row, and the highest of those below it.
  package struct Finding: Hashable, Sendable {
    package var lower: LinkRecord
    package var upper: LinkRecord
  }

  package let isSuspicion = false
  package let relations: Set<Relation> = [.referencedTo]

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let links = scope.placer.valid(
      try scope.levelReferencing().filter { $0.link.relation == .referencedTo })
    let tables = Dictionary(grouping: links, by: Table.init)
    return try tables.sorted { $0.key.text < $1.key.text }.flatMap { table, links in
      try findings(in: rows(of: table, links, in: scope)).filter { try !isExplained($0, in: scope) }
    }
  }

  /// What one source says of one framework and one reference framework.
  private struct Table: Hashable {
    var framework: FrameworkName
    var reference: FrameworkName
    var publication: FrameworkName?
    var source: String?

    init(_ record: LinkRecord) {
      framework = record.link.from.framework
      reference = record.link.to.framework
      publication = record.publication
      source = record.evidence.document?.key
    }

    var text: String {
      [framework.description, reference.description, publication?.description ?? "", source ?? ""]
        .joined(separator: "\u{1}")
    }
  }

  /// A row with the places of both its levels.
  private struct Row {
    var own: Int
    var reference: Int
    var link: LinkRecord
  }

  /// The rows of levels, in the order of the levels.
  private func rows(
    of table: Table, _ links: [LinkRecord], in scope: CheckScope
  ) throws -> [Row] {
    let own = try orders(of: table.framework, in: scope)
    let reference = try orders(of: table.reference, in: scope)
    return links.compactMap { record in
      guard let place = own[record.link.from], let other = reference[record.link.to] else {
        return nil
      }
      return Row(own: place, reference: other, link: record)
    }
    .sorted { ($0.own, $0.reference) < ($1.own, $1.reference) }
  }

  private func orders(
    of framework: FrameworkName, in scope: CheckScope
  ) throws -> [Identifier: Int] {
    Dictionary(
      try scope.levels(of: framework).map { ($0.id, $0.order) },
      uniquingKeysWith: { first, _ in first })
  }

  private func findings(in rows: [Row]) -> [Finding] {
    var found: [Finding] = []
    var highest: Row?
    for row in rows {
      guard let top = highest, row.reference <= top.reference else {
        highest = row
        continue
      }
      if row.reference < top.reference, row.own != top.own {
        found.append(Finding(lower: top.link, upper: row.link))
      }
    }
    return found
  }

  private func isExplained(_ finding: Finding, in scope: CheckScope) throws -> Bool {
    let upper = finding.upper.link
    return try !upper.note.entries.isEmpty || !scope.graph.notes(about: upper.from).isEmpty
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    let (lower, upper) = (finding.lower, finding.upper)
    return .warning(
      "level-order", at: upper.evidence.position,
      "level '\(upper.link.from.codeText)' stands above '\(lower.link.from.codeText)' "
        + "and is referenced below it",
      hint: "levels are listed lowest first; the other is in line \(lower.evidence.position.line). "
        + "Where it is meant, a note says why")
  }

  package func contradiction(of finding: Finding) -> Contradiction {
    Contradiction(
      kind: .levelInversion, concepts: [finding.lower.link.from, finding.upper.link.from],
      rows: [finding.lower, finding.upper])
  }
}

extension Identifier {
  /// The code as text; that of a framework itself is empty.
  var codeText: String { code?.description ?? "" }
}
