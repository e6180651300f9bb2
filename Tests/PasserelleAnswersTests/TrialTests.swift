import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// What an authority tries out is never taken for real, in no form of an answer and in no language.
struct TrialTests {
  private static let descriptors = [
    "eqf.yaml": """
    passerelle: 1
    framework: {id: eqf, kind: meta-framework, title: {en: EQF}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: One}}, {code: "2", title: {en: Two}}]
    """,
    "de-nqf.yaml": """
    passerelle: 1
    framework: {id: de-nqf, kind: qualifications-framework, country: DE, title: {en: D}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: Level 1}, referencedTo: {to: "eqf:1"}}]
    """,
    "fr-nqf.yaml": """
    passerelle: 1
    framework: {id: fr-nqf, kind: qualifications-framework, country: FR, title: {en: F}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: Level 1}, referencedTo: {to: "eqf:1"}}]
    """,
    "mine.yaml": """
    passerelle: 1
    framework: {id: trial-xx-nqf, kind: qualifications-framework, country: XX, title: {en: Mine}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "a", title: {en: Level A}, referencedTo: {to: "eqf:1"}}]
    qualifications: [{code: welder, title: {en: Welder}, level: a}]
    procedures: [{purpose: work, decides: the employer}]
    """,
    "pact.yaml": """
    passerelle: 1
    agreement: {id: trial-xx-pact, kind: bilateral-agreement, title: {en: Pact}, from: XX, to: FR, source: act}
    sources: {act: {title: An act}}
    """,
  ]

  private static let profile = """
    profile: 1
    reference: "1"
    certificates: [{title: Welder, country: XX, id: "trial-xx-nqf:welder", date: 2020}]
    """

  private static func language(_ name: String) throws -> Language {
    try Language(name, in: LanguageTests.folder)
  }

  /// Answers that a trial is in, in whichever part of them, and answers that none is in.
  private struct Answers {
    var based: [any Answer] = []
    var free: [any Answer] = []
    var pages: [(Language) throws -> String] = []
    var pictures: [(Language) -> String] = []

    init(_ desk: Desk, _ profile: ProfileRecord) throws {
      func one<Content>(_ reply: Reply<Content>) throws -> Content {
        let answer: Content? = if case .answer(let answer) = reply { answer } else { nil }
        return try #require(answer)
      }
      let explanation = try one(desk.explain("trial-xx-nqf:a", "de-nqf:1"))
      let corridor = try desk.corridor(from: "XX", to: "FR")
      let order = ComparabilityOrder(destination: "DE", purpose: .work, language: "en")
      let statement = try desk.assess(profile, for: order)
      let visit = try desk.assess(
        profile, for: ComparabilityOrder(destination: "XX", purpose: .work, language: "en"))
      let level = try one(desk.compare(["trial-xx-nqf:a"]))
      let atlas = try desk.atlas(of: ["XX", "DE"])
      based = try [
        one(desk.compare(["trial-xx-nqf:a", "de-nqf:1"])),
        one(desk.compare(["de-nqf:1", "trial-xx-nqf:a"], for: .work)),
        one(desk.compare(["trial-xx-nqf:welder"])),
        one(desk.equivalents(of: "de-nqf:1", in: "XX", for: .work)),
        one(desk.equivalents(of: "trial-xx-nqf:a", in: "DE")), explanation,
        one(desk.show("trial-xx-nqf:a")), one(desk.show("trial-xx-pact")),
        one(desk.show("eqf:1")), desk.frameworkList(), desk.list("XX"), desk.search("welder"),
        corridor, statement, visit, atlas,
      ]
      free = try [
        one(desk.compare(["de-nqf:1", "fr-nqf:1"])), desk.list("DE"),
        desk.corridor(from: "DE", to: "FR"), desk.atlas(of: ["FR", "DE"]),
      ]
      pages = [
        { corridor.page(in: $0) }, { statement.page(in: $0) }, { visit.page(in: $0) },
        { AtlasPicture(atlas, in: $0).html }, { ConceptCard(level, in: $0).page },
      ]
      pictures = [
        { ChainPicture(explanation, in: $0).svg }, { AtlasPicture(atlas, in: $0).svg },
      ]
    }
  }

  private static func answers<Value>(_ body: (Answers) throws -> Value) throws -> Value {
    let place = try Place(bundling: descriptors)
    defer { place.remove() }
    let library = try place.library()
    let source = ProfileSource(library.loader)
    let record = try #require(source.profile(in: Array(profile.utf8), named: "case.yaml").0)
    return try library.store.read { graph in
      try body(Answers(Desk(graph, day: "2026-11-29"), record))
    }
  }

  @Test(arguments: Language.names(in: LanguageTests.folder))
  func everyFormOfAnAnswerSaysSoFirst(name: String) throws {
    let say = try Self.language(name)
    try Self.answers { answers in
      let schemas = try AnswerSchemas()
      let mark = say(.trialHeadline, ["names": "\n"]).replacing("\u{2068}", with: "")
      let opening = try #require(mark.split(separator: "\n").first.map(String.init)).trimmed
      let word = try #require(opening.split(separator: " ").first.map(String.init))
      for answer in answers.based {
        let kind = type(of: answer).kind
        #expect(answer.text(in: say).hasPrefix(opening), "\(kind)")
        let json = try JSONValue(answer.json(in: say))
        let names = json["trial"]?.list?.compactMap(\.text) ?? []
        #expect(!names.isEmpty && names.allSatisfy { $0.hasPrefix("trial-xx-") }, "\(kind)")
        #expect(schemas.problems(of: json) == [], "\(kind)")
      }
      for page in answers.pages {
        let text = try page(say)
        #expect(text.contains("<p class=\"trial\" role=\"note\">\(opening.markupEscaped)"))
        #expect(text.contains("@page{@top-center{content:\"\(opening)"))
      }
      for picture in answers.pictures {
        let drawing = picture(say)
        #expect(drawing.contains(word))
        #expect(drawing.contains("viewBox=\"0 -"))
      }
    }
  }

  @Test func whatRestsOnNoTrialIsNotMarked() throws {
    let say = try Self.language("en")
    try Self.answers { answers in
      for answer in answers.free {
        #expect(!answer.text(in: say).contains("TRIAL"))
        let json = try JSONValue(answer.json(in: say))
        #expect(json["trial"] == nil)
      }
    }
  }

  @Test(arguments: Language.names(in: LanguageTests.folder))
  func aTrialCountryIsCalledThat(name: String) throws {
    let say = try Self.language(name)
    let code = try #require(CountryCode("XA"))
    // The system library calls it something else: a name for tests of programs.
    #expect(LocalNames(say).country(code) == "\(say(.trialCountry)) (XA)")
  }

  @Test func aReportThatCountsTrialsSaysSo() throws {
    var tally = GroupTally(by: [GroupTally.Column("sex")])
    for _ in 0..<9 {
      tally.add(GroupTally.Case(groups: ["f"], things: [.nothing], trials: ["trial-xx-nqf"]))
    }
    let report = GroupsAnswer(tally, failed: 0, asOf: "2026-11-25", graph: "0", threshold: 5)
    let say = try Self.language("en")

    #expect(report.text(in: say).hasPrefix("TRIAL"))
    #expect(report.page(in: say).contains("class=\"trial\""))
    #expect(report.trialMark(in: say)?.contains("trial-xx-nqf") == true)
  }
}
