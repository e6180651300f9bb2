internal import GRDB
internal import PasserelleModel

extension ImportTransaction {
  /// Links to a framework that is here in several versions, none of which their source names.
  ///
  /// They are taken for each version, and answers say so; their author may have meant one of them.
  func openVersions() throws -> [Diagnostic] {
    try nodes.undescribed.sorted { $0.framework < $1.framework }.compactMap { framework, nodes in
      let open = try nodes.filter(isOpen)
      guard let first = open.first, let row = try links(at: first).first else { return nil }
      let versions = try versions(meantBy: first)
      let count = open.count
      return .warning(
        .openVersion,
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "\(count) \(count == 1 ? "concept" : "concepts") of '\(framework)' "
          + "\(count == 1 ? "is" : "are") linked to without a version; "
          + "the links are taken for each of \(list(versions))",
        hint: "name the version that is meant")
    }
  }

  private func isOpen(_ node: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM meaning WHERE name = ? AND is_open)"),
      arguments: [node]) ?? false
  }

  private func versions(meantBy node: Int64) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT node.framework FROM meaning JOIN node ON node.id = meaning.node
        WHERE meaning.name = ? ORDER BY 1
        """, arguments: [node])
  }
}
