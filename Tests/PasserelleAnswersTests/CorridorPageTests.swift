import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

@testable import PasserelleAnswers

/// The page between two countries: what it may say, in which room, and what it must never say.
struct CorridorPageTests {
  private static let pairs = [("PH", "DE"), ("Ukraine", "Poland"), ("SY", "DE"), ("GB", "IN")]

  /// The words of sources themselves: what a German law gives a right to.
  private static let quotations = [
    "right to an equivalence assessment", "on the equivalence of degrees",
    "equivalence certificate",
  ]

  private static func answers() throws -> [CorridorAnswer] {
    let place = try Place()
    defer { place.remove() }
    return try place.library().store.read { graph in
      let desk = try Desk(graph, day: "2026-11-29")
      return try pairs.map { try desk.corridor(from: $0, to: $1) }
    }
  }

  private static func language(_ name: String) throws -> Language {
    try Language(name, in: Place.root.appending(path: "Languages").path)
  }

  @Test func neverCallsAnythingEquivalentThatIsNotDeclared() throws {
    for answer in try Self.answers() where answer.links.isEmpty {
      for name in ["en", "fr", "es"] {
        let said = try answer.text(in: Self.language(name)).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ").lowercased()
        let own = Self.quotations.reduce(said) { $0.replacing($1, with: "") }
        for word in ["equival", "équival", "identical", "the same as"] {
          #expect(!own.contains(word), "\(answer.from.country) to \(answer.to.country), \(name)")
        }
      }
    }
  }

  @Test func aComparisonIsNeverShownAsAReferencing() throws {
    let answer = try #require(try Self.answers().first { $0.from.country == "UA" })
    let rungs = answer.ladders.flatMap(\.rows).flatMap(\.from)

    #expect(rungs.count == 8)
    #expect(rungs.filter { !$0.comparedOnly }.isEmpty)
    #expect(Set(answer.ladders.flatMap(\.rows).compactMap(\.meeting)) == ["compared-only"])
    #expect(answer.indications.filter { $0.kind == "comparison" }.count == 8)
  }

  @Test func aNumberInCommonPutsNoLevelsInOneRow() throws {
    let answer = try #require(try Self.answers().first { $0.from.country == "PH" })

    #expect(answer.ladders.flatMap(\.rows).compactMap(\.meeting).isEmpty)
    #expect(answer.notKnownKeys.contains("corridor.gap-nothing-in-common"))
  }

  @Test func aCountryWithoutAFrameworkStillHasDesksToAsk() throws {
    let answer = try #require(try Self.answers().first { $0.from.country == "SY" })

    #expect(answer.notKnownKeys.first == "corridor.gap-no-framework")
    #expect(answer.nextSteps.filter { $0.first != nil }.count == 4)
  }

  @Test func linesFitEightyColumnsUnlessTheyAreAddresses() throws {
    for answer in try Self.answers() {
      let long = try answer.text(in: Self.language("en")).split(separator: "\n")
        .filter { $0.count > 80 && !$0.contains("://") }
      #expect(long == [])
    }
  }

  @Test func thePageLoadsNothingAndRunsNothing() throws {
    for answer in try Self.answers() {
      let page = try answer.page(in: Self.language("en"))
      for part in ["<script", " src=", "url(", "@import", "<link", " onload"] {
        #expect(!page.contains(part))
      }
      #expect(page.contains(answer.graph.prefix(12)))
      #expect(page.contains("29 November 2026"))
    }
  }

  @Test func everyLevelThatIsPlacedNamesItsSource() throws {
    for answer in try Self.answers() {
      let sheet = CorridorWriter(answer, in: try Self.language("en")).sheet
      let rungs = sheet.sections.flatMap(\.blocks).flatMap { block -> [LadderTable.Rung] in
        if case .ladder(let ladder) = block { ladder.rows.flatMap { $0.from + $0.to } } else { [] }
      }
      #expect(rungs.filter { $0.bond != .none && !$0.text.hasSuffix("]") }.map(\.text) == [])
    }
  }

  @Test(arguments: [("PH", "PH"), ("GB-SCT", "GB"), ("Atlantis", "PL"), ("eqf", "PL"), ("", "PL")])
  func twoCountriesAreNeeded(from: String, to: String) throws {
    let place = try Place()
    defer { place.remove() }
    try place.library().store.read { graph in
      let desk = try Desk(graph, day: "2026-11-29")
      #expect(throws: (any Error).self) { try desk.corridor(from: from, to: to) }
    }
  }
}
