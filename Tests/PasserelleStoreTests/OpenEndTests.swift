import PasserelleModel
import PasserelleStore
import Testing

struct OpenEndTests {
  @Test func anOpenPublicationKeepsLinksToWhatIsNotKnown() throws {
    let store = try CompetenceStore()
    let problems = try store.write { transaction in
      try Self.mappings(["a:1", "a:2"], into: transaction)
      return try transaction.problems()
    }
    #expect(problems.map(\.severity) == [.warning, .warning])
    #expect(problems.map(\.id) == ["unknown-framework", "unknown-framework"])
    #expect(
      problems.map { $0.summary.prefix { $0 != "," } } == [
        "2 concepts of 'a' are linked to", "1 concept of 'b' is linked to",
      ])
    #expect(problems.first?.position.description == "set.tsv:3:1")

    let end = try #require(Identifier("a:1"))
    #expect(try store.read { try $0.links(from: end).count } == 1)
  }

  @Test func theyJoinUpWhenTheOtherEndIsImported() throws {
    let store = try CompetenceStore()
    let problems = try store.write { transaction in
      try Self.mappings(["a:1", "a:3"], into: transaction)
      try Self.framework("a", ["1", "2"], into: transaction)
      try Self.framework("b", ["1"], into: transaction)
      return try transaction.problems()
    }
    #expect(problems.map(\.id) == ["unknown-code"])
    #expect(
      problems.first?.summary
        == "'a' has no '3'; the links are kept as stated")
  }

  @Test func aSetMayLieBetweenManyFrameworks() throws {
    let store = try CompetenceStore()
    try store.write { try Self.mappings(["a:1", "c:1"], into: $0) }
    let statistics = try store.read { try $0.statistics() }

    #expect(statistics.publications.map(\.links) == [2])
  }

  @Test func aGlobalNameLeadsToTheConceptThatStatesIt() throws {
    let store = try CompetenceStore()
    try store.write { transaction in
      try Self.framework("a", ["1"], into: transaction)
      var set = MappingSet(name: FrameworkName(series: "set"), title: .english("A set"))
      set.isOpen = true
      var link = Link(
        from: try #require(Identifier("c:1")), .atLevel, to: try #require(Identifier("list:x")),
        source: "file")
      link.toURI = "http://a.example/1"
      var stranger = link
      stranger.toURI = "http://a.example/2"
      for statement in [
        Statement.mappings(set), .document(Document(key: "file", title: "A file")), .link(link),
        .link(stranger),
      ] {
        try transaction.add(statement, at: Self.place(1, in: "set.tsv"), from: Self.origin)
      }
    }
    let links = try store.read { try $0.links(from: try #require(Identifier("c:1"))) }
    #expect(Set(links.map(\.link.to.description)) == ["a:1", "list:x"])
  }

  private static let origin = ImportTransaction.Origin(adapter: "Test", isBundled: false)

  private static func place(_ line: Int, in file: String) -> SourcePosition {
    SourcePosition(file: file, line: line, column: 1)
  }

  private static func mappings(_ ids: [String], into transaction: ImportTransaction) throws {
    var set = MappingSet(name: FrameworkName(series: "set"), title: .english("A set"))
    set.isOpen = true
    set.source = "file"
    let target = try #require(Identifier("b:1"))
    let statements: [Statement] =
      [.mappings(set), .document(Document(key: "file", title: "A file"))]
      + (try ids.map { id in
        .link(Link(from: try #require(Identifier(id)), .exactMatch, to: target, source: "file"))
      })
    for (index, statement) in statements.enumerated() {
      try transaction.add(statement, at: place(index + 1, in: "set.tsv"), from: origin)
    }
  }

  private static func framework(
    _ name: String, _ codes: [String], into transaction: ImportTransaction
  ) throws {
    let name = FrameworkName(series: name)
    let framework = Framework(name: name, kind: .occupations, title: .english("Occupations"))
    var statements: [Statement] = [
      .framework(framework), .document(Document(key: "file", title: "A file")),
    ]
    for code in codes {
      var concept = Concept(
        id: Identifier(name, Code(code)), kind: .occupation, title: .english(code))
      concept.source = "file"
      concept.uri = "http://\(name).example/\(code)"
      statements.append(.concept(concept))
    }
    for (index, statement) in statements.enumerated() {
      try transaction.add(statement, at: place(index + 1, in: "\(name).csv"), from: origin)
    }
  }
}
