import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// The five lines at the top of a statement.
struct SummaryTests {
  private static let places = Place.root

  @Test func theWorkedCertificateIsSummedUpInFiveLines() throws {
    let summary = try Self.summary(of: "de-ie-meister.yaml", for: "IE", .study)

    #expect(
      summary.finding
        == ["same reference level, EQF 6 (level: partly comparable)"])
    #expect(summary.indication == ["none here"])
    #expect(summary.askFirst.count == 1)
    #expect(summary.missing.contains("hours or credits"))
    #expect(
      summary.mayClaim
        == [
          "level: partly comparable; nothing about: workload, quality, profile, learning outcomes"
        ])
  }

  @Test func aCertificateOlderThanItsFrameworkIsNotSummedUpByTodaysLevelAlone() throws {
    let summary = try Self.summary(of: "de-ie-meister.yaml", for: "IE", .study, awarded: "1985-03")

    #expect(
      summary.finding == [
        "on the day of award, the level: not known; on the date of this statement: same reference level, "
          + "EQF 6 (level: partly comparable)"
      ])
    #expect(
      summary.mayClaim.first?.hasPrefix(
        "level on the date of this statement: partly comparable; nothing about") == true)
  }

  @Test func whatIsNotUnderstoodClaimsNothing() throws {
    let summary = try Self.summary(of: "ua-pl-welder.yaml", for: "PL", .work)

    #expect(summary.finding.first?.hasPrefix("not settled by its title") == true)
    #expect(summary.finding.first?.contains("doctor") == false)
    #expect(summary.askFirst.first?.hasPrefix("NAWA") == true)
    #expect(summary.mayClaim.first?.hasPrefix("nothing yet, neither for nor against") == true)
  }

  @Test func aPersonWithoutACertificateIsNotClaimedToLackAnything() throws {
    let summary = try Self.summary(of: "ke-qa-carpenter.yaml", for: "DE", .work)

    #expect(
      summary.finding == [
        "no certificate is stated, so no level; work experience has no level of its own"
      ])
    #expect(summary.mayClaim.first?.contains("not a reason for refusal") == true)
  }

  @Test(arguments: ["en", "fr", "es"])
  func thePageAndTheTextStartWithTheFiveLines(language: String) throws {
    let (answer, say) = try Self.answer(to: "de-ie-meister.yaml", for: "IE", .study, in: language)
    let lines = answer.text(in: say).split(separator: "\n", omittingEmptySubsequences: false)
    let page = answer.page(in: say)

    #expect(lines[2].hasPrefix("  \(say(ComparabilityKey.summaryFinding))"))
    #expect(
      lines.allSatisfy {
        $0.count <= 80 || $0.contains("://") || $0.contains("…") || !$0.contains(" ")
          || $0.contains(answer.graph)
      })
    let summary = try #require(page.range(of: "<dl class=\"summary\">"))
    let head = try #require(page.range(of: "<dd>\(answer.number)"))
    #expect(summary.lowerBound < head.lowerBound)
  }

  // MARK: - Support

  private struct Lines {
    var finding: [String], indication: [String], askFirst: [String], missing: [String]
    var mayClaim: [String]
  }

  private static func answer(
    to profile: String, for country: String, _ purpose: Purpose, in language: String = "en",
    awarded date: String? = nil
  ) throws -> (ComparabilityAnswer, Language) {
    let place = try Place()
    defer { place.remove() }
    let path = places.appending(path: "Documentation/Profiles/\(profile)")
    var text = try String(contentsOf: path, encoding: .utf8)
    if let date { text = text.replacing(/date: [0-9-]+/, with: "date: \(date)") }
    let (record, _) = ProfileSource(AdapterLoader(Place.bundledOnly))
      .profile(in: Array(text.utf8), named: profile)
    let profile = try #require(record)
    let say = try Language(language, in: places.appending(path: "Languages").path)
    return try place.library().store.read { graph in
      let order = ComparabilityOrder(destination: country, purpose: purpose, language: language)
      return (try Desk(graph, day: "2026-11-25").assess(profile, for: order), say)
    }
  }

  private static func summary(
    of profile: String, for country: String, _ purpose: Purpose, awarded date: String? = nil
  ) throws -> Lines {
    let (answer, say) = try answer(to: profile, for: country, purpose, awarded: date)
    let summary = answer.summary
    return Lines(
      finding: summary.finding.map { say($0) }, indication: summary.indication.map { say($0) },
      askFirst: summary.askFirst.map { say($0) }, missing: summary.missing.map { say($0) },
      mayClaim: summary.mayClaim.map { say($0) })
  }
}
