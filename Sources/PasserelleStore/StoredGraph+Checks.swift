internal import GRDB
package import PasserelleGraph
package import PasserelleModel

// What checks ask of what was just written: a question for a whole publication, never one a record.
extension StoredGraph {
  package func concepts(
    of framework: FrameworkName, kind: ConceptKind
  ) throws -> [ConceptRecord] {
    try concepts(
      where: "publication.name = ? AND concept.kind = ?", [framework.description, kind.rawValue])
  }

  package func links(
    _ relations: Set<Relation>, publishedWith names: Set<FrameworkName>
  ) throws -> [LinkRecord] {
    func places(_ count: Int) -> String { repeatElement("?", count: count).joined(separator: ", ") }
    return try links(
      of: "link",
      where: """
        link.relation IN (\(places(relations.count))) AND link.publication IN
          (SELECT id FROM publication WHERE name IN (\(places(names.count))))
        """,
      StatementArguments(
        relations.map(\.rawValue).sorted() + names.map(\.description).sorted()))
  }

  package func links(
    _ relation: Relation, fromConceptsOf framework: FrameworkName
  ) throws -> [LinkRecord] {
    try links(
      of: """
        publication AS owner
        JOIN concept ON concept.publication = owner.id
        JOIN link ON link.subject = concept.node
        """,
      where: "owner.name = ? AND link.relation = ?", [framework.description, relation.rawValue])
  }

  package func documents(declaredBy publication: FrameworkName) throws -> [DocumentRecord] {
    try StoredRow.fetchAll(
      db,
      sql: """
        SELECT document.*, publication.file FROM document
        JOIN publication ON publication.id = document.publication
        WHERE name = ? ORDER BY document.id
        """, arguments: [publication.description]
    ).map { row in
      DocumentRecord(
        document: Document(row),
        position: SourcePosition(file: row["file"], line: row["line"], column: row["column"]))
    }
  }
}
