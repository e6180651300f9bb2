import PasserelleGraph
import PasserelleModel
import PasserelleStore
import Testing

/// What checks, lists and differences ask of a graph: the store and the graph in memory say the same.
struct CheckQuestionTests {
  private let framework = FrameworkName(series: "ie-nqf")
  private let mappings = FrameworkName(series: "ie-eqf")

  @Test func theConceptsOfOneKind() throws {
    try expectOfBoth(["ie-nqf:8"]) { graph in
      try graph.concepts(of: framework, kind: .level).map(\.id.description)
    }
  }

  @Test func theDocumentsOfAPublicationWithTheirPlaces() throws {
    try expectOfBoth(["act at list.yaml:2:1", "report at list.yaml:3:1"]) { graph in
      try graph.documents(declaredBy: framework).map { "\($0.document.key) at \($0.position)" }
    }
    try expectOfBoth(["table at list.yaml:9:1"]) { graph in
      try graph.documents(declaredBy: mappings).map { "\($0.document.key) at \($0.position)" }
    }
  }

  @Test func theLinksOfSomeRelationsThatWerePublishedTogether() throws {
    try expectOfBoth(["ie-nqf:q ie-nqf:9"]) { graph in
      try graph.links([.atLevel, .broader], publishedWith: [mappings], from: nil).map(Self.ends)
    }
    try expectOfBoth(["ie-nqf:q ie-nqf:8", "ie-nqf:q ie-nqf:9"]) { graph in
      try graph.links([.atLevel], publishedWith: nil, from: nil).map(Self.ends)
    }
  }

  @Test func theLinksThatStartAtConceptsOfAKind() throws {
    try expectOfBoth(["ie-nqf:8 ie-nqf:9"]) { graph in
      try graph.links([.atLevel, .referencedTo], publishedWith: nil, from: .level).map(Self.ends)
    }
  }

  @Test func whatLinksLeadToEachOnce() throws {
    try expectOfBoth(["atLevel ie-nqf:8", "atLevel ie-nqf:9"]) { graph in
      try graph.ends(of: [.atLevel], publishedWith: nil).map { "\($0.relation) \($0.to)" }.sorted()
    }
    try expectOfBoth(["atLevel ie-nqf:8"]) { graph in
      try graph.ends(of: [.atLevel], publishedWith: [framework]).map { "\($0.relation) \($0.to)" }
    }
  }

  @Test func whereTwoLinksOfOneConceptLead() throws {
    try expectOfBoth(["ie-nqf:8 ie-nqf:8", "ie-nqf:8 ie-nqf:9"]) { graph in
      try graph.pairs(of: [.awardedBy], with: .atLevel, publishedWith: [framework])
        .map { "\($0.first.to) \($0.second.to)" }.sorted()
    }
    try expectOfBoth([]) { graph in
      try graph.pairs(of: [.awardedBy], with: .atLevel, publishedWith: [mappings])
        .map { "\($0.first.to) \($0.second.to)" }
    }
  }

  @Test func theLinksOfAPair() throws {
    func pair(_ level: String) -> LinkEndPair {
      LinkEndPair(
        LinkEnd(.awardedBy, to: Identifier(framework, Code("8"))),
        LinkEnd(.atLevel, to: Identifier(framework, Code(level))))
    }
    try expectOfBoth(["ie-nqf:q ie-nqf:8"]) { graph in
      try graph.links(of: pair("9"), publishedWith: [framework]).map(Self.ends)
    }
    try expectOfBoth([]) { graph in
      try graph.links(of: pair("7"), publishedWith: nil).map(Self.ends)
    }
  }

  @Test func theConceptsWithTheirTitlesAlone() throws {
    try expectOfBoth(["ie-nqf:8 level 8", "ie-nqf:q qualification q"]) { graph in
      try graph.titles(of: framework).map { concept in
        "\(concept.id) \(concept.kind.rawValue) \(concept.fullTitle)"
      }
    }
    try expectOfBoth([]) { graph in
      try graph.titles(of: FrameworkName(series: "none")).map(\.id.description)
    }
  }

  @Test func theLinksOfSomeRelationsThatStartAtAnyOfSomeConcepts() throws {
    try expectOfBoth(["ie-nqf:8 ie-nqf:9", "ie-nqf:q ie-nqf:8", "ie-nqf:q ie-nqf:9"]) { graph in
      try graph.links(from: Set(["8", "q", "unknown"].map(id)), by: [.atLevel, .referencedTo])
        .map(Self.ends)
    }
    try expectOfBoth([]) { try $0.links(from: [], by: [.atLevel]).map(Self.ends) }
  }

  @Test func theLinksThatOthersHavePublished() throws {
    try expectOfBoth(["ie-nqf:8 ie-nqf:9", "ie-nqf:q ie-nqf:9"]) { graph in
      try graph.links(touching: [id("9")], besidesThoseOf: [framework]).map(Self.ends)
    }
    try expectOfBoth([]) { graph in
      try graph.links(touching: [id("9")], besidesThoseOf: [framework, mappings]).map(Self.ends)
    }
  }

  @Test func theAddressOfAConcept() throws {
    try expectOfBoth(["urn:q", "none"]) { graph in
      try ["q", "8"].map { try graph.address(of: id($0)) ?? "none" }
    }
  }

  private func id(_ code: String) -> Identifier { Identifier(framework, Code(code)) }

  private static func ends(of record: LinkRecord) -> String {
    "\(record.link.from) \(record.link.to)"
  }

  /// A framework with a level and a qualification, and a set of mappings about them.
  private var statements: [Statement] {
    func concept(_ code: String, _ kind: ConceptKind) -> Statement {
      var concept = Concept(id: id(code), kind: kind, title: .english(code))
      concept.source = "act"
      concept.uri = code == "q" ? "urn:q" : nil
      return .concept(concept)
    }
    return [
      .framework(
        Framework(name: framework, kind: .qualificationsFramework, title: .english("Irish"))),
      .document(Document(key: "act", title: "The act")),
      .document(Document(key: "report", title: "The report")),
      concept("8", .level), concept("q", .qualification),
      .link(Link(from: id("q"), .atLevel, to: id("8"), source: "act")),
      .link(Link(from: id("q"), .awardedBy, to: id("8"), source: "act")),
      .mappings(MappingSet(name: mappings, title: .english("Mappings"))),
      .document(Document(key: "table", title: "The table")),
      .link(Link(from: id("q"), .atLevel, to: id("9"), source: "table")),
      .link(Link(from: id("8"), .referencedTo, to: id("9"), source: "table")),
    ]
  }

  private func expectOfBoth(
    _ answer: [String], sourceLocation: SourceLocation = #_sourceLocation,
    _ question: (any GraphReading) throws -> [String]
  ) throws {
    let store = try CompetenceStore()
    var graph = Graph()
    try store.write { transaction in
      for (index, statement) in statements.enumerated() {
        let place = SourcePosition(file: "list.yaml", line: index + 1, column: 1)
        try transaction.add(statement, at: place, from: PlainStatementTests.origin)
        graph.add(statement, at: place)
      }
    }

    #expect(try question(graph) == answer, sourceLocation: sourceLocation)
    #expect(try store.read { try question($0) } == answer, sourceLocation: sourceLocation)
  }
}
