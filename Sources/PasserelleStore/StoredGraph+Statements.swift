internal import GRDB
internal import PasserelleGraph
package import PasserelleModel

// What the store holds, as the statements that it was made of.
extension StoredGraph {
  /// The names of all that was published: frameworks, mapping sets, agreements, in order.
  package func publications() throws -> [FrameworkName] {
    try String.fetchAll(db, sql: "SELECT name FROM publication ORDER BY is_mapping_set, name")
      .compactMap { FrameworkName($0) }
  }

  /// The licences that a publication and its documents name.
  package func licences(of name: FrameworkName) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT licence FROM publication WHERE name = :name AND licence IS NOT NULL
        UNION SELECT document.licence FROM document
          JOIN publication ON publication.id = document.publication
          WHERE name = :name AND document.licence IS NOT NULL
        ORDER BY 1
        """, arguments: ["name": name.description])
  }

  /// All that a publication says, as statements in the order of the contract.
  ///
  /// Concepts come by kind, each followed by its links, names and notes; what is about none of them comes
  /// last. What is held does not grow with the publication.
  ///
  /// - Parameters:
  ///   - name: The framework, mapping set or agreement.
  ///   - body: Takes each statement.
  /// - Throws: What the body throws, and errors of the store.
  package func statements(
    of name: FrameworkName, _ body: (PasserelleModel.Statement) throws -> Void
  ) throws {
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM publication WHERE name = ?", arguments: [name.description])
    else { return }
    try head(of: name).map(body)
    for document in try documents(of: name) { try body(.document(document)) }
    try StatementReader(of: id, in: self).read(body)
    for procedure in try procedures(of: name) { try body(.procedure(procedure.procedure)) }
  }

  /// The statement that opens a publication.
  func head(of name: FrameworkName) throws -> PasserelleModel.Statement? {
    if let framework = try framework(name) { return .framework(framework) }
    if let agreement = try agreements().first(where: { $0.agreement.name == name }) {
      return .agreement(agreement.agreement)
    }
    return try mappingSet(name).map { .mappings($0) }
  }

  private func mappingSet(_ name: FrameworkName) throws -> MappingSet? {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT publication.*, word.language, word.value
        FROM publication
        LEFT JOIN publication_word AS word ON word.publication = publication.id AND role = 'title'
        WHERE name = ? AND kind = 'mapping-set' ORDER BY word.position
        """, arguments: [name.description])
    guard let row = rows.first else { return nil }
    let title = rows.compactMap { row in
      (row["value"] as String?).flatMap { LocalizedText.Entry(row, text: $0) }
    }
    var mappings = MappingSet(name: name, title: LocalizedText(title))
    PublicationColumns.mappings.read(row, into: &mappings)
    return mappings
  }

  /// The documents of a publication, in its order.
  func documents(of name: FrameworkName) throws -> [Document] {
    try StoredRow.fetchAll(
      db,
      sql: """
        SELECT document.* FROM document JOIN publication ON publication.id = document.publication
        WHERE name = ? ORDER BY document.id
        """, arguments: [name.description]
    ).map(Document.init)
  }
}
