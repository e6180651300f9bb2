internal import PasserelleGraph
internal import PasserelleModel

/// What corresponds to a concept in one place, as the cells and lines of a table say it; or why nothing
/// does.
struct TargetList {
  let found: Correspondents
  let rows: [TargetRow]
  /// Why there are no rows; empty if there are, or if nothing says why.
  let why: [Phrase]
  /// What is stated to have no counterpart, there or on the scale of a reference framework, if there are
  /// no rows.
  let nulls: [LinkRecord]
  private let hasNeighbours: Bool

  /// Makes the list.
  ///
  /// - Parameters:
  ///   - found: What corresponds to the concept.
  ///   - listsAll: Whether what is only near, or binds in single cases only, is a target as well.
  ///   - words: How it is said.
  init(_ found: Correspondents, listingAll listsAll: Bool, in words: CellWords) {
    self.found = found
    let list = TargetRows(found, listingAll: listsAll, in: words)
    rows = list.rows
    nulls = rows.isEmpty ? Self.nulls(in: found) : []
    hasNeighbours = !list.neighbours.isEmpty
    guard rows.isEmpty else {
      why = []
      return
    }
    let levels = list.neighbours.map(\.description).joined(separator: ", ")
    why =
      hasNeighbours
      ? [AnswerKey.recodeNeighbours(["levels": levels])] : found.unmatched.map(\.reason)
  }

  /// The finding and why there are no rows, in one cell; empty if there are.
  func reason(in words: CellWords) -> String {
    guard rows.isEmpty else { return "" }
    return ((hasNeighbours ? [] : [found.emptyFinding()]) + why).map(words.text)
      .joined(separator: "; ")
  }

  /// The relations that say that there is no counterpart.
  var nullRelations: String {
    Set(nulls.map(\.link.relation.rawValue)).sorted().joined(separator: "; ")
  }

  /// What is found, by token: how each row corresponds, or that nothing does.
  var findings: [String] {
    guard rows.isEmpty else { return rows.flatMap(\.relations) }
    let near = found.matches.map(\.finding.rawValue)
    return near.isEmpty ? [found.emptyFinding.rawValue] : near
  }

  private static func nulls(in found: Correspondents) -> [LinkRecord] {
    let names = Set(found.targets.map(\.name))
    let placements = found.subject.items.flatMap { [$0.placement].compactMap { $0 } + $0.others }
    return found.nulls
      + placements.flatMap { placement -> [LinkRecord] in
        guard case .null = placement.status, names.contains(placement.reference) else { return [] }
        return placement.links
      }
  }
}
