import PasserelleGraph
import PasserelleModel
import PasserelleStore
import Testing

/// A large import takes indexes away and builds them anew: nobody must be able to tell.
struct LargeImportTests {
  @Test func isFoundLikeASmallOne() throws {
    let store = try CompetenceStore()
    try store.write { try Self.state(12_000, into: $0) }

    try store.read { graph in
      #expect(try graph.search("welder 11999", limit: 5).map(\.id.description) == ["xx:11999"])
      #expect(try graph.concepts(titled: "Welder 7").map(\.id.description) == ["xx:7"])
      // A cell of a table may hold any character.
      #expect(try graph.concepts(titled: "Welder\0 7").isEmpty)
      let id = try #require(Identifier("xx:42"))
      #expect(try graph.links(from: id).map(\.link.to.description) == ["xx:41"])
      #expect(try graph.links(to: id).map(\.link.from.description) == ["xx:43"])
      #expect(try graph.concepts(of: FrameworkName(series: "xx")).count == 12_000)
    }
  }

  @Test func leavesTheSameContentWhateverWasThereBefore() throws {
    let (one, other) = (try CompetenceStore(), try CompetenceStore())
    try one.write { try Self.state(12_000, into: $0) }
    try other.write { try Self.state(3_000, into: $0) }
    try other.write { try Self.state(12_000, into: $0) }

    #expect(try one.read { try $0.contentHash() } == other.read { try $0.contentHash() })
    #expect(
      try other.read { try $0.search("welder", limit: 20_000) }.count
        == one.read { try $0.search("welder", limit: 20_000) }.count)
  }

  @Test func thatIsUndoneLeavesTheStoreAsItWas() throws {
    struct Failure: Error {}
    let store = try CompetenceStore()
    try store.write { try Self.state(50, into: $0) }
    let before = try store.read { try $0.contentHash() }

    #expect(throws: Failure.self) {
      try store.write { transaction in
        try Self.state(12_000, into: transaction)
        throw Failure()
      }
    }
    #expect(try store.read { try $0.contentHash() } == before)
    // The indexes and the words are there: what is small is found and replaced as ever.
    try store.write { try Self.state(60, into: $0) }
    #expect(
      try store.read { try $0.search("welder 59", limit: 5) }.map(\.id.description) == ["xx:59"])
    #expect(try store.read { try $0.search("welder 11999", limit: 5) }.isEmpty)
  }

  /// The numbers of labels that are removed are given to others, which were not there when words were put off.
  @Test func labelsThatTakeTheNumbersOfOthersAreFound() throws {
    let store = try CompetenceStore()
    try store.write { try Self.state(20, into: $0) }
    try store.write { try Self.state(30, into: $0, named: "yy") }
    try store.write { transaction in
      try Self.tie(80, into: transaction)
      try Self.state(10, into: transaction, named: "yy")
    }

    let found = try store.read { try $0.search("welder 9", limit: 50) }
    #expect(Set(found.map(\.id.description)) == ["xx:9", "yy:9"])
    #expect(try store.read { try $0.search("welder 25", limit: 50) }.isEmpty)
    #expect(try store.verify().isWhole)
  }

  @Test func nodesThatWereThereAreNotMadeTwice() throws {
    let store = try CompetenceStore()
    try store.write { try Self.state(3_000, into: $0) }
    try store.write { try Self.state(12_000, into: $0, named: "yy", wider: "xx") }

    let id = try #require(Identifier("xx:2"))
    let links = try store.read { try $0.links(to: id) }.map(\.link.from.description)
    #expect(links.sorted() == ["xx:3", "yy:2"])
  }

  /// States a table of mappings, which has no labels but its title.
  private static func tie(_ count: Int, into transaction: ImportTransaction) throws {
    func add(_ statement: Statement, _ line: Int) throws {
      try transaction.add(
        statement, at: SourcePosition(file: "tie.csv", line: line, column: 1),
        from: PlainStatementTests.origin)
    }
    let (xx, yy) = (FrameworkName(series: "xx"), FrameworkName(series: "yy"))
    let set = MappingSet(name: FrameworkName(series: "tie"), title: .english("Tie"))
    try add(.mappings(set), 1)
    try add(.document(Document(key: "file", title: "file")), 2)
    for index in 0..<count {
      let (from, to) = (
        Identifier(xx, Code("\(index % 10)")), Identifier(yy, Code("\(index / 10)"))
      )
      try add(.link(Link(from: from, .closeMatch, to: to, source: "file")), index + 3)
    }
    transaction.endSource()
  }

  /// States a chain of concepts, each wider than the next; or each below one of another framework.
  private static func state(
    _ count: Int, into transaction: ImportTransaction, named series: String = "xx",
    wider other: String? = nil
  ) throws {
    let name = FrameworkName(series: series)
    func place(_ line: Int) -> SourcePosition {
      SourcePosition(file: "\(series).csv", line: line, column: 1)
    }
    func add(_ statement: Statement, _ line: Int) throws {
      try transaction.add(statement, at: place(line), from: PlainStatementTests.origin)
    }
    try add(.framework(Framework(name: name, kind: .competences, title: .english(series))), 1)
    try add(.document(Document(key: "file", title: "file")), 2)
    for index in 0..<count {
      let id = Identifier(name, Code("\(index)"))
      var concept = Concept(id: id, kind: .competence, title: .english("Welder \(index)"))
      concept.source = "file"
      try add(.concept(concept), index + 3)
      let wider = other.map { Identifier(FrameworkName(series: $0), Code("\(index % 3_000)")) }
      guard wider == nil || index < 3_000 else { continue }
      let target = wider ?? Identifier(name, Code("\(index - 1)"))
      if index > 0 {
        try add(.link(Link(from: id, .broader, to: target, source: "file")), index + 3)
      }
    }
    #expect(try transaction.problems().filter { $0.severity == .error } == [])
  }
}
