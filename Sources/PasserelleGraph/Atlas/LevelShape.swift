internal import PasserelleModel

/// All of a level that decides how it is linked to others, whatever its number is.
///
/// Most levels of a framework have one shape: two frameworks are compared by their shapes, and not level
/// by level.
struct LevelShape: Hashable {
  private let placements: [FrameworkName: Place]
  private let wholes: Set<FrameworkName>
  private let classifications: Set<FrameworkName>

  /// What a reference framework makes of a level.
  private enum Place: Hashable {
    /// One level, or one that the reference framework does not list.
    case level, unlisted
    case span, conflict, compared, open, unknown
    case null(Relation)
  }

  init(_ placed: Placed) {
    placements = Dictionary(
      placed.placements.map { ($0.reference, Self.place(of: $0.status, orders: placed.orders)) },
      uniquingKeysWith: { first, _ in first })
    wholes = Set(
      placed.references.filter { reference in
        placed.side(in: reference).map(\.isWhole) ?? false
      })
    classifications = Set(placed.classifications.keys)
  }

  private static func place(
    of status: Placement.Status, orders: [Identifier: Int]
  ) -> Place {
    switch status {
    case .levels(let levels):
      levels.count > 1 ? .span : levels.allSatisfy { orders[$0] != nil } ? .level : .unlisted
    case .null(let relation): .null(relation)
    case .conflict: .conflict
    case .comparedOnly: .compared
    case .notKnownThen: .open
    case .unknown: .unknown
    }
  }
}
