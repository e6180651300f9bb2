import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// The atlas of the library: what its comparisons say, on every kind of paper.
struct AtlasAnswerTests {
  private static let day: Day = "2026-11-23"

  private static func desk<Value>(_ question: (Desk) throws -> Value) throws -> Value {
    let place = try Place()
    defer { place.remove() }
    return try place.library().store.read { try question(Desk($0, day: day)) }
  }

  /// Pairs drawn from all frameworks, each compared level by level.
  @Test func aCellSaysWhatTheComparisonsOfItsLevelsSay() throws {
    try Self.desk { desk in
      let atlas = try desk.atlas()
      let comparer = Comparer(desk.vantage)
      var dice = Dice(seed: 18)
      for cell in atlas.cells.shuffled(using: &dice).prefix(80) {
        let (from, to) = (
          try #require(FrameworkName(cell.from)), try #require(FrameworkName(cell.to))
        )
        let far = try desk.vantage.levels(of: to).map(comparer.place)
        let comparisons = try desk.vantage.levels(of: from).map(comparer.place).flatMap { level in
          try far.map { try comparer.compare([level, $0], for: nil) }
        }
        let isReached = comparisons.contains {
          [.sameReferenceLevel, .adjacent, .different].contains($0.finding)
        }
        let isStated = comparisons.contains { !$0.direct.isEmpty }
        let isIndicated = comparisons.contains { !$0.indications.isEmpty }
        switch cell.kind {
        case .direct: #expect(isStated, "\(from) \(to)")
        case .chained: #expect(isReached, "\(from) \(to)")
        case .unsettled: #expect(!isReached, "\(from) \(to)")
        case .indication: #expect(!isReached && isIndicated, "\(from) \(to)")
        case .wholes: #expect(!isReached && (isIndicated || isStated), "\(from) \(to)")
        case .stale, .none: #expect(!isReached && !isIndicated && !isStated, "\(from) \(to)")
        }
      }
    }
  }

  @Test func theSheetHoldsAllFrameworksOnA3WithLettersOfFivePoints() throws {
    let language = try Language("en", in: Place.root.appending(path: "Languages").path)
    let svg = try Self.desk { AtlasPicture(try $0.atlas(), in: language).svg }

    #expect(svg.contains("width=\"297mm\" height=\"420mm\""))
    let sizes = svg.matches(of: /font-size="([0-9.]+)"/).compactMap { Double($0.output.1) }
    #expect(sizes.allSatisfy { $0 >= 1.76 })
    #expect(svg.contains(language.date(Self.day)))
  }

  @Test(arguments: ["en", "fr", "es"])
  func theSummaryAndTheLegendFitEightyColumns(name: String) throws {
    let language = try Language(name, in: Place.root.appending(path: "Languages").path)
    let text = try Self.desk {
      try $0.atlas().text(in: language, ink: Ink(hasColour: false, width: 80))
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func theMatrixIsShownWhereItFits() throws {
    let language = try Language("en", in: Place.root.appending(path: "Languages").path)
    let (few, all) = try Self.desk { desk in
      (
        try desk.atlas(of: ["IE", "DE", "PH"]).text(in: language),
        try desk.atlas().text(in: language, ink: Ink(hasColour: false, width: 80))
      )
    }
    #expect(few.hasSuffix("."))
    #expect(few.split(separator: "\n").contains { $0.hasPrefix("1 ie-nqf") && $0.contains("+") })
    #expect(all.split(separator: "\n").count { $0.hasPrefix("1 ") } == 1)
  }

  @Test func theTableHasARowForEachOrderedPair() throws {
    let language = try Language("en", in: Place.root.appending(path: "Languages").path)
    let table = try Self.desk { try $0.atlas(of: ["IE", "DE", "PL"]).table(in: language) }
    #expect(table.columns == ["from", "to", "kind", "via", "grade", "old", "source"])
    #expect(table.rows.count == 6)
    #expect(table.rows.allSatisfy { $0[2] == "chained" && $0[3] == "eqf" && !$0[6].isEmpty })
  }

  @Test func oneFrameworkIsNotAnAtlas() throws {
    #expect(throws: QuestionError.self) { try Self.desk { try $0.atlas(of: ["IE"]) } }
  }
}
