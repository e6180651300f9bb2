package import PasserelleModel

/// A concept with all that a comparison asks of it.
///
/// It is made once, and compared with any number of others without asking the graph again.
package struct Placed: Sendable {
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

  package var record: ConceptRecord
  package var levels: [Level]
  /// What each reference framework makes of it.
  package var placements: [Placement]
  /// What is stated of it, its level or its framework without a reference framework: declarations,
  /// published mappings, succession, mappings that are not usable.
  package var statements: [LinkRecord]
  /// What only indicates: what centres and statistics say of it and its levels, and what its framework as
  /// a whole is linked to.
  package var indicating: [LinkRecord] = []
  /// The levels of the certificates that centres compare it with.
  package var levelsOfEvaluated: [Identifier: [Identifier]] = [:]
  /// What was declared of it, where it is not known whether that held on the day.
  package var openDeclarations: [LinkRecord] = []
  /// What may indicate something beside any other concept.
  var hints = Hints()
  /// The places of the reference levels in the order of their frameworks.
  package var orders: [Identifier: Int]

  /// What statements may call it by: itself, its levels, its framework.
  package var names: [Identifier] {
    [record.id] + levels.map(\.id).filter { $0 != record.id } + [Identifier(record.id.framework)]
  }
}
