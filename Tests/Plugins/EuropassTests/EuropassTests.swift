import PasserelleKit
import PasserelleTesting
import Testing

@testable import Europass

struct EuropassTests {
  /// Written for the test in the elements of the model; the records are invented.
  private let dataset = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Courses xmlns:skos="http://www.w3.org/2004/02/skos/core#"
      xmlns="http://data.europa.eu/snb/model/ap/loq-constraints/" xsdVersion="3.1.0">
      <learningAchievementSpecificationReferences>
        <qualification id="urn:x:q1">
          <identifier><skos:notation>Q-17</skos:notation></identifier>
          <title language="en">Welder</title>
          <title language="nl">Lasser</title>
          <skos:altLabel language="en">Metal welder</skos:altLabel>
          <ISCEDFCode uri="http://data.europa.eu/snb/isced-f/0715"/>
          <volumeOfLearning>PT600H</volumeOfLearning>
          <creditPoint>
            <framework uri="http://data.europa.eu/snb/education-credit/6fcec5c5af"/><point>60</point>
          </creditPoint>
          <creditPoint>
            <framework uri="http://data.europa.eu/snb/education-credit/60b314e826"/><point>many</point>
          </creditPoint>
          <learningOutcome idref="urn:x:lo1"/>
          <hasPart idref="urn:x:q2"/>
          <awardingOpportunity><awardingBody idref="urn:x:org1"/></awardingOpportunity>
          <isPartialQualification>false</isPartialQualification>
          <EQFLevel uri="http://data.europa.eu/snb/eqf/3"/>
          <NQFLevel uri="http://data.europa.eu/snb/qdr/c_060f2f91"/>
        </qualification>
        <learningAchievementSpecification id="urn:x:q2">
          <title language="en">MIG welding</title>
          <ISCEDFCode uri="http://elsewhere.example/0715"/>
          <volumeOfLearning>P1Y6M</volumeOfLearning>
        </learningAchievementSpecification>
      </learningAchievementSpecificationReferences>
      <learningOutcomeReferences>
        <learningOutcome id="urn:x:lo1">
          <title language="en">Weld metal</title>
          <relatedESCOSkill uri="http://data.europa.eu/esco/skill/abc">
            <skos:prefLabel language="en">weld</skos:prefLabel>
          </relatedESCOSkill>
        </learningOutcome>
      </learningOutcomeReferences>
      <agentReferences>
        <organisation id="urn:x:org1"><legalName language="en">A school</legalName></organisation>
      </agentReferences>
      <accreditationReferences>
        <accreditation id="urn:x:a1"><title language="en">An accreditation</title></accreditation>
      </accreditationReferences>
    </Courses>
    """

  private let credential = """
    {"id": "urn:c", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
     "credentialSubject": {"id": "urn:p", "fullName": {"en": "Ada Secret"}, "hasClaim": [
      {"id": "urn:a1", "title": {"en": "An achievement"},
       "awardedBy": {"awardingBody": [{"id": "urn:o1", "legalName": {"en": "A school"}}]},
       "provenBy": {"grade": {"noteLiteral": {"en": "Excellent"}}},
       "specifiedBy": {"id": "urn:q1", "type": "Qualification", "title": {"en": "Baker", "fr": ["Boulanger"]},
        "eqfLevel": {"id": "http://data.europa.eu/snb/eqf/4", "prefLabel": {"en": "Level 4"}},
        "nqfLevel": {"id": "http://data.europa.eu/snb/qdr/c_060f2f91"},
        "thematicArea": [{"id": "http://data.europa.eu/snb/isced-f/1013"}],
        "volumeOfLearning": "PT60H",
        "creditPoint": {"framework": {"id": "http://data.europa.eu/snb/education-credit/6fcec5c5af"}, "point": 2},
        "learningOutcome": [{"id": "urn:lo1", "title": {"en": "Bake bread"},
          "relatedESCOSkill": {"id": "http://data.europa.eu/esco/skill/xyz"}}]}}]}}
    """

  private let transcript = """
    <elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
      <learner><givenNames>Ada</givenNames><familyName>Secret</familyName></learner>
      <report>
        <issuer><identifier type="schac">uni.example</identifier><title xml:lang="en">A university</title></issuer>
        <learningOpportunitySpecification>
          <identifier type="local">C1</identifier><identifier type="elmo">7</identifier>
          <title xml:lang="en">Compilers</title><type>Course</type><iscedCode>0613</iscedCode>
          <specifies><learningOpportunityInstance>
            <resultLabel>A</resultLabel>
            <credit><scheme>ECTS</scheme><value>6</value></credit>
            <level><type>EQF</type><value>5</value></level>
            <level><type>NQF</type><description>Norwegian</description><value>5</value></level>
          </learningOpportunityInstance></specifies>
          <hasPart><learningOpportunitySpecification>
            <title xml:lang="en">Lecture</title><type>Class</type>
            <specifies><learningOpportunityInstance><engagementHours>30</engagementHours></learningOpportunityInstance></specifies>
          </learningOpportunitySpecification></hasPart>
        </learningOpportunitySpecification>
      </report>
    </elmo>
    """

  @Test func conforms() {
    expectConformance(of: Europass(), on: dataset, named: "loq.xml")
    expectConformance(of: Europass(), on: credential, named: "credential.jsonld")
    expectConformance(of: Europass(), on: transcript, named: "elmo.xml")
  }

  // MARK: - The dataset

  @Test func readsTheQualificationsOfADataset() throws {
    let reading = Reading(of: dataset, named: "loq.xml", with: Europass())
    #expect(
      reading.concepts.map { "\($0.kind.rawValue) \($0.id)" } == [
        "qualification europass-loq:urn:x:q1", "qualification europass-loq:urn:x:q2",
        "competence europass-loq:urn:x:lo1", "organisation europass-loq:urn:x:org1",
      ])
    let welder = try #require(reading.concepts.first)
    #expect(welder.title.entries.map(\.text) == ["Welder", "Lasser"])
    #expect(welder.alternatives.entries.map(\.text) == ["Metal welder", "Q-17"])
    #expect(welder.workloads.map(\.description) == ["600 total-hours", "60 ects"])
    #expect(
      reading.concepts.map(\.tier) == [
        nil, "learning achievement", "learning outcome", "awarding body",
      ])
  }

  @Test func linksThemByTheVocabulariesOfEurope() {
    let reading = Reading(of: dataset, named: "loq.xml", with: Europass())
    #expect(
      reading.links.map { "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to)" }
        == [
          "urn:x:q1 referencedTo eqf:3", "urn:x:q1 atLevel qdr:c_060f2f91",
          "urn:x:q1 inField isced-f-2013:0715", "urn:x:q1 attests europass-loq:urn:x:lo1",
          "urn:x:q1 awardedBy europass-loq:urn:x:org1", "urn:x:q2 partOf europass-loq:urn:x:q1",
          "urn:x:lo1 relatedMatch esco:abc",
        ])
    #expect(reading.links[1].toURI == "http://data.europa.eu/snb/qdr/c_060f2f91")
    #expect(reading.links[6].toURI == "http://data.europa.eu/esco/skill/abc")
    #expect(reading.links[6].note.preferred == "weld")
  }

  @Test func keepsWhatItCannotCountAndSaysSo() {
    let reading = Reading(of: dataset, named: "loq.xml", with: Europass())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: credit points that are not a number, kept in a note",
        "skipped once: a volume of learning that is not counted in one unit, kept in a note",
        "skipped once: a 'ISCEDFCode' from an unknown vocabulary, kept in a note",
        "skipped once: an object 'accreditation'",
      ])
    #expect(
      reading.notes.map(\.text.preferred) == [
        "isPartialQualification: false\ncreditPoint/framework/uri: "
          + "http://data.europa.eu/snb/education-credit/60b314e826; creditPoint/point: many",
        "volumeOfLearning: P1Y6M\nISCEDFCode/uri: http://elsewhere.example/0715",
      ])
  }

  @Test func reportsWhatIsWrongAndReadsOn() {
    expectDiagnostics(
      from: Europass(),
      reading: """
        <Courses xmlns="http://data.europa.eu/snb/model/ap/loq-constraints/">
        1️⃣<qualification id="a"/>
        <qualification 2️⃣id="  "><title language="en">B</title></qualification>
        <qualification id="c"><title language="en">C</title></qualification>
        </Courses>
        """, named: "x.xml", ["1️⃣": "missing-title", "2️⃣": "empty-value"])
  }

  @Test(arguments: [
    ("PT60H", "60 total-hours"), ("P3Y", "3 years"), ("P6M", "6 months"), ("P2W", "2 weeks"),
    ("P0Y10D", "10 days"), ("PT1.5H", "1.5 total-hours"),
  ])
  func aDurationOfOneUnitIsAWorkload(duration: String, workload: String) {
    #expect(Workload(duration: duration)?.description == workload)
  }

  @Test(arguments: ["", "P", "P1Y6M", "60H", "PT5M", "PTH", "P1", "-P1Y"])
  func anyOtherDurationIsNone(duration: String) {
    #expect(Workload(duration: duration) == nil)
  }

  // MARK: - Credentials and transcripts

  @Test func readsWhatACredentialSpecifiesAndNothingOfThePerson() {
    let reading = Reading(of: credential, named: "credential.jsonld", with: Europass())
    #expect(reading.diagnostics == [])
    #expect(
      reading.links.map { "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to)" }
        == [
          "urn:q1 referencedTo eqf:4", "urn:q1 atLevel qdr:c_060f2f91",
          "urn:q1 inField isced-f-2013:1013", "urn:lo1 relatedMatch esco:xyz",
          "urn:q1 attests europass-credential:urn:lo1",
          "urn:q1 awardedBy europass-credential:urn:o1",
        ])
    #expect(reading.concepts[0].title.entries.map(\.text) == ["Baker", "Boulanger"])
    #expect(reading.concepts[0].workloads.map(\.description) == ["60 total-hours", "2 ects"])
    let said = "\(reading.statements)"
    #expect(!said.contains("Secret"))
    #expect(!said.contains("Excellent"))
  }

  @Test func readsTheCoursesOfATranscriptAndNoResult() throws {
    let reading = Reading(of: transcript, named: "elmo.xml", with: Europass())
    #expect(
      reading.links.map { "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to)" }
        == [
          "C1 awardedBy europass-elmo:uni.example", "C1 inField isced-f-2013:0613",
          "C1 referencedTo eqf:5", "Lecture awardedBy europass-elmo:uni.example",
          "Lecture partOf europass-elmo:C1",
        ])
    #expect(
      reading.concepts.flatMap(\.workloads).map(\.description) == ["6 ects", "30 total-hours"])
    #expect(reading.diagnostics.map(\.id) == ["passed-over"])
    let said = "\(reading.statements)"
    #expect(!said.contains("Secret"))
    #expect(!said.contains("resultLabel"))
  }

  @Test(arguments: [
    ("x.xml", "<Courses xmlns=\"http://data.europa.eu/snb/model/ap/loq-constraints/\">", "xml"),
    ("x.jsonld", "{\"type\": \"EuropeanDigitalCredential\"}", "empty"),
    ("x.jsonld", "{\"type\": \"EuropeanDigitalCredential\"", "json"),
    ("x.xml", "<a/>", "unknown-form"), ("x.xml", "", "unknown-form"),
  ])
  func whatIsNoneOfTheFormsIsADiagnosticAndNoMore(name: String, text: String, id: String) {
    let reading = Reading(of: text, named: name, with: Europass())
    #expect(reading.diagnostics.map(\.id.rawValue) == [id])
    #expect(reading.concepts == [])
  }

  @Test func leavesOtherFiles() {
    for (name, text) in [("x.xml", "<FICHES/>"), ("x.json", "{}"), ("x.csv", "a\n"), ("x.xml", "")]
    {
      #expect(Europass().identify(Source(parts: [SourcePart(name: name, text: text)])) == 0)
    }
  }

  /// In the names of version 3.3.
  @Test func partsThatStandInTheirWholeAreRead() {
    let reading = Reading(
      of: """
        {"type": ["VerifiableCredential", "EuropeanDigitalCredential"], "credentialSubject": {"hasClaim": [{"specifiedBy":
         {"id": "urn:q1", "type": "Qualification", "title": {"en": ["Baker"]}, "order": 1,
          "EQFLevel": {"id": "http://data.europa.eu/snb/eqf/4", "type": "Concept", "prefLabel": {"en": "Level 4"}},
          "NQFLevel": [{"id": "http://data.europa.eu/snb/qdr/c_060f2f91"}],
          "ISCEDFCode": [{"id": "http://data.europa.eu/snb/isced-f/0721"}],
          "hasPart": [{"id": "urn:q2", "type": "Qualification", "title": {"en": ["Rye bread"]}}, {"type": "Qualification"}]}}]}}
        """, named: "x.json", with: Europass())
    #expect(
      reading.diagnostics.map(\.summary) == ["skipped once: a part without an identifier"])
    #expect(reading.concepts.map(\.title.preferred) == ["Baker", "Rye bread"])
    #expect(
      reading.links.map { "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to)" }
        == [
          "urn:q1 referencedTo eqf:4", "urn:q1 atLevel qdr:c_060f2f91",
          "urn:q1 inField isced-f-2013:0721", "urn:q2 partOf europass-x:urn:q1",
        ])
  }

  @Test(arguments: ["ap/loq-constraints/", "application-profile/loq-constraints/"])
  func aDatasetIsRecognisedByEitherAddressOfItsProfile(profile: String) {
    let text = dataset.replacing("ap/loq-constraints/", with: profile)
    let reading = Reading(of: text, named: "loq.xml", with: Europass())
    #expect(reading.concepts.count == 4)
  }
}
