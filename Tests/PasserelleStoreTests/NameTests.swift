import PasserelleGraph
import PasserelleModel
import Testing

@testable import PasserelleStore

/// A name is found as a title is, belongs to who states it, and goes with them.
struct NameTests {
  private let store: CompetenceStore

  init() throws {
    store = try CompetenceStore()
    try store.write { transaction in
      try Self.state(Self.framework + [Self.name("Gesellenbrief")], in: transaction)
      try Self.state(
        Self.collection + [Self.name("Journeyman's paper", .former, source: "list")],
        in: transaction)
    }
  }

  @Test(arguments: ["Gesellenbrief", "GESELLENBRIEF", "journeyman's paper", "Lehrabschluss"])
  func aConceptIsFoundByEveryName(name: String) throws {
    #expect(try store.read { try $0.concepts(titled: name) }.map(\.id) == [Self.trade])
  }

  @Test func aNameIsNoOtherTitle() throws {
    let record = try #require(try store.read { try $0.concept(Self.trade) })
    #expect(record.concept.alternatives.isEmpty)
    #expect(record.concept.title.entries.map(\.text) == ["Lehrabschluss"])
  }

  @Test func eachNameHasItsOwnSource() throws {
    let names = try store.read { try $0.names(of: Self.trade) }
    #expect(names.map(\.evidence.document?.key) == ["act", "list"])
    #expect(names.map(\.name.kind) == [.colloquial, .former])
  }

  @Test func aNameGoesWithThePublicationThatStatesIt() throws {
    try store.write { transaction in
      try transaction.remove(FrameworkName(series: "yy-names"))
    }
    try store.read { (graph: StoredGraph) throws in
      #expect(try graph.names(of: Self.trade).map(\.name.kind) == [.colloquial])
      #expect(try graph.concepts(titled: "Journeyman's paper").isEmpty)
      #expect(try graph.concepts(titled: "Lehrabschluss").count == 1)
    }
  }

  @Test func aNameStaysWhenItsConceptIsReplaced() throws {
    try store.write { try Self.state(Self.framework, in: $0) }
    try store.read { (graph: StoredGraph) throws in
      #expect(try graph.names(of: Self.trade).map(\.name.kind) == [.former])
      #expect(try graph.concepts(titled: "journeyman's paper").map(\.id) == [Self.trade])
      #expect(try graph.concepts(titled: "Gesellenbrief").isEmpty)
    }
  }

  @Test func aNameThatIsStatedTwiceIsKeptOnce() throws {
    let problems = try store.write { transaction in
      try Self.state(
        Self.framework + [Self.name("Gesellenbrief"), Self.name("Gesellenbrief")], in: transaction)
      return try transaction.problems()
    }
    #expect(problems.map(\.id) == [.duplicateStatement])
    #expect(try store.read { try $0.names(of: Self.trade) }.count == 2)
  }

  @Test func aFrameworkHasAliasesAndNoNames() throws {
    var name = Name(of: Identifier(Self.series), text: .english("X"), kind: .official)
    name.source = "act"
    #expect(throws: Diagnostic.self) {
      try store.write { try Self.state(Self.framework + [.name(name)], in: $0) }
    }
  }

  // MARK: - Statements

  private static let series = FrameworkName(series: "xx-nqf")
  private static let trade = Identifier(series, Code("trade"))

  private static var framework: [PasserelleModel.Statement] {
    var concept = Concept(id: trade, kind: .qualification, title: .english("Lehrabschluss"))
    concept.source = "act"
    return [
      .framework(Framework(name: series, kind: .qualificationsFramework, title: .english("X"))),
      .document(Document(key: "act", title: "Act")), .concept(concept),
    ]
  }

  private static var collection: [PasserelleModel.Statement] {
    [
      .framework(
        Framework(
          name: FrameworkName(series: "yy-names"), kind: .register, title: .english("Names"))),
      .document(Document(key: "list", title: "List")),
    ]
  }

  private static func name(
    _ text: String, _ kind: NameKind = .colloquial, source: String = "act"
  ) -> PasserelleModel.Statement {
    .name(Name(of: trade, text: .english(text), kind: kind, source: source))
  }

  private static func state(
    _ statements: [PasserelleModel.Statement], in transaction: ImportTransaction
  ) throws {
    for (line, statement) in statements.enumerated() {
      try transaction.add(
        statement, at: PlainStatementTests.place(line + 1), from: PlainStatementTests.origin)
    }
    transaction.endSource()
  }
}
