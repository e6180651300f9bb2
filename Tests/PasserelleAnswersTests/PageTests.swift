import PasserelleGraph
import PasserelleModel
import Testing

@testable import PasserelleAnswers

/// Pages of frameworks and wall charts.
struct PageTests {
  @Test(arguments: [
    "declared equivalent to eqf:2", "Ministry A, Ministry B", "two years of work",
    "bb-nqf:1 declared equivalent to aa-nqf:1", "not referenced to eqf", "says the report",
    "holds the Brevet as well", "Roofer · Brevet de couvreur",
    "A rumour, no date, not official",
    "to work in a non-regulated profession – Decides: the employer",
  ])
  func aPageTellsWhatItsReadersMustKnow(text: String) throws {
    let graph = Self.graphWithADeclaration()
    let framework = try #require(graph.framework(FrameworkName(series: "aa-nqf")))
    let say = try Language("en", in: LanguageTests.folder)
    let sheet = try FrameworkSheet(of: framework, in: graph, say)

    #expect(MarkdownPage([sheet], say).text.contains(text))
    #expect(HTMLPage([sheet], say).text.contains(text))
  }

  @Test(arguments: ["<b>&\"'\u{0}|*_`[x](y)\n#", "]]>", "\u{202E}evil", "a\u{FFFE}b"])
  func noTitleBreaksOutOfThePage(title: String) throws {
    var graph = Graph()
    let name = FrameworkName(series: "xx-nqf")
    graph.add(
      .framework(Framework(name: name, kind: .qualificationsFramework, title: .english(title))),
      at: SourcePosition(file: "x", line: 1, column: 1))
    let framework = try #require(graph.framework(name))
    let sheet = try FrameworkSheet(of: framework, in: graph, .none)
    let chart = try WallChart(
      against: framework, of: [framework], on: "2026-11-23", in: graph, hash: "0", .none)

    for text in [HTMLPage([sheet], .none).text, chart.svg(in: .none)] {
      #expect(!text.contains("<b>&\""))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x0A })
    }
    #expect(!MarkdownPage([sheet], .none).text.contains("<b>"))
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
}
