import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
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

  private func library<Value>(_ body: (any GraphReading) throws -> Value) throws -> Value {
    let place = try Place()
    defer { place.remove() }
    return try Library(at: place.locations).store.read { try body($0) }
  }
}
