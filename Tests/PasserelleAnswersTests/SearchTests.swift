import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// A search finds what people mean, says why, and says so if it is something else.
struct SearchTests {
  @Test(arguments: [
    ("Abitur", "de-x:leaving", "name"), ("ABITUR", "de-x:leaving", "name"),
    ("NCII", "ph-x:nc-ii", "exact"), ("NC-II", "ph-x:nc-ii", "exact"),
    ("A level", "gb-x:a-level", "name"), ("szkoly", "pl-x:school", "words"),
    ("N6", "de-x:n6", "exact"), ("атестат", "de-x:leaving", "name"),
    ("atestat", "de-x:leaving", "name"), ("gesellen", "de-x:trade", "prefix"),
    ("schweißer", "de-x:trade", "near"), ("gesellenbrif", "de-x:trade", "near"),
    ("bachelors", "gb-x:ba", "near"), ("gessellenbrief Germany", "de-x:trade", "near"),
  ])
  func theFirstHitIsWhatIsMeant(words: String, id: String, match: String) throws {
    let answer = try Self.search(words)
    let first = try #require(answer.hits.first)
    #expect(first.id == id)
    #expect(first.match == match)
    #expect((answer.remark != nil) == (match == "near"))
  }

  @Test func aFurtherNameComesWithItsKindAndTheTitle() throws {
    let hit = try #require(try Self.search("Gesellenbrief").hits.first)
    #expect(hit.nameKind == "colloquial")
    #expect(hit.nameVerified == false)
    #expect(hit.title == "Trade certificate")
    #expect(hit.levels == ["de-x:4"])
    #expect(hit.countries == ["DE"])
  }

  @Test(arguments: [
    ("de abitur", "de-x:leaving"), ("abitur DE", "de-x:leaving"),
    ("abitur germany", "de-x:leaving"), ("in Allemagne abitur", "de-x:leaving"),
    ("diploma gb", "gb-x:diploma"), ("diploma, England", "gb-x:diploma"),
    ("DX abitur", "de-x:leaving"),
  ])
  func aCountryAmongTheWordsLimitsTheSearch(words: String, id: String) throws {
    let answer = try Self.search(words)
    #expect(answer.remark == nil)
    #expect(Set(answer.hits.map(\.countries)).count == 1)
    #expect(answer.hits.first?.id == id)
  }

  @Test(arguments: [
    ("pl abitur", "search.elsewhere", 1), ("Nigeria abitur", "search.elsewhere", 1),
    ("ng abitur", "search.elsewhere", 1), ("ng abittur", "search.elsewhere-near", 1),
    ("ng zzzzzz", "search.nowhere", 0), ("Nigeria", "search.no-framework", 0),
    ("zzzzzz", "search.nothing", 0), ("abitr", "search.near", 1),
    ("diploma zzzzzz", "search.some", 3), ("NC zzzzzz diploma", "search.some", 3),
  ])
  func whatIsNotAsAskedForIsSaid(words: String, key: String, count: Int) throws {
    let answer = try Self.search(words)
    #expect(answer.remark?.key == key)
    #expect(answer.hits.count == count)
  }

  @Test func aTitleThatBeginsLikeACountryIsATitle() throws {
    let answer = try Self.search("de bachillerato")
    #expect(answer.remark == nil)
    #expect(answer.hits.first?.id == "gb-x:bac")
  }

  @Test(arguments: [("en", "Germany"), ("fr", "Allemagne"), ("es", "Alemania")])
  func theRemarkNamesTheCountryInTheLanguageOfTheAnswer(language: String, name: String) throws {
    let say = try Language(language, in: LanguageTests.folder)
    let remark = try #require(try Self.search("diploma in science DE").remark)
    #expect(say(remark).contains(name))
  }

  @Test(arguments: [40, 80])
  func noLineOfANarrowTerminalIsBrokenWithinAWord(width: Int) throws {
    let english = try Language("en", in: LanguageTests.folder)
    let text = try Self.search("certificate").text(in: english, ink: Ink(width: width))
    let words = Set(text.split(whereSeparator: \.isWhitespace))
    let wide = try Self.search("certificate").text(in: english)
    #expect(words == Set(wide.split(whereSeparator: \.isWhitespace)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func aNameIsEnoughToAskWithIfItIsTheOnlyOne() throws {
    try Self.library.store.read { (graph: StoredGraph) throws in
      let desk = try Desk(graph, day: "2026-11-23")
      #expect(try desk.show("gesellenbrief").answer?.id == "de-x:trade")
      #expect(try desk.show("Diploma").answer == nil)
    }
  }

  @Test(arguments: [("DX4", "de-x:4"), ("dx-4", "de-x:4"), ("de-x4", "de-x:4")])
  func aNameWithoutItsColonIsExplained(name: String, near: String) throws {
    try Self.library.store.read { (graph: StoredGraph) throws in
      let desk = try Desk(graph, day: "2026-11-23")
      let error = #expect(throws: UnknownName.self) { try desk.compare([name]) }
      #expect(error?.near == [near])
    }
  }

  @Test(arguments: [
    ("x:4", ["de-x:4"]), ("NVQ:4", ["de-x:nvq-4"]), ("nvq:4", ["de-x:nvq-4"]),
  ])
  func aKindOfAwardWithItsNumberIsExplainedAndNotChosen(name: String, near: [String]) throws {
    try Self.library.store.read { (graph: StoredGraph) throws in
      let desk = try Desk(graph, day: "2026-11-23")
      let error = #expect(throws: UnknownName.self) { try desk.show(name) }
      #expect(error?.near == near)
    }
  }

  @Test(arguments: ["DE", "Germany", "de-x"])
  func aFrameworkInThePlaceOfALevelIsSaidToBeOne(name: String) throws {
    try Self.library.store.read { (graph: StoredGraph) throws in
      let desk = try Desk(graph, day: "2026-11-23")
      let error = #expect(throws: UnknownName.self) { try desk.compare([name]) }
      #expect(error?.frameworks == ["de-x"])
    }
  }

  @Test(arguments: ["SY:4", "sy-nqf:4", "Syria", "SY"])
  func aNameOfACountryWithoutFrameworksSaysSo(name: String) throws {
    try Self.library.store.read { (graph: StoredGraph) throws in
      let desk = try Desk(graph, day: "2026-11-23")
      let error = #expect(throws: UncoveredCountry.self) { try desk.show(name) }
      #expect(error?.code == "SY")
    }
  }

  // MARK: - A library of a few names

  private static func search(_ words: String) throws -> SearchAnswer {
    try library.store.read { try Desk($0, day: "2026-11-23").search(words) }
  }

  private static var library: Library {
    get throws { try built.get() }
  }

  /// The store stays open when its folder is gone.
  private static let built = Result {
    let place = try Place(bundling: descriptors)
    defer { place.remove() }
    return try place.library()
  }

  private static let descriptors = [
    "de.yaml": """
    passerelle: 1
    framework: {id: de-x, aliases: [DX], kind: qualifications-framework, country: DE, title: {en: German example}}
    sources: {a: {title: A table}}
    levels: [{code: "4", title: {en: Level 4}}]
    qualifications:
      - code: trade
        title: {en: Trade certificate, de: Prüfung als Schutzgasschweißer}
        level: "4"
        names: [{text: {de: Gesellenbrief}, kind: colloquial, verified: false}]
      - code: leaving
        title: {en: Leaving certificate}
        names:
          - {text: {de: Abitur}, kind: official}
          - {text: {uk: Атестат}, kind: native-script}
      - {code: n6, title: {en: N 6}}
      - {code: nvq-4, title: {en: NVQ level 4}}
    """,
    "gb.yaml": """
    passerelle: 1
    framework: {id: gb-x, kind: qualifications-framework, country: GB-ENG, title: {en: English example}}
    sources: {a: {title: A table}}
    qualifications:
      - {code: diploma, title: {en: Diploma}}
      - {code: science, title: {en: Diploma in science}}
      - {code: five-a, title: {en: Level 5 A}}
      - {code: ba, title: {en: Bachelor degree}}
      - {code: bac, title: {es: Título de bachillerato}}
      - code: a-level
        title: {en: General certificate of education}
        names: [{text: {en: A level}, kind: colloquial}]
    """,
    "ph.yaml": """
    passerelle: 1
    framework: {id: ph-x, kind: qualifications-framework, country: PH, title: {en: Philippine example}}
    sources: {a: {title: A table}}
    qualifications:
      - {code: nc-ii, title: {en: NC II}}
      - {code: nc-iii, title: {en: NC III}}
      - {code: diploma, title: {en: Diploma}}
    """,
    "pl.yaml": """
    passerelle: 1
    framework: {id: pl-x, kind: qualifications-framework, country: PL, title: {en: Polish example}}
    sources: {a: {title: A table}}
    qualifications: [{code: school, title: {pl: Świadectwo ukończenia szkoły}}]
    """,
  ]
}
