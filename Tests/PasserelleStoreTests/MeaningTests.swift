import PasserelleGraph
import PasserelleModel
import PasserelleStore
import Testing

/// What the ends of links mean depends on what is here, and on nothing else.
struct MeaningTests {
  @Test(arguments: [["list", "links"], ["links", "list"]])
  func anAddressMeansTheConceptThatStatesItWhateverCameFirst(order: [String]) throws {
    let store = try Self.store(order.map { [$0] })
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch list:b"])
  }

  @Test(arguments: [["list", "links"], ["links", "list"]])
  func oneImportMeansWhatTwoMean(order: [String]) throws {
    let one = try Self.store([order])
    let two = try Self.store(order.map { [$0] })
    #expect(try Self.hash(one) == Self.hash(two))
    #expect(try Self.pairs(one) == Self.pairs(two))
  }

  @Test func aConceptOfNoFrameworkHereKeepsTheNameThatItWasGiven() throws {
    let store = try Self.store([["links"]])
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch made-up:b"])
  }

  @Test func whatWasRemovedIsFoundAgainUnderAnotherName() throws {
    let store = try Self.store([["list"], ["links"]])
    let hash = try Self.hash(store)
    try store.write { try $0.remove(FrameworkName(series: "list")) }
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch made-up:b"])
    try store.write { try Self.add("renamed", to: $0) }
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch renamed:b"])
    try store.write { try $0.remove(FrameworkName(series: "renamed")) }
    try store.write { try Self.add("list", to: $0) }
    #expect(try Self.hash(store) == hash)
  }

  @Test func theSubjectIsFoundByItsAddressToo() throws {
    let store = try Self.store([["back"], ["list"]])
    let end = try #require(Identifier("list:b"))
    #expect(try store.read { try $0.links(from: end).map(\.link.to.description) } == ["xx-occ:1"])
    #expect(
      try store.read { try $0.links(to: #require(Identifier("xx-occ:1"))).map(\.link.from) } == [
        end
      ])
  }

  // MARK: - Versions

  @Test func anAddressThatVersionsShareIsOpenToAllOfThem() throws {
    let store = try Self.store([["links"], ["list@1"], ["list@2"]])
    #expect(
      try Self.pairs(store) == ["xx-occ:1 exactMatch list@1:b", "xx-occ:1 exactMatch list@2:b"])
    #expect(try store.read { try $0.links().allSatisfy(\.isOpen) })
  }

  @Test(arguments: [["list@1", "list@2", "dated"], ["dated", "list@2", "list@1"]])
  func theVersionThatTheSourceNamesIsMeant(order: [String]) throws {
    let store = try Self.store(order.map { [$0] })
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch list@1:b"])
    #expect(try store.read { try !$0.links().contains(where: \.isOpen) })
  }

  @Test func aVersionThatTheSourceDoesNotNameIsNotMeant() throws {
    let store = try Self.store([["dated"], ["list@2"]])
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch list@1:b"])
    let other = try #require(Identifier("list@2:b"))
    #expect(try store.read { try $0.links(to: other).isEmpty })
  }

  @Test(arguments: [["bare", "list@1"], ["list@1", "bare"]])
  func aNameWithoutItsVersionMeansTheOnlyVersionThatIsHere(order: [String]) throws {
    let store = try Self.store(order.map { [$0] })
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch list@1:b"])
    #expect(try store.read { try !$0.links().contains(where: \.isOpen) })
  }

  @Test func aNameWithoutItsVersionIsOpenToAllThatAreHere() throws {
    let store = try Self.store([["list@1"], ["bare"], ["list@2"]])
    #expect(
      try Self.pairs(store) == ["xx-occ:1 exactMatch list@1:b", "xx-occ:1 exactMatch list@2:b"])
    let end = try #require(Identifier("list@2:b"))
    let found = try store.read { try $0.links(to: end) }
    #expect(found.map(\.isOpen) == [true])
  }

  @Test func aFrameworkWithoutVersionsIsMeantByItsOwnName() throws {
    let store = try Self.store([["list@1"], ["list"], ["bare"]])
    #expect(try Self.pairs(store) == ["xx-occ:1 exactMatch list:b"])
  }

  // MARK: - What is told

  @Test func whatIsFoundByItsAddressIsNotMissed() throws {
    let store = try CompetenceStore()
    let problems = try store.write { transaction in
      for name in ["links", "list"] { try Self.add(name, to: transaction) }
      return try transaction.problems()
    }
    #expect(problems.map(\.description) == [])
  }

  @Test func whatIsStatedIsWhatIsWritten() throws {
    let store = try Self.store([["list"], ["links"]])
    let written = try store.read { graph in
      var links: [Link] = []
      try graph.statements(of: FrameworkName(series: "xx-occ")) {
        if case .link(let link) = $0 { links.append(link) }
      }
      return links
    }
    #expect(written.map(\.to.description) == ["made-up:b"])
    #expect(written.map(\.toURI) == ["http://list.example/b"])
  }

  // MARK: - Publications

  private static let origin = ImportTransaction.Origin(adapter: "Test", isBundled: false)

  private static func store(_ imports: [[String]]) throws -> CompetenceStore {
    let store = try CompetenceStore()
    for names in imports {
      try store.write { for name in names { try add(name, to: $0) } }
    }
    return store
  }

  private static func add(_ name: String, to transaction: ImportTransaction) throws {
    for (index, statement) in try statements(of: name).enumerated() {
      try transaction.add(
        statement, at: SourcePosition(file: name, line: index + 1, column: 1), from: origin)
    }
  }

  private static func statements(of name: String) throws -> [Statement] {
    switch name {
    case "links": try occupation(linkedTo: "made-up:b", uri: "http://list.example/b")
    case "dated": try occupation(linkedTo: "list@1:b", uri: "http://list.example/b")
    case "bare": try occupation(linkedTo: "list:b")
    case "back": try occupation(linkedFrom: "made-up:b", uri: "http://list.example/b")
    default: try list(#require(FrameworkName(name)))
    }
  }

  private static func list(_ name: FrameworkName) -> [Statement] {
    opening(name) + ["a", "b"].map { concept(name, $0, uri: "http://list.example/\($0)") }
  }

  private static let occupations = FrameworkName(series: "xx-occ")

  private static func occupation(
    linkedTo to: String, uri: String? = nil
  ) throws -> [Statement] {
    var link = Link(
      from: Identifier(occupations, Code("1")), .exactMatch, to: try #require(Identifier(to)),
      source: "file")
    link.toURI = uri
    return opening(occupations) + [concept(occupations, "1"), .link(link)]
  }

  private static func occupation(linkedFrom from: String, uri: String) throws -> [Statement] {
    var link = Link(
      from: try #require(Identifier(from)), .exactMatch, to: Identifier(occupations, Code("1")),
      source: "file")
    link.fromURI = uri
    return opening(occupations) + [concept(occupations, "1"), .link(link)]
  }

  private static func opening(_ name: FrameworkName) -> [Statement] {
    var framework = Framework(name: name, kind: .occupations, title: .english("Occupations"))
    framework.isOpen = true
    framework.source = "file"
    return [.framework(framework), .document(Document(key: "file", title: "A file"))]
  }

  private static func concept(
    _ name: FrameworkName, _ code: String, uri: String? = nil
  ) -> Statement {
    var concept = Concept(
      id: Identifier(name, Code(code)), kind: .occupation, title: .english(code))
    (concept.source, concept.uri) = ("file", uri)
    return .concept(concept)
  }

  private static func pairs(_ store: CompetenceStore) throws -> [String] {
    try store.read { graph in
      try graph.links().map { "\($0.link.from) \($0.link.relation.rawValue) \($0.link.to)" }
        .sorted()
    }
  }

  private static func hash(_ store: CompetenceStore) throws -> String {
    try store.read { try $0.contentHash() }
  }
}
