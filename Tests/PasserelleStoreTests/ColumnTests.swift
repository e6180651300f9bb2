import GRDB
import PasserelleModel
import Testing

@testable import PasserelleStore

/// Each column is named in one list, which writes, reads and hashes it.
struct ColumnTests {
  @Test(arguments: [
    (ConceptColumns.table.name, ConceptColumns.table.columns.map(\.name)),
    (LinkColumns.table.name, LinkColumns.table.columns.map(\.name)),
    (NameColumns.table.name, NameColumns.table.columns.map(\.name)),
    (NoteColumns.table.name, NoteColumns.table.columns.map(\.name)),
    (ProcedureColumns.table.name, ProcedureColumns.table.columns.map(\.name)),
    (DocumentColumns.table.name, DocumentColumns.table.columns.map(\.name)),
    ("publication", PublicationColumns.names),
  ])
  func everyColumnOfATableIsInItsList(table: String, list: [String]) throws {
    let columns = try CompetenceStore().queue.read { try $0.columns(in: table).map(\.name) }

    #expect(Set(columns).subtracting(["id"]) == Set(list))
    #expect(list.count == Set(list).count)
  }

  @Test func askingForAColumnThatWasNotSelectedEndsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      try CompetenceStore().queue.read { db in
        let row = try StoredRow.fetchOne(db, sql: "SELECT 1 AS line")
        _ = row?["lnie"] as Int?
      }
    }
  }

  @Test func aPurposeThatNoLongerFitsIsKeptAmongTheTerms() throws {
    let store = try Self.storeWithAnotherPurpose()
    try store.queue.write { try $0.execute(sql: Schema.purposes) }

    let link = try #require(try store.read { try $0.links() }.first?.link)
    #expect(link.purposes == [.study])
    #expect(link.conditions == ["purpose: further studies", "within a year"])
  }

  /// A store from before purposes were words of a list.
  private static func storeWithAnotherPurpose() throws -> CompetenceStore {
    let store = try CompetenceStore()
    try store.write { transaction in
      let name = FrameworkName(series: "xx")
      let (one, two) = (Identifier(name, Code("1")), Identifier(name, Code("2")))
      var link = Link(from: one, .declaredEquivalent, to: two, source: "law")
      link.conditions = ["within a year"]
      link.purposes = [.study, .work]
      for statement: PasserelleModel.Statement in [
        .framework(Framework(name: name, kind: .register, title: .english("X"))),
        .document(Document(key: "law", title: "Law")), .link(link),
      ] {
        try transaction.add(
          statement, at: PlainStatementTests.place(1), from: PlainStatementTests.origin)
      }
    }
    try store.queue.write { db in
      try db.execute(sql: "UPDATE link_word SET value = 'further studies' WHERE value = 'work'")
    }
    return store
  }
}
