import PasserelleKit
import PasserelleTesting
import Testing

@testable import CTDL

/// The same is said in whatever form of JSON-LD it is written.
struct LinkedDataTests {
  private static let address = "https://registry.example/1"

  /// One certificate and its owner, in the forms that publishers and processors write.
  private static let forms: [String] = [
    // As the registry has it.
    """
    {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [
      {"@id": "\(address)", "@type": "ceterms:Certificate", "ceterms:name": {"en": "Welder"},
       "ceterms:ownedBy": ["_:o"]},
      {"@id": "_:o", "@type": "ceterms:CredentialOrganization", "ceterms:name": {"en": "A guild"}}]}
    """,
    // Lists of one, and a list at the top.
    """
    [{"@context": "https://credreg.net/ctdl/schema/context/json", "@id": "\(address)",
      "@type": ["ceterms:Certificate"], "ceterms:name": [{"en": ["Welder"]}], "ceterms:ownedBy": "_:o"},
     {"@id": "_:o", "@type": ["ceterms:CredentialOrganization"], "ceterms:name": {"en": "A guild"}}]
    """,
    // Expanded, as a processor writes it.
    """
    [{"@id": "\(address)", "@type": ["https://purl.org/ctdl/terms/Certificate"],
      "https://purl.org/ctdl/terms/name": [{"@value": "Welder", "@language": "en"}],
      "https://purl.org/ctdl/terms/ownedBy": [{"@id": "_:o"}]},
     {"@id": "_:o", "@type": ["http://purl.org/ctdl/terms/CredentialOrganization"],
      "https://credreg.net/ctdl/terms/name": [{"@language": "en", "@value": "A guild"}]}]
    """,
    // Names and prefixes of its own, a language for all texts, a single node as the graph.
    """
    {"@context": ["https://credreg.net/ctdl/schema/context/json",
       {"ct": "https://purl.org/ctdl/terms/", "r": "https://registry.example/", "@language": "en",
        "label": {"@id": "ct:name"}, "id": "@id"}],
     "@graph": {"id": "r:1", "@type": "ct:Certificate", "label": "Welder",
       "ct:ownedBy": {"@list": [{"id": "_:o", "@type": "ct:Organization", "label": "A guild"}]}}}
    """,
    // An envelope of the registry.
    """
    {"envelope_id": "776825cf", "decoded_resource":
      {"@context": {"@vocab": "https://purl.org/ctdl/terms/"}, "@id": "\(address)", "@type": "Certificate",
       "name": {"en": "Welder"}, "ownedBy": [{"@id": "_:o", "@type": "Organization", "name": {"en": "A guild"}}]}}
    """,
  ]

  @Test(arguments: forms)
  func everyFormSaysTheSame(form: String) {
    let reading = Reading(of: form, named: "x.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(
      Set(reading.concepts.map { "\($0.kind.rawValue) \($0.id)" }) == [
        "qualification ctdl-x:\(Self.address)", "organisation ctdl-x:_:o",
      ])
    #expect(
      Set(reading.concepts.flatMap(\.title.entries).map { "\($0.language) \($0.text)" })
        == ["en Welder", "en A guild"])
    #expect(reading.links.map { "\($0.relation.rawValue) \($0.to)" } == ["awardedBy ctdl-x:_:o"])
    #expect(reading.notes == [])
    #expect(CTDL().identify(Source(parts: [SourcePart(name: "x.json", text: form)])) == 95)
  }

  @Test func ofSeveralClassesTheCredentialCounts() {
    let reading = Reading(
      of: """
        {"@id": "https://registry.example/1", "@type": ["schema:Thing", "ceterms:Credential", "ceterms:Badge"],
         "ceterms:name": {"en": "Welder"}}
        """, named: "x.json", with: CTDL())
    #expect(reading.concepts.map(\.tier) == ["credential"])
    #expect(reading.diagnostics == [])
  }

  @Test func twoTextsOfOneLanguageAreATitleAndAnotherLabel() throws {
    let reading = Reading(
      of: """
        {"@id": "https://registry.example/1", "@type": "ceterms:Certificate",
         "ceterms:name": {"en-US": "Welder", "en-us": "Baker", "es": ["Soldador", "Panadero"]}}
        """, named: "x.json", with: CTDL())
    let concept = try #require(reading.concepts.first)
    #expect(concept.title.entries.map(\.text) == ["Welder", "Soldador"])
    #expect(concept.alternatives.entries.map(\.text) == ["Baker", "Panadero"])
  }

  @Test func partsThatAProcessorHasWrittenApartAreRead() {
    let reading = Reading(
      of: """
        {"@graph": [
          {"@id": "https://registry.example/1", "@type": "ceterms:Certificate", "ceterms:name": {"en": "W"},
           "ceterms:audienceLevelType": {"@id": "_:a"}, "ceterms:requires": {"@id": "_:b"},
           "ceterms:estimatedCost": {"@id": "_:d"}},
          {"@id": "_:a", "@type": "ceterms:CredentialAlignmentObject",
           "ceterms:framework": {"@id": "http://credreg.net/ctdl/terms/AudienceLevel"},
           "ceterms:targetNode": {"@id": "audLevel:AdvancedLevel"}},
          {"@id": "_:b", "@type": "ceterms:ConditionProfile", "ceterms:targetCompetency": {"@id": "_:c"}},
          {"@id": "_:c", "ceterms:targetNode": {"@id": "https://skills.example/weld"}},
          {"@id": "_:d", "ceterms:price": "100"}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(
      reading.links.map(\.toURI) == ["audLevel:AdvancedLevel", "https://skills.example/weld"])
    #expect(reading.links.first?.to.description == "ctdl-audience-level:AdvancedLevel")
    #expect(reading.notes.first?.text.preferred?.contains("ceterms:price: 100") == true)
  }

  @Test func resourcesOfAGraphInsideTheGraphAreCounted() {
    let reading = Reading(
      of: """
        {"@graph": [{"@id": "https://g.example", "@type": "ceterms:Pathway", "@graph": [
          {"@id": "https://registry.example/1", "@type": "ceterms:Certificate", "ceterms:name": {"en": "W"}}]}]}
        """, named: "x.json", with: CTDL())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a resource of a graph inside the graph",
        "skipped once: a resource of the type 'Pathway'",
      ])
    #expect(reading.statements.isEmpty)
  }

  @Test(arguments: [
    ("x.json", "{\"@graph\": [{\"@type\": \"ceterms:Certificate\"}\n{}]}"),
    ("x.jsonld", "{\"ceasn:name\": 1"),
    ("x.json", "// a note\n{\"@context\": \"https://credreg.net/ctdl/schema/context/json\"}"),
    ("x.json", "[{\"@id\": \"a\", \"http://purl.org/ctdlasn/terms/name\": []}]"),
  ])
  func prefixesAreAsGoodASignAsTheContext(name: String, text: String) {
    #expect(CTDL().identify(Source(parts: [SourcePart(name: name, text: text)])) == 95)
  }

  @Test(arguments: [
    "{\"CFDocument\": {\"officialSourceURL\": \"https://credreg.net/ctdl/terms\"}}",
    "{\"url\": \"http://purl.org/ctdl/terms/\"}",
  ])
  func aMereAddressIsNoSign(text: String) {
    #expect(CTDL().identify(Source(parts: [SourcePart(name: "x.json", text: text)])) == 0)
  }
}
