package import PasserelleModel

/// A concept with all that a comparison asks of it.
///
/// It is made once, and compared with any number of others without asking the graph again.
package final class Placed: Sendable {
  /// A level that the concept stands at in its own framework.
  package struct Level: Hashable, Sendable {
    package var id: Identifier
    /// The link that says so; `nil` for a level itself.
    package var by: LinkRecord?
    /// Whether it is not known if the concept stood there on the day.
    package var isOpen = false
    /// Its position in its framework, lowest first; `nil` if the framework does not list it.
    package var order: Int?
  }

  package let record: ConceptRecord
  package let levels: [Level]
  /// What each reference framework makes of it.
  package let placements: [Placement]
  /// What is stated of it, its level or its framework without a reference framework: declarations,
  /// published mappings, succession, mappings that are not usable.
  package let statements: [LinkRecord]
  /// What was declared of it, where it is not known whether that held on the day.
  package let openDeclarations: [LinkRecord]
  /// What may indicate something beside any other concept.
  let hints: Hints
  /// The places of the reference levels in the order of their frameworks.
  package let orders: [Identifier: Int]
  /// What statements may call it by: itself, its levels, its framework.
  package let names: [Identifier]

  init(
    _ record: ConceptRecord, at levels: [Level], in placements: [Placement],
    statements: [LinkRecord], openDeclarations: [LinkRecord], hints: Hints,
    orders: [Identifier: Int]
  ) {
    (self.record, self.levels, self.placements) = (record, levels, placements)
    (self.statements, self.openDeclarations) = (statements, openDeclarations)
    (self.hints, self.orders) = (hints, orders)
    names = Self.names(of: record, at: levels.map(\.id))
  }

  static func names(of record: ConceptRecord, at levels: [Identifier]) -> [Identifier] {
    [record.id] + levels.filter { $0 != record.id } + [Identifier(record.id.framework)]
  }
}
