package import PasserelleModel

/// A hierarchy or a succession leads from something back to itself, over however many links.
package struct Cycle: DiagnosticCheck, ContradictionCheck {
  /// The links of a cycle, each of which starts where the one before ends.
  package struct Finding: Hashable, Sendable {
    package var links: [LinkRecord]
    /// Where it is told: at the last of its links that were written.
    package var position: SourcePosition
  }

  package let isSuspicion = false
  package let relations: Set<Relation> = [.broader, .partOf, .supersedes]

  /// More cycles of one relation than anyone looks at.
  private static let mostTold = 50
  /// How many are looked at, of which some may not hold on the day, or be none of what was written.
  private static let mostLookedAt = 200

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let relations = relations.filter { scope.hasAny(of: [$0]) }
    return try scope.graph.arrows(of: relations).flatMap { arrows in
      var finder = CycleFinder(arrows)
      var found: [Finding] = []
      for _ in 0..<Self.mostLookedAt where found.count < Self.mostTold {
        guard let cycle = finder.next() else { break }
        let links = try scope.graph.links(of: cycle)
        guard scope.placer.valid(links).count == links.count,
          let last = links.filter(scope.isWritten).map(\.evidence.position).max(by: Self.precedes)
        else { continue }
        found.append(Finding(links: Self.turned(links), position: last))
      }
      return found
    }
    .sorted { Self.precedes($0.position, $1.position) }
  }

  /// The links from the concept whose name comes first, whichever way they were found.
  private static func turned(_ links: [LinkRecord]) -> [LinkRecord] {
    let names = links.map(\.link.from.description)
    guard let first = names.indices.min(by: { names[$0] < names[$1] }) else { return links }
    return Array(links[first...] + links[..<first])
  }

  private static func precedes(_ one: SourcePosition, _ other: SourcePosition) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    let links = finding.links
    let relation = links.first?.link.relation.rawValue ?? ""
    let start = links.first.map { "'\($0.link.from)'" } ?? ""
    var steps = links.map { record in
      "'\(record.link.to)' (\(record.evidence.position.line(from: finding.position)))"
    }
    if steps.count > 12 {
      steps.replaceSubrange(6..<(steps.count - 3), with: ["… \(steps.count - 9) more …"])
    }
    return .warning(
      .cycle, at: finding.position,
      "'\(relation)' leads from \(start) back to itself: \(([start] + steps).joined(separator: " → "))",
      hint: "one of these links is wrong; they are kept as stated")
  }

  package func contradiction(of finding: Finding) -> Contradiction {
    Contradiction(
      kind: .cycle, concepts: finding.links.map(\.link.from), rows: finding.links)
  }
}

extension SourcePosition {
  /// The line, and the file where it is another.
  fileprivate func line(from other: SourcePosition) -> String {
    file == other.file ? "line \(line)" : "\(file), line \(line)"
  }
}
