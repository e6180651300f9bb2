import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

struct ExportTests {
  /// The pages are made by the program, and never by hand: `make pages` writes them anew.
  @Test func thePagesInTheDocumentationAreThoseOfTheLibrary() throws {
    let (sheets, chart) = try library { graph in
      (
        try graph.frameworks().filter { $0.kind != .occupations && $0.kind != .educationFields }
          .map { try FrameworkSheet(of: $0, in: graph) },
        try WallChart(
          against: #require(try graph.framework(FrameworkName(series: "eqf"))),
          of: graph.frameworks(), on: "2026-11-23", in: graph)
      )
    }
    func page(_ name: String) throws -> String {
      try String(
        contentsOf: Place.root.appending(path: "Documentation/\(name)"), encoding: .utf8)
    }
    #expect(try page("Frameworks.md") == MarkdownPage(sheets).text)
    #expect(try page("Frameworks.svg") == chart.svg)
  }

  @Test func aPageNamesEverySourceOfAFrameworkAndMarksWhatWasNotSeen() throws {
    let text = try library { graph in
      let egypt = try #require(try graph.framework(FrameworkName(series: "eg-nqf")))
      return MarkdownPage([try FrameworkSheet(of: egypt, in: graph)]).text
    }
    #expect(text.contains("| **1** **?** |"))
    #expect(text.contains("1. recalled, not read in a source **?**"))
  }

  @Test(arguments: [
    "declared equivalent to eqf:2, in this direction",
    "(parties: Ministry A, Ministry B; purpose: work; conditions: two years of work; from 2021",
    "bb-nqf:1 is declared equivalent to it, in that direction",
    "no level of eqf", "says the report", "holds the Brevet as well", "Roofer · Brevet de couvreur",
    "A rumour, not official",
    "to work where no law regulates the profession – decides: the employer",
  ])
  func aPageTellsWhatItsReadersMustKnow(text: String) throws {
    let graph = Self.graphWithADeclaration()
    let framework = try #require(graph.framework(FrameworkName(series: "aa-nqf")))
    let sheet = try FrameworkSheet(of: framework, in: graph)

    #expect(MarkdownPage([sheet]).text.contains(text))
    #expect(HTMLPage([sheet]).text.contains(text))
  }

  @Test func noPageShowsARelationByItsKeyword() throws {
    let text = try library { graph in
      MarkdownPage(try graph.frameworks().map { try FrameworkSheet(of: $0, in: graph) }).text
    }
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    let keywords = Relation.allCases.map(\.rawValue).filter { $0.contains(where: \.isUppercase) }
    #expect(words.isDisjoint(with: keywords))
  }

  @Test func aChartDrawsNothingThatNoSourceStates() throws {
    let chart = try library { graph in
      try WallChart(
        against: #require(try graph.framework(FrameworkName(series: "eqf"))),
        of: graph.frameworks(), on: "2026-11-23", in: graph)
    }
    func row(_ title: String) throws -> WallChart.Row {
      try #require(chart.groups.flatMap(\.rows).first { $0.title.contains(title) })
    }
    let ireland = try row("Irish")
    #expect(
      ireland.fields.map(\.codes) == [
        ["1", "2"], ["3"], ["4"], ["5"], ["6"], ["7", "8"], ["9"], ["10"],
      ])
    #expect(ireland.fields[0].isDisputed)
    #expect(try row("Norwegian").apart == "1")
    #expect(try row("North Macedonian").open == "1")
    #expect(try row("German-speaking").fields.allSatisfy(\.codes.isEmpty))
    #expect(chart.groups.map(\.rows.count).reduce(0, +) > 85)
  }

  @Test(arguments: ["<b>&\"'\u{0}|*_`[x](y)\n#", "]]>", "\u{202E}evil", "a\u{FFFE}b"])
  func noTitleBreaksOutOfThePage(title: String) throws {
    var graph = Graph()
    let name = FrameworkName(series: "xx-nqf")
    graph.add(
      .framework(Framework(name: name, kind: .qualificationsFramework, title: .english(title))),
      at: SourcePosition(file: "x", line: 1, column: 1))
    let framework = try #require(graph.framework(name))
    let sheet = try FrameworkSheet(of: framework, in: graph)
    let chart = try WallChart(
      against: framework, of: [framework], on: "2026-11-23", in: graph)

    for text in [HTMLPage([sheet]).text, chart.svg] {
      #expect(!text.contains("<b>&\""))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x0A })
    }
    #expect(!MarkdownPage([sheet]).text.contains("<b>"))
  }

  /// A level that is not referenced, with a qualification that is declared equivalent.
  private static func graphWithADeclaration() -> Graph {
    func id(_ text: String) -> Identifier {
      Identifier(text) ?? Identifier(FrameworkName(series: "unreadable"))
    }
    let name = FrameworkName(series: "aa-nqf")
    var rumour = Document(key: "rumour", title: "A rumour")
    rumour.isOfficial = false
    let level = Concept(id: id("aa-nqf:1"), kind: .level, title: .english("Level 1"))
    let qualification = Concept(
      id: id("aa-nqf:roofer"), kind: .qualification,
      title: LocalizedText(
        [("fr", "Brevet de couvreur"), ("en", "Roofer")].compactMap { language, text in
          LanguageTag(language).map { LocalizedText.Entry($0, text) }
        }))
    var declared = Link(from: qualification.id, .declaredEquivalent, to: id("eqf:2"))
    declared.parties = ["Ministry A", "Ministry B"]
    declared.purposes = [.work]
    declared.conditions = ["two years of work"]
    declared.validity = Validity(from: CalendarDate("2021"))
    declared.note = .english("holds for crafts")
    var unreferenced = Link(from: level.id, .notReferenced, to: id("eqf"), source: "rumour")
    unreferenced.note = .english("says the report")
    var procedure = Procedure(for: .work)
    procedure.deciders = ["the employer"]

    var graph = Graph()
    let statements: [Statement] = [
      .framework(Framework(name: name, kind: .qualificationsFramework, title: .english("A"))),
      .document(rumour), .concept(level), .concept(qualification),
      .link(Link(from: qualification.id, .atLevel, to: level.id)), .link(declared),
      .link(unreferenced), .link(Link(from: id("bb-nqf:1"), .declaredEquivalent, to: level.id)),
      .note(Note(about: qualification.id, text: .english("holds the Brevet as well"))),
      .procedure(procedure),
    ]
    for (line, statement) in statements.enumerated() {
      graph.add(statement, at: SourcePosition(file: "small", line: line + 1, column: 1))
    }
    return graph
  }

  private func library<Value>(_ body: (any GraphReading) throws -> Value) throws -> Value {
    let place = try Place()
    defer { place.remove() }
    return try Library(at: place.locations).store.read { try body($0) }
  }
}
