internal import GRDB
internal import PasserelleModel

/// The columns of a concept, but for its labels, which are rows of their own.
enum ConceptColumns {
  static let table = StoredTable<Concept, RowPlace>(
    "concept", onConflict: "OR IGNORE",
    [
      .place("node", content: .name("node.framework, node.code")) { $0.node },
      // The node says which framework it is of.
      .place("publication", content: .nothing) { $0.publication },
      .place("position") { $0.position },
      .value("kind", .needed { $0.kind.rawValue }),
      .value("tier", .optional(\.tier)),
      .value("uri", .optional(\.uri)),
      .value("status", .optional(\.status)),
      .value("valid_from", .text(\.validity.from)),
      .value("valid_by", .text(\.validity.by)),
      .value("valid_to", .text(\.validity.to)),
      .value(
        "workload",
        StoredValue(
          write: { $0.workloads.column },
          read: { $0.workloads = [Workload](column: String.fromDatabaseValue($1)) })),
      .value(
        "sector",
        StoredValue(
          write: { $0.sectors.column },
          read: { $0.sectors = [Sector](column: String.fromDatabaseValue($1)) })),
      .document,
      .part(of: "concept"),
      .line,
      .column,
    ])
}
