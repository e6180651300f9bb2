import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// What the pages and the chart of the bundled frameworks show.
struct PageDataTests {
  /// The pages are made by the program, and never by hand: `make pages` writes them anew.
  @Test func thePagesInTheDocumentationAreThoseOfTheLibrary() throws {
    let say = try Self.english
    let (sheets, chart) = try library { graph in
      (
        try graph.frameworks()
          .filter { ![.occupations, .educationFields, .register, .recognition].contains($0.kind) }
          .map { try FrameworkSheet(of: $0, in: graph, say) },
        try Self.chart(of: graph)
      )
    }
    func page(_ name: String) throws -> String {
      try String(
        contentsOf: Place.root.appending(path: "Documentation/\(name)"), encoding: .utf8)
    }
    #expect(try page("Frameworks.md") == MarkdownPage(sheets, say).text)
    #expect(try page("Frameworks.svg") == chart.svg(in: say))
  }

  @Test func aPageNamesEverySourceOfAFrameworkAndMarksWhatWasNotSeen() throws {
    let text = try library { graph in
      let chile = try #require(try graph.framework(FrameworkName(series: "cl-mctp")))
      let say = try Self.english
      return MarkdownPage([try FrameworkSheet(of: chile, in: graph, say)], say).text
    }
    #expect(text.contains("| **1** **?** |"))
    #expect(text.contains("1. recalled, not read in a source, "))
  }

  @Test func noPageShowsARelationByItsKeyword() throws {
    let text = try library { graph in
      let say = try Self.english
      return MarkdownPage(
        try graph.frameworks().map { try FrameworkSheet(of: $0, in: graph, say) }, say
      ).text
    }
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    let keywords = Relation.allCases.map(\.rawValue).filter { $0.contains(where: \.isUppercase) }
    #expect(words.isDisjoint(with: keywords))
  }

  @Test func aChartDrawsNothingThatNoSourceStates() throws {
    let chart = try library { try Self.chart(of: $0) }
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
    #expect(try row("North Macedonian").open == "1: no source seen")
    #expect(try row("German-speaking").fields.allSatisfy(\.codes.isEmpty))
    #expect(chart.groups.map(\.rows.count).reduce(0, +) > 85)
  }

  private static func chart(of graph: StoredGraph) throws -> WallChart {
    try WallChart(
      against: #require(try graph.framework(FrameworkName(series: "eqf"))),
      of: graph.frameworks(), on: "2026-11-23", in: graph, hash: graph.contentHash(), english)
  }

  private static var english: Language {
    get throws {
      try Language("en", in: Place.root.appending(path: "Languages").path)
        .writing(.text, noting: MetLanguages())
    }
  }

  private func library<Value>(_ body: (StoredGraph) throws -> Value) throws -> Value {
    let place = try Place()
    defer { place.remove() }
    return try place.library().store.read { try body($0) }
  }
}
