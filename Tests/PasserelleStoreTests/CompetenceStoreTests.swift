import Foundation
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import Testing

struct CompetenceStoreTests {
  @Test func givesBackWhatWasStated() throws {
    let store = try CompetenceStore()
    try store.write { try Self.country(into: $0) }

    try store.read { graph in
      let framework = try #require(try graph.frameworks().first { $0.name.series == "ie-nqf" })
      #expect(framework.aliases == ["NFQ"])
      #expect(framework.title.entries.map(\.text) == ["Irish framework", "Creat"])
      let id = try #require(Identifier("ie-nqf:8"))
      let concept = try #require(try graph.concept(id))
      #expect(concept.concept.title.preferred == "Level 8")
      #expect(concept.concept.status == "in force")
      #expect(concept.concept.validity.to?.description == "2030-12")
      #expect(concept.concept.workloads.map(\.description) == ["60 ects", "1500-1800 total-hours"])
      #expect(concept.order == 1)
      let link = try #require(try graph.links(from: id).first)
      #expect(link.link.to.description == "eqf:6")
      #expect(link.link.note.preferred == "best fit")
      #expect(link.evidence.document?.title == "The report")
      #expect(link.evidence.position.description == "ie.yaml:7:9")
      #expect(try graph.notes(about: id).map(\.note.text.preferred) == ["a note"])
    }
  }

  @Test func importingTheSameTwiceChangesNothing() throws {
    let store = try CompetenceStore()
    try store.write { try Self.country(into: $0) }
    let first = try store.read { try $0.contentHash() }
    try store.write { try Self.country(into: $0) }

    #expect(try store.read { try $0.contentHash() } == first)
  }

  @Test func aHashThatIsRememberedIsThatOfWhatIsThere() throws {
    let store = try CompetenceStore()
    store.rememberContentHash()
    let empty = try store.read { try $0.contentHash() }
    try store.write { try Self.country(into: $0) }
    let fresh = try store.read { try $0.contentHash() }
    store.rememberContentHash()

    #expect(fresh != empty)
    #expect(try store.read { try $0.contentHash() } == fresh)
    // In a rehearsal the hash is that of what would be.
    let rehearsed = try store.rehearse { transaction in
      try transaction.removeBundled()
      try Self.country(into: transaction, title: "Another")
      return try transaction.graph.contentHash()
    }
    #expect(rehearsed != fresh)
    #expect(try store.read { try $0.contentHash() } == fresh)
  }

  @Test func theHashTellsContentApart() throws {
    let (one, other) = (try CompetenceStore(), try CompetenceStore())
    try one.write { try Self.country(into: $0) }
    try other.write { try Self.country(into: $0, title: "Level eight") }

    #expect(try one.read { try $0.contentHash() } != other.read { try $0.contentHash() })
  }

  @Test func theHashTellsNumbersApartAsWell() throws {
    let (one, other) = (try CompetenceStore(), try CompetenceStore())
    for (store, isOfficial) in [(one, true), (other, false)] {
      try store.write { transaction in
        var document = Document(key: "report", title: "The report")
        document.isOfficial = isOfficial
        let framework = Framework(
          name: FrameworkName(series: "xx"), kind: .metaFramework, title: .english("x"))
        try transaction.add(.framework(framework), at: Self.place(1), from: Self.origin)
        try transaction.add(.document(document), at: Self.place(2), from: Self.origin)
      }
    }
    #expect(try one.read { try $0.contentHash() } != other.read { try $0.contentHash() })
  }

  @Test func theHashDoesNotDependOnTheOrderOfImports() throws {
    let (one, other) = (try CompetenceStore(), try CompetenceStore())
    try one.write { transaction in
      try Self.country(into: transaction)
      try Self.country(into: transaction, named: "de-nqf")
    }
    try other.write { try Self.country(into: $0, named: "de-nqf") }
    try other.write { try Self.country(into: $0) }

    #expect(try one.read { try $0.contentHash() } == other.read { try $0.contentHash() })
  }

  @Test func anImportThatFailsLeavesTheStoreAsItWas() throws {
    struct Failure: Error {}
    let store = try CompetenceStore()
    try store.write { try Self.country(into: $0) }
    let before = try store.read { try $0.contentHash() }

    #expect(throws: Failure.self) {
      try store.write { transaction in
        try Self.country(into: transaction, title: "changed")
        throw Failure()
      }
    }
    #expect(try store.read { try $0.contentHash() } == before)
  }

  @Test func aRehearsalKeepsNothing() throws {
    let store = try CompetenceStore()
    let before = try store.read { try $0.contentHash() }
    let names = try store.rehearse { transaction in
      try Self.country(into: transaction)
      return transaction.publications
    }

    #expect(names == ["ie-nqf"])
    #expect(try store.read { try $0.contentHash() } == before)
  }

  @Test func replacingAFrameworkKeepsTheLinksToIt() throws {
    let store = try CompetenceStore()
    try store.write { try Self.reference(into: $0) }
    try store.write { try Self.country(into: $0) }
    try store.write { try Self.reference(into: $0) }

    let six = try #require(Identifier("eqf:6"))
    #expect(try store.read { try $0.links(to: six).count } == 1)
    #expect(try store.read { try $0.concept(six) } != nil)
  }

  @Test func aCodeMayStandOnceOnly() throws {
    let store = try CompetenceStore()
    let error = #expect(throws: Diagnostic.self) {
      try store.write { transaction in
        try Self.country(into: transaction)
        try transaction.add(
          .concept(Self.level("ie-nqf:8", "again")), at: Self.place(9), from: Self.origin)
      }
    }
    #expect(error?.id == "duplicate-code")
    #expect(error?.hint == "the first is on line 6")
  }

  @Test func findsLinksThatLeadNowhere() throws {
    let store = try CompetenceStore()
    let problems = try store.rehearse { transaction in
      try Self.country(into: transaction)
      return try transaction.problems()
    }
    #expect(problems.map(\.id) == ["unknown-framework"])
    #expect(problems.first?.position.description == "ie.yaml:7:9")

    let codes = try store.rehearse { transaction in
      try Self.reference(into: transaction, levels: 1...5)
      try Self.country(into: transaction)
      return try transaction.problems()
    }
    #expect(codes.map(\.id) == ["unknown-code"])
    #expect(codes.first?.hint == "it has '1', '2', '3', '4', '5'")
  }

  @Test(arguments: ["level", "LEVEL", "lev", "niveau huit", "huit niveau", "νυχτ"])
  func searchesAcrossCaseAccentsOrderAndScript(words: String) throws {
    let store = try CompetenceStore()
    try store.write { try Self.country(into: $0) }

    let hits = try store.read { try $0.search(words, limit: 5) }
    #expect(hits.contains { $0.id.description == "ie-nqf:8" })
  }

  @Test(arguments: ["nychtas", "epipedo", "irish", "creat framework"])
  func findsOtherScriptsByLatinLettersAndFrameworksByTitle(words: String) throws {
    let store = try CompetenceStore()
    try store.write { try Self.country(into: $0) }

    let hits = try store.read { try $0.search(words, limit: 5) }
    #expect(hits.isEmpty == (words == "creat framework"))
    let near = try store.read { try $0.searchNear(SearchQuery("epipedi"), limit: 5) }
    #expect(Set(near.map(\.match)) == [.near])
  }

  @Test func keepsWhoDecides() throws {
    let store = try CompetenceStore()
    var procedure = Procedure(for: .regulated)
    procedure.title = .english("Recognition")
    procedure.informationCentres = ["The Centre", "Another"]
    procedure.deciders = ["The authority"]
    procedure.isBinding = true
    procedure.legalBasis = ["The Act"]
    procedure.note = .english("ask first")
    procedure.source = "report"
    try store.write { transaction in
      try Self.country(into: transaction)
      try transaction.add(.procedure(procedure), at: Self.place(9), from: Self.origin)
    }

    let name = FrameworkName(series: "ie-nqf")
    let found = try store.read { try $0.procedures(of: name) }
    #expect(found.map(\.procedure) == [procedure])
    #expect(found.first?.evidence.document?.title == "The report")
  }

  @Test(arguments: ["\"", "a OR b", "* *", "NEAR(", "'; DROP TABLE label; --", "", "-", "x:y"])
  func noWordsCanBreakTheSearch(words: String) throws {
    let store = try CompetenceStore()
    try store.write { try Self.country(into: $0) }

    #expect(try store.read { try $0.search(words, limit: 5) }.isEmpty)
    #expect(try store.read { try $0.concepts(titled: words) }.isEmpty)
  }

  @Test func refusesAFileThatIsNoStore() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "x.db")
    try Data("no database at all, but long enough to look like one to a hasty reader".utf8)
      .write(to: file)

    #expect(throws: StoreError.self) { try CompetenceStore(path: file.path) }
  }

  // MARK: - What is stated

  private static let origin = ImportTransaction.Origin(adapter: "Test", isBundled: false)

  private static func place(_ line: Int, _ file: String = "ie.yaml") -> SourcePosition {
    SourcePosition(file: file, line: line, column: 9)
  }

  private static func level(_ id: String, _ title: String) throws -> Concept {
    var concept = Concept(
      id: try #require(Identifier(id)), kind: .level, title: .english(title))
    concept.source = "report"
    concept.status = "in force"
    concept.validity = Validity(from: CalendarDate("2003"), to: CalendarDate("2030-12"))
    concept.workloads = [Workload("60 ects"), Workload("1500-1800 total-hours")].compactMap(\.self)
    concept.alternatives = LocalizedText([
      .init(try #require(LanguageTag("fr")), "Niveau huit"),
      .init(try #require(LanguageTag("el")), "Επίπεδο νύχτας"),
    ])
    return concept
  }

  private static func country(
    into transaction: ImportTransaction, named name: String = "ie-nqf", title: String = "Level 8"
  ) throws {
    var framework = Framework(
      name: try #require(FrameworkName(name)), kind: .qualificationsFramework,
      title: .english("Irish framework"))
    framework.title.entries.append(.init(try #require(LanguageTag("ga")), "Creat"))
    framework.aliases = name == "ie-nqf" ? ["NFQ"] : []
    let eight = try level("\(name):8", title)
    var link = Link(
      from: eight.id, .referencedTo, to: try #require(Identifier("eqf:6")), source: "report")
    link.note = .english("best fit")
    let statements: [Statement] = [
      .framework(framework), .document(Document(key: "report", title: "The report")),
      .concept(try level("\(name):7", "Level 7")), .concept(eight), .link(link),
      .note(Note(about: eight.id, text: .english("a note"), source: "report")),
    ]
    for (index, statement) in statements.enumerated() {
      try transaction.add(
        statement, at: place(index + 3, name == "ie-nqf" ? "ie.yaml" : "de.yaml"), from: origin)
    }
  }

  private static func reference(
    into transaction: ImportTransaction, levels: ClosedRange<Int> = 1...8
  ) throws {
    let framework = Framework(
      name: FrameworkName(series: "eqf"), kind: .metaFramework, title: .english("EQF"))
    try transaction.add(.framework(framework), at: place(1, "eqf.yaml"), from: origin)
    try transaction.add(
      .document(Document(key: "report", title: "EQF")), at: place(2, "eqf.yaml"), from: origin)
    for number in levels {
      try transaction.add(
        .concept(try level("eqf:\(number)", "EQF \(number)")), at: place(2 + number, "eqf.yaml"),
        from: origin)
    }
  }
}
