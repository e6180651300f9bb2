import PasserelleKit
import PasserelleTesting
import Testing

@testable import Profiles

struct ProfilesTests {
  private let sample = """
    profile: 1
    reference: "2026-0042"
    from: PH
    target: de-nqf:4
    certificates:
      - title: National Certificate II in Caregiving
        country: PH
        id: ph-pqf:nc-ii
        date: 2019-05
        body: TESDA
        workload: 786 hours
        document: copy
    experience:
      - {title: Nurse aide, occupation: isco-08:5321, country: PH, years: 3.5, evidence: a letter}
    competences:
      - {title: lifting patients, evidence: shown at work}
    languages:
      - {language: de, level: B1, evidence: certificate}
    """

  @Test func conforms() {
    expectConformance(of: Profiles(), on: sample, named: "case.yaml")
  }

  @Test func readsWhatAPersonBrings() throws {
    let reading = Reading(of: sample, named: "case.yaml", with: Profiles())

    let profile = try #require(reading.profiles.first)
    #expect(profile.reference == "2026-0042")
    #expect(profile.from?.description == "PH")
    #expect(profile.target?.description == "de-nqf:4")
    #expect(reading.assets.count == 4)
    guard case .certificate(let certificate) = reading.assets.first else {
      Issue.record("the certificate comes first")
      return
    }
    #expect(certificate.title == "National Certificate II in Caregiving")
    #expect(certificate.identifier?.description == "ph-pqf:nc-ii")
    #expect(certificate.date?.lastDay.description == "2019-05-31")
    #expect(certificate.document == .copy)
  }

  @Test func oneMistakeHidesNoOther() {
    expectDiagnostics(
      from: Profiles(),
      reading: """
        profile: 1
        reference: 1️⃣[a]
        from: 2️⃣Philippines
        certificates:
          - {country: 3️⃣Manila, title: 4️⃣[a], date: 5️⃣once, outcomes: [6️⃣A 1, xx:1]}
        experience: 7️⃣none
        languages:
          - {language: 8️⃣german, level: 9️⃣[B1]}
        """, named: "case.yaml",
      [
        "1️⃣": "wrong-type", "2️⃣": "bad-country", "3️⃣": "bad-country", "4️⃣": "wrong-type",
        "5️⃣": "bad-date", "6️⃣": "bad-identifier", "7️⃣": "wrong-type", "8️⃣": "bad-language",
        "9️⃣": "wrong-type",
      ])
  }

  @Test func jsonSaysTheSame() {
    let yaml = "profile: 1\nreference: a\nlanguages: [{language: de, level: B1}]\n"
    let json =
      #"{"profile": 1, "reference": "a", "languages": [{"language": "de", "level": "B1"}]}"#

    #expect(
      Reading(of: yaml, named: "a.yaml", with: Profiles()).statements.map(\.statement)
        == Reading(of: json, named: "a.json", with: Profiles()).statements.map(\.statement))
  }

  @Test func aNameHasNoPlace() {
    expectDiagnostics(
      from: Profiles(), reading: "profile: 1\nreference: a\n1️⃣name: someone\n", named: "a.yaml",
      ["1️⃣": "unknown-key"])
  }

  @Test func allMistakesAreReportedAtOnce() {
    expectDiagnostics(
      from: Profiles(),
      reading: """
        profile: 1
        reference: a
        certificates:
          - {title: Welder, country: 1️⃣Atlantis}
        experience:
          - {title: Welder, years: 2️⃣many}
        """, named: "a.yaml", ["1️⃣": "bad-country", "2️⃣": "bad-number"])
  }
}
