import PasserelleKit
import PasserelleTesting
import SharedData
import Testing

@testable import Europass

/// The samples of the European Commission and of EMREX.
@Suite(.enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)))
struct EuropassSampleTests {
  @Test(arguments: [
    ("europass-elm/loq.xml", 2), ("europass-elm/loq_withLearningAchievementSpecification.xml", 2),
    ("europass-elm/Sample-MC-Annex1-unsigned.jsonld", 1), ("elmo-emrex/example.xml", 6),
  ])
  func readsEverySampleWithoutAnError(path: String, qualifications: Int) throws {
    let source = try SharedData.source(path)
    #expect(Europass().identify(source) == 95)
    let reading = Reading(of: source, with: Europass())
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading.concepts.count { $0.kind == .qualification } == qualifications)
  }

  @Test func readsTheClaimsOfTheOfficialSampleAsTheyStand() throws {
    let reading = Reading(of: try SharedData.source("europass-elm/loq.xml"), with: Europass())
    let claims = reading.links.filter { [.referencedTo, .atLevel].contains($0.relation) }
    #expect(
      claims.map { "\($0.from.code?.description ?? "") \($0.to)" } == [
        "http://Q-01 eqf:2", "http://Q-01 qdr:c_060f2f91", "http://Q-01 qdr:c_01169e3f",
        "http://Q-02 eqf:3", "http://Q-02 qdr:c_4653268d", "http://Q-02 qdr:c_caa3091a",
      ])
  }
}
