import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What is written of an answer: what it rests on, no more, and what its readers must be told.
struct ExcerptTests {
  @Test func itHasTheConceptsAndLinksOfTheAnswerAndNoOthers() throws {
    let statements = try Self.excerpt(of: "aa-nqf:1", "aa-nqf:2")

    #expect(statements.concepts == ["aa-nqf:1", "aa-nqf:2", "eqf:1", "eqf:2"])
    #expect(
      statements.links == ["aa-nqf:1 referencedTo eqf:1", "aa-nqf:2 referencedTo eqf:2"])
  }

  @Test func itHasTheDocumentsThatItsStatementsRestOn() throws {
    #expect(try Self.excerpt(of: "aa-nqf:1").documents == ["report", "report"])
  }

  @Test func whatReadersMustBeToldOfAConceptComesWithIt() throws {
    let statements = try Self.excerpt(of: "aa-nqf:1") {
      $0.note("aa-nqf:1", "Only in one region.")
      $0.note("aa-nqf:3", "Of another level.")
    }

    #expect(statements.notes(about: "aa-nqf:1") == ["Only in one region."])
    #expect(statements.notes(about: "aa-nqf:3") == [])
  }

  @Test func aFrameworkSaysThatItIsNotTheWhole() throws {
    #expect(
      try Self.excerpt(of: "aa-nqf:1").notes(about: "aa-nqf")
        == ["This is an excerpt: only what one answer is based on. The framework has more."])
  }

  @Test func whatCorrespondsElsewhereComesWithTheLinksThatSaySo() throws {
    let statements = try Self.statements { vantage in
      let finder = CorrespondentFinder(vantage)
      let level = try #require(try Identifier("eqf:2").flatMap(vantage.graph.concept))
      let there = try IdentifierResolver(vantage.graph, day: vantage.day).frameworks("aa-nqf")
      return Excerpt(of: try finder.find(level, in: there))
    }

    #expect(statements.concepts == ["aa-nqf:2", "aa-nqf:3", "eqf:2"])
    #expect(
      statements.links == ["aa-nqf:2 referencedTo eqf:2", "aa-nqf:3 referencedTo eqf:2"])
  }

  // MARK: - Support

  private static func excerpt(
    of ids: String..., with add: (inout SmallGraph) -> Void = { _ in }
  ) throws -> [Statement] {
    try statements(with: add) { vantage in
      let concepts = try ids.compactMap { Identifier($0) }.compactMap(vantage.graph.concept)
      return Excerpt(of: try Comparer(vantage).compare(concepts))
    }
  }

  private static func statements(
    with add: (inout SmallGraph) -> Void = { _ in },
    _ excerpt: (Vantage) throws -> Excerpt
  ) throws -> [Statement] {
    try SmallGraph.ofTwoFrameworks(add).read { graph in
      let excerpt = try excerpt(Vantage(graph, day: "2026-11-26"))
      var statements: [Statement] = []
      for name in excerpt.publications {
        try graph.statements(of: name, within: excerpt) { statements.append($0) }
      }
      return statements
    }
  }
}

extension [Statement] {
  fileprivate var concepts: [String] {
    compactMap { if case .concept(let concept) = $0 { "\(concept.id)" } else { nil } }
  }

  fileprivate var links: [String] {
    compactMap {
      if case .link(let link) = $0 {
        "\(link.from) \(link.relation.rawValue) \(link.to)"
      } else {
        nil
      }
    }
  }

  fileprivate var documents: [String] {
    compactMap { if case .document(let document) = $0 { document.key } else { nil } }
  }

  fileprivate func notes(about id: String) -> [String] {
    compactMap { statement in
      guard case .note(let note) = statement, "\(note.about)" == id else { return nil }
      return note.text.preferred
    }
  }
}
