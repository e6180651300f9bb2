import PasserelleKit
import PasserelleTesting
import Testing

@testable import CTDL

struct CTDLTests {
  /// Written for the test in the terms of CTDL; the resources are invented.
  private let graph = """
    {"@context": "https://credreg.net/ctdl/schema/context/json", "@id": "https://registry.example/graph/1",
     "@graph": [
      {"@id": "https://registry.example/1", "@type": "ceterms:BachelorDegree", "ceterms:ctid": "ce-1",
       "ceterms:name": {"en-US": "Bachelor of Welding", "es": "Licenciatura"},
       "ceterms:ownedBy": ["_:org"], "ceterms:offeredBy": ["_:org"],
       "ceterms:credentialStatusType": {"@type": "ceterms:CredentialAlignmentObject",
         "ceterms:framework": "https://credreg.net/ctdl/terms/CredentialStatus",
         "ceterms:targetNode": "credentialStat:Active", "ceterms:targetNodeName": {"en-US": "Active"}},
       "ceterms:audienceLevelType": [
        {"@type": "ceterms:CredentialAlignmentObject", "ceterms:framework": "https://credreg.net/ctdl/terms/AudienceLevel",
         "ceterms:frameworkName": {"en-US": "Audience Level"}, "ceterms:targetNode": "audLevel:BachelorsDegreeLevel",
         "ceterms:targetNodeName": {"en-US": "Bachelors Degree Level"}},
        {"@type": "ceterms:CredentialAlignmentObject", "ceterms:framework": "http://data.europa.eu/snb/eqf/25831c2",
         "ceterms:frameworkName": {"en": "EQF"}, "ceterms:targetNode": "http://data.europa.eu/snb/eqf/6"},
        {"@type": "ceterms:CredentialAlignmentObject"}],
       "ceterms:requires": [{"@type": "ceterms:ConditionProfile", "ceterms:targetCompetency": [
        {"@type": "ceterms:CredentialAlignmentObject", "ceterms:frameworkName": {"en": "Welding skills"},
         "ceterms:targetNode": "https://skills.example/weld", "ceterms:targetNodeName": {"en": "Weld"}}]}]},
      {"@id": "_:org", "@type": "ceterms:CredentialOrganization", "ceterms:name": {"en-US": "A college"},
       "ceterms:subjectWebpage": "https://college.example"},
      {"@id": "https://registry.example/c", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Cut metal"}},
      {"@id": "https://registry.example/p", "@type": "ceterms:LearningProgram", "ceterms:name": {"en": "A programme"}}
     ]}
    """

  @Test func conforms() {
    expectConformance(of: CTDL(), on: graph, named: "graph.json")
  }

  @Test func statesCredentialsOrganisationsAndCompetencies() throws {
    let reading = Reading(of: graph, named: "graph.json", with: CTDL())
    #expect(
      reading.concepts.map { "\($0.kind.rawValue) \($0.id)" } == [
        "qualification ctdl-graph:https://registry.example/1", "organisation ctdl-graph:_:org",
        "competence ctdl-graph:https://registry.example/c",
      ])
    let credential = try #require(reading.concepts.first)
    #expect(credential.title.entries.map(\.text) == ["Bachelor of Welding", "Licenciatura"])
    #expect(credential.tier == "bachelor degree")
    #expect(credential.status == "Active")
  }

  @Test func anAlignmentIsNoSameness() {
    let reading = Reading(of: graph, named: "graph.json", with: CTDL())
    #expect(
      reading.links.map { "\($0.relation.rawValue) \($0.to)" } == [
        "awardedBy ctdl-graph:_:org", "atLevel ctdl-audience-level:BachelorsDegreeLevel",
        "comparedTo data-europa-eu-snb-eqf-25831c2-38wyivuss15hf:6", "attests welding-skills:weld",
      ])
    #expect(
      reading.links.map(\.toURI) == [
        nil, "audLevel:BachelorsDegreeLevel", "http://data.europa.eu/snb/eqf/6",
        "https://skills.example/weld",
      ])
    #expect(reading.links[3].note.preferred == "Weld")
  }

  @Test func countsWhatItDoesNotReadAndKeepsTheRest() {
    let reading = Reading(of: graph, named: "graph.json", with: CTDL())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: an alignment without a framework or a node, kept in a note",
        "skipped once: a resource of the type 'LearningProgram'",
      ])
    #expect(
      reading.notes.last?.text.preferred?.contains("ceterms:offeredBy: _:org") == true)
  }

  @Test func oneResourceWithItsOrganisationInsideIsReadToo() {
    let reading = Reading(
      of: """
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@type": "ceterms:Certificate",
         "ceterms:ctid": "ce-2", "ceterms:name": {"en": "Certificate"},
         "ceterms:ownedBy": [{"@type": "ceterms:CredentialOrganization", "ceterms:name": {"en": "A guild"}}]}
        """, named: "one.jsonld", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map(\.id.description) == ["ctdl-one:ce-2", "ctdl-one:A guild"])
    #expect(reading.links.map(\.to.description) == ["ctdl-one:A guild"])
  }

  @Test func reportsWhatIsWrongAndReadsOn() {
    expectDiagnostics(
      from: CTDL(),
      reading: """
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [
          1️⃣{"@id": "a", "@type": "ceterms:Certificate"},
          2️⃣{"@type": "ceterms:Certificate", "ceterms:name": {"en": "B"}},
          3️⃣{"@id": "c"},
          {"@id": "d", "@type": "ceterms:Certificate", "ceterms:name": {"en": "D"}}]}
        """, named: "x.json",
      ["1️⃣": "missing-title", "2️⃣": "missing-key", "3️⃣": "missing-key"])
  }

  @Test(arguments: ["", "[]", "{\"@graph\": 1", "{\"@graph\": [1]}"])
  func whatIsNoGraphIsADiagnosticAndNoMore(text: String) {
    let reading = Reading(of: text, named: "x.json", with: CTDL())
    #expect(reading.diagnostics.contains { $0.severity == .error })
    #expect(reading.concepts == [])
  }

  @Test func leavesOtherFiles() {
    for (name, text) in [("x.json", "{}"), ("x.xml", "credreg.net/ctdl"), ("x.json", "")] {
      #expect(CTDL().identify(Source(parts: [SourcePart(name: name, text: text)])) == 0)
    }
  }
}
