internal import GRDB
package import PasserelleModel

extension StoredGraph {
  /// A concept with what names it outside.
  package struct Address {
    package var id: Identifier
    /// The address that the field has given it.
    package var uri: String?
    /// What its classification calls a group of its kind, or its kind.
    package var type: String
  }

  package func address(of id: Identifier) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT concept.uri FROM node JOIN concept ON concept.node = node.id
          WHERE node.hash = ? AND node.framework = ? AND node.code = ?
          """),
      arguments: [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
      ])
  }

  /// The addresses of the concepts of a framework, without their labels.
  ///
  /// - Parameter framework: The framework.
  /// - Returns: The addresses, in its order.
  /// - Throws: Errors of the store.
  package func addresses(in framework: FrameworkName) throws -> [Address] {
    try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT node.framework, node.code, concept.uri, coalesce(concept.tier, concept.kind) AS type
          FROM publication
          JOIN concept ON concept.publication = publication.id
          JOIN node ON node.id = concept.node
          WHERE publication.name = ? ORDER BY concept.position
          """), arguments: [framework.description]
    ).compactMap { row in
      Identifier(row).map { Address(id: $0, uri: row["uri"], type: row["type"]) }
    }
  }
}
