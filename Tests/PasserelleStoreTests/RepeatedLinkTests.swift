import PasserelleGraph
import PasserelleModel
import PasserelleStore
import Testing

/// A link that is stated twice is found however it was written, and however far apart the two are.
struct RepeatedLinkTests {
  @Test(arguments: [false, true])
  func isFoundByTheShortWayAndTheLong(isPlain: Bool) throws {
    let store = try CompetenceStore()
    let problems = try state(into: store, count: 3, again: [1], isPlain: isPlain)

    #expect(problems.map { "\($0.position.line) \($0.id)" } == ["1001 duplicate-pair"])
    #expect(problems.first?.hint == "the first is on line 101, and is kept")
    #expect(try store.read { try $0.links() }.count == 3)
  }

  @Test func isFoundInALargeImport() throws {
    let (one, other) = (try CompetenceStore(), try CompetenceStore())
    #expect(try state(into: one, count: 15_000, again: [], isPlain: true) == [])
    let problems = try state(
      into: other, count: 15_000, again: [14_999, 0, 7_500], isPlain: true)

    #expect(problems.map(\.id) == ["duplicate-pair", "duplicate-pair", "duplicate-pair"])
    #expect(try one.read { try $0.contentHash() } == other.read { try $0.contentHash() })
  }

  @Test func aSecondImportOfTheSameIsNone() throws {
    let store = try CompetenceStore()
    for _ in 1...2 {
      #expect(try state(into: store, count: 3, again: [], isPlain: true) == [])
    }
  }

  @Test func theSecondTitleOfALanguageGoesTheLongWay() throws {
    try CompetenceStore().write { transaction in
      try open(transaction)
      func fields(_ languages: [String]) -> Fields {
        var fields = Fields("concept")
        fields.fields = [.init(name: "id", value: "xx:t"), .init(name: "kind", value: "level")]
        fields.fields += languages.map { .init(name: "title", value: "T", language: $0) }
        fields.fields.append(.init(name: "source", value: "file"))
        return fields
      }
      for languages in [["en", "en"], ["en-us"], ["EN"], ["en", "fr", "en"]] {
        let isTaken = try PlainStatementTests.addPlain(
          fields(languages), to: transaction, at: PlainStatementTests.place(3))
        #expect(!isTaken, "\(languages)")
      }
      #expect(
        try PlainStatementTests.addPlain(
          fields(["en", "en-US", "fr"]), to: transaction, at: PlainStatementTests.place(3)))
    }
  }

  private func open(_ transaction: ImportTransaction) throws {
    let framework = Framework(
      name: FrameworkName(series: "xx"), kind: .competences, title: .english("x"))
    for statement in [
      Statement.framework(framework), .document(Document(key: "file", title: "file")),
    ] {
      try transaction.add(
        statement, at: PlainStatementTests.place(1), from: PlainStatementTests.origin)
    }
  }

  /// States concepts, each with a link to the first, and some of the links again.
  private func state(
    into store: CompetenceStore, count: Int, again: [Int], isPlain: Bool
  ) throws -> [Diagnostic] {
    try store.write { transaction in
      try open(transaction)
      func id(_ index: Int) -> Identifier {
        Identifier(FrameworkName(series: "xx"), Code("\(index)"))
      }
      func add(_ statement: Statement, _ line: Int) throws {
        let place = PlainStatementTests.place(line)
        if isPlain, try PlainStatementTests.addPlain(statement.fields, to: transaction, at: place) {
          return
        }
        try transaction.add(statement, at: place, from: PlainStatementTests.origin)
      }
      func link(_ index: Int) -> Statement {
        .link(Link(from: id(index), .requiresEssential, to: id(count), source: "file"))
      }
      for index in 0...count {
        var concept = Concept(id: id(index), kind: .competence, title: .english("C\(index)"))
        concept.source = "file"
        try add(.concept(concept), index + 2)
      }
      for index in 0..<count { try add(link(index), index + 100) }
      for index in again { try add(link(index), index + 1_000) }
      return try transaction.problems()
    }
  }
}
