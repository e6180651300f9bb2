package import PasserelleModel

/// The levels that both versions have, where they stand in another order.
package struct LevelReordering: Hashable, Sendable {
  typealias Pair = (old: Identifier, new: Identifier)

  /// The levels in the old order, lowest first.
  package var before: [Identifier]
  /// Those of the new version that they are paired with, in its order.
  package var after: [Identifier]

  /// Compares the order of paired levels; nothing where it is kept.
  init?(_ pairs: [Pair], from old: FrameworkVersion, to new: FrameworkVersion) {
    let levels = pairs.filter { pair in
      old.concepts[pair.old]?.kind.isOrdered ?? false
        && new.concepts[pair.new]?.kind.isOrdered ?? false
    }
    let kept = Set(levels.map(\.new))
    let order = new.order.filter(kept.contains)
    guard levels.map(\.new) != order else { return nil }
    (before, after) = (levels.map(\.old), order)
  }
}

extension ConceptKind {
  /// Whether the order of its concepts says something.
  fileprivate var isOrdered: Bool { self == .level || self == .educationLevel }
}
