import PasserelleKit
import PasserelleTesting
import Testing

@testable import OpenBadges

/// Badges and records; all are invented.
struct OpenBadgesTests {
  private static let badge = """
    {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
     "id": "https://issuer.example/credentials/3732", "type": ["VerifiableCredential", "OpenBadgeCredential"],
     "name": "Robots, for Ada Secret",
     "issuer": {"id": "https://issuer.example", "type": ["Profile"], "name": "A school", "email": "secret@issuer.example"},
     "validFrom": "2024-01-01T00:00:00Z",
     "credentialSubject": {"id": "did:example:secret", "type": ["AchievementSubject"], "role": "Secret role",
      "identifier": [{"type": "IdentityObject", "identityHash": "secret@pupil.example"}],
      "result": [{"type": ["Result"], "value": "Secret grade"}],
      "achievement": {"id": "https://issuer.example/robots", "type": ["Achievement"], "inLanguage": "en",
       "achievementType": "MicroCredential", "name": "Robot programming", "humanCode": "R1", "creditsAvailable": 2.5,
       "description": "Programs a robot", "criteria": {"narrative": "Source code"},
       "creator": {"id": "https://group.example", "type": ["Profile"], "name": "An industry group"},
       "alignment": [
        {"type": ["Alignment"], "targetName": "Programming", "targetFramework": "A framework", "targetCode": "P",
         "targetType": "ceasn:Competency", "targetUrl": "https://skills.example/programming"},
        {"type": ["Alignment"], "targetName": "Level 5", "targetFramework": "EQF", "targetType": "ext:QualificationLevel",
         "targetUrl": "http://data.europa.eu/snb/eqf/5"}]}},
     "evidence": [{"id": "https://pupil.example/secret", "type": ["Evidence"]}]}
    """

  @Test func conforms() {
    expectConformance(of: OpenBadges(), on: Self.badge, named: "badge.json")
  }

  @Test func whatABadgeIsAboutIsRead() throws {
    let reading = Reading(of: Self.badge, named: "badge.json", with: OpenBadges())
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks.map(\.name.description) == ["open-badges-badge"])
    let achievement = try #require(reading.concepts.first)
    #expect(achievement.kind == .qualification)
    #expect(achievement.tier == "micro credential")
    #expect(
      achievement.title.entries.map { "\($0.language) \($0.text)" } == ["en Robot programming"])
    #expect(achievement.alternatives.entries.map(\.text) == ["R1"])
    #expect(achievement.uri == "https://issuer.example/robots")
    #expect(achievement.workloads == [try #require(Workload("2.5", .credits))])
    #expect(
      reading.notes.compactMap(\.text.preferred) == [
        "Programs a robot", "criteria/narrative: Source code", "creator: An industry group",
      ])
    #expect(
      reading.concepts.map { "\($0.kind.rawValue) \($0.title.preferred ?? "")" } == [
        "qualification Robot programming", "organisation A school",
      ])
  }

  @Test func anAlignmentIsARelatedMatchAndNoMore() {
    let reading = Reading(of: Self.badge, named: "badge.json", with: OpenBadges())
    let links = reading.links.filter { $0.relation != .awardedBy }
    #expect(links.map(\.relation) == [.relatedMatch, .relatedMatch])
    #expect(
      links.map(\.toURI) == [
        "https://skills.example/programming", "http://data.europa.eu/snb/eqf/5",
      ])
    #expect(links.map(\.to.description) == ["skills-example:P", "data-europa-eu-snb-eqf:5"])
    #expect(links.first?.note.preferred == "Programming")
    #expect(
      links.first?.details == [
        "targetType: ceasn:Competency", "targetFramework: A framework", "targetCode: P",
      ])
  }

  @Test func nothingOfThePersonIsRead() {
    let reading = Reading(of: Self.badge, named: "badge.json", with: OpenBadges())
    let said = "\(reading.statements)".lowercased()
    #expect(!said.contains("secret"))
    #expect(!said.contains("2024"))
  }

  @Test func aPersonWhoIssuesIsNotRead() {
    for issuer in [
      "{\"id\": \"did:example:secret\", \"name\": \"Ada Secret\"}",
      "{\"id\": \"https://ada.example\", \"name\": \"Ada Secret\", \"familyName\": \"Secret\"}",
      "\"did:example:secret\"",
    ] {
      let reading = Reading(
        of: """
          {"type": ["OpenBadgeCredential"], "issuer": \(issuer), "credentialSubject": {"id": "did:example:secret",
           "achievement": {"id": "urn:a", "type": "Achievement", "name": "A"}}}
          """, named: "x.json", with: OpenBadges())
      #expect(reading.diagnostics == [])
      #expect(!"\(reading.statements)".lowercased().contains("secret"))
    }
  }

  @Test func aRecordHoldsBadgesAndHowTheyStandToEachOther() {
    let reading = Reading(
      of: """
        {"type": ["VerifiableCredential", "ClrCredential"], "issuer": {"id": "https://i.example", "name": "A school"},
         "credentialSubject": {"type": ["ClrSubject"],
          "achievement": [{"id": "urn:degree", "type": ["Achievement"], "name": "Degree", "achievementType": "Degree"}],
          "verifiableCredential": [
            {"type": ["OpenBadgeCredential"], "credentialSubject": {"achievement":
              {"id": "urn:course", "type": ["Achievement"], "name": "Course", "achievementType": "Course"}}},
            {"type": ["OpenBadgeCredential"], "credentialSubject": {"achievement":
              {"id": "urn:skill", "type": ["Achievement"], "name": "Skill", "achievementType": "Competency"}}}],
          "association": [
            {"type": ["Association"], "associationType": "isPartOf", "sourceId": "urn:course", "targetId": "urn:degree"},
            {"type": ["Association"], "associationType": "precedes", "sourceId": "urn:course", "targetId": "urn:skill"}]}}
        """, named: "clr.json", with: OpenBadges())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: an association of the type 'precedes'"
      ])
    #expect(
      reading.concepts.map { "\($0.kind.rawValue) \($0.id.code?.description ?? "")" } == [
        "qualification urn:degree", "qualification urn:course", "competence urn:skill",
      ])
    #expect(
      reading.links.map {
        "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to.code?.description ?? "")"
      } == ["urn:course partOf urn:degree"])
  }

  @Test func aBadgeThatIsSignedIsReadAndItsSignatureNotVerified() {
    // The payload is {"type":"OpenBadgeCredential","credentialSubject":{"achievement":{"id":"urn:a","name":"A"}}}.
    let payload =
      "eyJ0eXBlIjoiT3BlbkJhZGdlQ3JlZGVudGlhbCIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7ImFjaGlldmVtZW50Ijp7ImlkIjoidXJuOmEiLCJuYW1lIjoiQSJ9fX0"
    let source = Source(parts: [
      SourcePart(name: "badge.jwt", text: "eyJhbGciOiJSUzI1NiJ9.\(payload).AAAA")
    ])
    #expect(OpenBadges().identify(source) == 97)
    let reading = Reading(of: source, with: OpenBadges())
    #expect(reading.diagnostics.map(\.id) == ["signature-not-checked"])
    #expect(reading.concepts.map(\.title.preferred) == ["A"])
  }

  @Test(arguments: [
    ("{\"type\": \"OpenBadgeCredential\", \"credentialSubject\": {}}", "empty"),
    ("{\"type\": \"Achievement\", \"name\": \"A\"}", "missing-key"),
    ("{\"type\": \"Achievement\", \"id\": \"urn:a\"}", "missing-title"),
    ("{\"type\": \"OpenBadgeCredential\"", "json"),
    (
      "[{\"type\": \"Achievement\", \"id\": \"urn:a\", \"name\": \"A\"}, {\"type\": \"Achievement\", \"id\": \"urn:a\", \"name\": \"B\"}]",
      "duplicate-code"
    ),
  ])
  func whatIsWrongHasAName(text: String, id: Diagnostic.ID) {
    let reading = Reading(of: text, named: "x.json", with: OpenBadges())
    #expect(reading.diagnostics.map(\.id) == [id])
  }

  @Test func recordsInsideOfRecordsEnd() {
    let start = "{\"type\": \"ClrCredential\", \"credentialSubject\": {\"verifiableCredential\": "
    let reading = Reading(
      of: String(repeating: start, count: 20) + "1" + String(repeating: "}}", count: 20),
      named: "x.json", with: OpenBadges())
    #expect(reading.diagnostics.map(\.id) == ["too-deep"])
  }

  @Test func anAlignmentThatSaysNothingIsKept() {
    let reading = Reading(
      of: """
        {"type": "Achievement", "id": "urn:a", "name": "A", "alignment": [{"targetName": "N"},
         {"targetName": "N", "targetFramework": "F"}, {"targetName": "N", "targetFramework": "F"}]}
        """, named: "x.json", with: OpenBadges())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: an alignment that does not say what with, kept in a note",
        "skipped once: an alignment that was stated before",
      ])
    #expect(reading.links.map(\.to.description) == ["f:N"])
  }
}
