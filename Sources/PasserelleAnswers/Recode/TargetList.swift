internal import PasserelleGraph
internal import PasserelleModel

/// What corresponds to a concept in one place, as a cell or a line of a table says it; or why nothing
/// does.
struct TargetList {
  let found: Correspondents
  /// What is at its level, or is mapped to it; what is only near is not among them.
  let rows: [TargetRow]
  /// Why there are no rows; empty if there are.
  let reason: String
  /// What is stated to have no counterpart: there, or on the scale of a reference framework.
  let nulls: [LinkRecord]
  private let empty: Finding

  init(_ found: Correspondents, in words: CellWords) {
    self.found = found
    let list = TargetRows(found, listingAll: false, in: words)
    rows = list.rows
    let empty = found.emptyFinding
    self.empty = empty
    nulls = Self.nulls(in: found)
    guard list.rows.isEmpty else {
      reason = ""
      return
    }
    let why =
      list.neighbours.isEmpty
      ? [empty()] + found.unmatched.map(\.reason)
      : [
        AnswerKey.recodeNeighbours([
          "levels": list.neighbours.map(\.description).joined(separator: ", ")
        ])
      ]
    reason = why.map(words.text).joined(separator: "; ")
  }

  /// What is found, by token: how each row corresponds, or that nothing does.
  var findings: [String] {
    guard rows.isEmpty else { return rows.flatMap(\.relations) }
    let near = found.matches.map(\.finding.rawValue)
    return near.isEmpty ? [empty.rawValue] : near
  }

  static func nulls(in found: Correspondents) -> [LinkRecord] {
    let names = Set(found.targets.map(\.name))
    let placements = found.subject.items.flatMap { [$0.placement].compactMap { $0 } + $0.others }
    return found.nulls
      + placements.flatMap { placement -> [LinkRecord] in
        guard case .null = placement.status, names.contains(placement.reference) else { return [] }
        return placement.links
      }
  }
}
