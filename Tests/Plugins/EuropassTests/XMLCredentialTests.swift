import PasserelleKit
import PasserelleTesting
import Testing

@testable import Europass

/// Credentials as Europass issued them before version 3 of the model; the records are invented.
struct XMLCredentialTests {
  private let credential = """
    <?xml version="1.0" encoding="UTF-8"?>
    <europassCredential xmlns="http://data.europa.eu/snb" xmlns:cred="http://data.europa.eu/europass/model/credentials/w3c#"
      cred:id="urn:credential:1" xsdVersion="0.10.0">
      <cred:issuer idref="urn:epass:org:1"/>
      <title><text lang="en" content-type="text/plain">A diploma for Ada Secret</text></title>
      <credentialSubject id="urn:epass:person:1">
        <nationalId>12345</nationalId>
        <fullName><text lang="en">Ada Secret</text></fullName>
        <achievements>
          <learningAchievement id="urn:epass:learningAchievement:1">
            <title><text lang="en">What Ada did</text></title>
            <wasDerivedFrom id="urn:epass:assessment:1"><grade>excellent</grade></wasDerivedFrom>
            <wasAwardedBy idref="urn:epass:awardingProcess:1"/>
            <specifiedBy idref="urn:epass:qualification:1"/>
            <hasPart id="urn:epass:learningAchievement:2"><specifiedBy idref="urn:epass:learningspec:1"/></hasPart>
          </learningAchievement>
        </achievements>
        <awardings>
          <awardingProcess id="urn:epass:awardingProcess:1"><awardingBody idref="urn:epass:org:1"/></awardingProcess>
        </awardings>
      </credentialSubject>
      <learningSpecificationReferences>
        <qualification id="urn:epass:qualification:1">
          <identifier schemeID="A scheme">Q-72</identifier>
          <title><text lang="en" content-type="text/plain">Baker</text><text lang="fr">Boulanger</text></title>
          <description><text lang="en" content-type="text/plain">Bakes bread</text></description>
          <hasISCED-FCode uri="http://data.europa.eu/snb/isced-f/0721"/>
          <volumeOfLearning>PT60H</volumeOfLearning>
          <hasECTSCreditPoints>6</hasECTSCreditPoints>
          <learningOutcomes><learningOutcome idref="urn:epass:learningOutcome:1"/></learningOutcomes>
          <eqfLevel uri="http://data.europa.eu/snb/eqf/4"><targetName><text lang="en">Level 4</text></targetName></eqfLevel>
          <nqfLevel uri="http://data.europa.eu/snb/qdr/c_40020d69"/>
        </qualification>
        <learningSpecification id="urn:epass:learningspec:1">
          <title><text lang="en">Rye bread</text></title>
          <eqfLevel uri="http://data.europa.eu/esco/eqf/3"/>
          <nqfLevel uri="http://data.europa.eu/esco/qdr/QF/BE2" targetNotation="3"/>
        </learningSpecification>
      </learningSpecificationReferences>
      <learningOutcomeReferences>
        <learningOutcome id="urn:epass:learningOutcome:1">
          <prefLabel><text lang="en">bake bread</text></prefLabel>
          <relatedESCOSkill uri="http://data.europa.eu/esco/skill/xyz"/>
        </learningOutcome>
      </learningOutcomeReferences>
      <agentReferences>
        <organization id="urn:epass:org:1">
          <prefLabel><text lang="en">A school</text></prefLabel><altLabel><text lang="en">School</text></altLabel>
          <contactPoint><mailBox uri="mailto:secret@school.example"/></contactPoint>
        </organization>
      </agentReferences>
    </europassCredential>
    """

  @Test func conforms() {
    expectConformance(of: Europass(), on: credential, named: "credential.xml")
  }

  @Test func whatAnOlderCredentialSpecifiesIsRead() throws {
    let reading = Reading(of: credential, named: "credential.xml", with: Europass())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a 'nqfLevel' from an unknown vocabulary, kept in a note"
      ])
    let baker = try #require(reading.concepts.first)
    #expect(
      baker.title.entries.map { "\($0.language) \($0.text)" } == ["en Baker", "fr Boulanger"])
    #expect(baker.alternatives.entries.map(\.text) == ["Q-72"])
    #expect(baker.workloads.map { "\($0)" }.count == 2)
    #expect(
      reading.concepts.map { "\($0.kind.rawValue) \($0.title.preferred ?? "")" } == [
        "qualification Baker", "qualification Rye bread", "competence bake bread",
        "organisation A school",
      ])
    #expect(
      Set(
        reading.links.map { "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to)" })
        == [
          "urn:epass:qualification:1 referencedTo eqf:4",
          "urn:epass:qualification:1 atLevel qdr:c_40020d69",
          "urn:epass:qualification:1 inField isced-f-2013:0721",
          "urn:epass:qualification:1 attests europass-credential:urn:epass:learningOutcome:1",
          "urn:epass:learningspec:1 referencedTo eqf:3",
          "urn:epass:learningOutcome:1 relatedMatch esco:xyz",
          "urn:epass:qualification:1 awardedBy europass-credential:urn:epass:org:1",
        ])
    #expect(reading.notes.first?.text.preferred == "description: Bakes bread")
  }

  @Test func nothingOfThePersonIsRead() {
    let reading = Reading(of: credential, named: "credential.xml", with: Europass())
    let said = "\(reading.statements)"
    for word in ["Secret", "12345", "excellent", "secret@", "What Ada did"] {
      #expect(!said.contains(word))
    }
  }

  @Test func aSealIsReportedAsPresentAndNoMore() {
    let sealed = credential.replacing(
      "</europassCredential>",
      with:
        "<proof><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo/></ds:Signature></proof></europassCredential>"
    )
    let reading = Reading(of: sealed, named: "credential.xml", with: Europass())
    #expect(reading.diagnostics.contains { $0.id == "signature-not-checked" })
    #expect(
      reading.notes.contains {
        $0.text.preferred == "A signature is present in the file, and was not verified."
      })
  }

  @Test func aCredentialWithoutAnAchievementIsRefused() {
    let reading = Reading(
      of:
        "<europassCredential xmlns=\"http://data.europa.eu/snb\"><credentialSubject/></europassCredential>",
      named: "x.xml", with: Europass())
    #expect(reading.diagnostics.map(\.id) == ["empty"])
  }
}
