import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

struct JSONLDTests {
  @Test(arguments: JSONLDSamples.forms)
  func everyFormSaysWhatTurtleSays(form: String, text: String) {
    let reading = Reading(of: text, named: "trades.jsonld", with: SKOS())
    #expect(reading.diagnostics == [])
    #expect(
      Self.statements(text, "trades.jsonld")
        == Self.statements(JSONLDSamples.inTurtle, "trades.ttl"))
    #expect(reading.concepts.count == 2)
    #expect(reading.links.count == 2)
  }

  @Test(arguments: JSONLDSamples.forms)
  func everyFormConforms(form: String, text: String) {
    expectConformance(of: SKOS(), on: text, named: "trades.jsonld")
  }

  @Test func aPlaceHasItsColumn() throws {
    let text = """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@graph": [
        {"@id": "http://a/s", "@type": "skos:ConceptScheme"}, {"@id": "http://a/1", "@type": "skos:Concept",
          "skos:inScheme": {"@id": "http://a/s"}, "skos:related": {"@id": "http://a/2"}}]}
      """
    let reading = Reading(of: text, named: "a.jsonld", with: SKOS())
    let places = reading.statements.compactMap { statement, position in
      if case .concept = statement { "\(position.line):\(position.column)" } else { nil }
    }
    #expect(places == ["2:57"])
    let related = try #require(reading.diagnostics.first { $0.summary.contains("skos:related") })
    #expect("\(related.position)" == "a.jsonld:3:61")
  }

  @Test func theLevelsOfXKOSAreReadFromAList() {
    let turtle =
      Samples.prefixes + """
        ex:s a skos:ConceptScheme ; dcterms:type "classification-of-occupations" ;
          xkos:levels ( ex:l1 ) .
        ex:l1 a xkos:ClassificationLevel ; skos:prefLabel "Group"@en ; skos:member ex:a .
        ex:a a skos:Concept ; skos:inScheme ex:s ; skos:prefLabel "A"@en .
        """
    let start = """
      {"@context": {"@base": "https://example.org/trades/", "skos": "http://www.w3.org/2004/02/skos/core#",
        "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#", "dcterms": "http://purl.org/dc/terms/",
        "levels": {"@id": "xkos:levels", "@container": "@list", "@type": "@id"}},
       "@graph": [
        {"@id": "s", "@type": "skos:ConceptScheme", "dcterms:type": "classification-of-occupations",
      """
    let end = """
        },
        {"@id": "l1", "@type": "xkos:ClassificationLevel", "skos:prefLabel": {"@value": "Group", "@language": "en"},
         "skos:member": {"@id": "a"}},
        {"@id": "a", "@type": "skos:Concept", "skos:inScheme": {"@id": "s"},
         "skos:prefLabel": {"@value": "A", "@language": "en"}}]}
      """
    for list in [
      "\"xkos:levels\": {\"@list\": [{\"@id\": \"l1\"}]}", "\"levels\": [\"l1\"]",
      "\"levels\": {\"@list\": [\"l1\"]}",
    ] {
      let text = start + list + end
      #expect(Self.statements(text, "a.jsonld") == Self.statements(turtle, "a.ttl"), "\(list)")
      #expect(Reading(of: text, named: "a.jsonld", with: SKOS()).diagnostics == [], "\(list)")
    }
  }

  @Test func correspondencesAndBlankNodesAreRead() {
    let text = """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#", "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#",
        "dcterms": "http://purl.org/dc/terms/"},
       "@id": "https://example.org/table", "@type": "xkos:Correspondence",
       "dcterms:title": {"@value": "Trades and crafts", "@language": "en"},
       "xkos:compares": [{"@id": "https://example.org/trades"}, {"@id": "https://example.org/crafts"}],
       "xkos:madeOf": [
         {"@type": "xkos:ConceptAssociation", "xkos:sourceConcept": {"@id": "https://example.org/trades/a"},
          "xkos:targetConcept": {"@id": "https://example.org/crafts/1", "skos:narrowMatch": {"@id": "https://example.org/trades/a"}}},
         {"@id": "_:b0"}],
       "@included": {"@id": "_:b0", "@type": "xkos:ConceptAssociation",
          "xkos:sourceConcept": {"@id": "https://example.org/trades/b"},
          "xkos:targetConcept": {"@id": "https://example.org/crafts/2"}}}
      """
    #expect(Self.statements(text, "a.jsonld") == Self.statements(Samples.correspondence, "a.ttl"))
  }

  @Test func relativeAddressesMeanWhatTheyMeanInTurtle() {
    let turtle =
      Samples.prefixes + """
        <s> a skos:ConceptScheme ; dcterms:type "classification-of-occupations" .
        <#a> a skos:Concept ; skos:inScheme <s> ; skos:prefLabel "A"@en .
        """
    let text = """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#", "dcterms": "http://purl.org/dc/terms/"},
       "@graph": [{"@id": "s", "@type": "skos:ConceptScheme", "dcterms:type": "classification-of-occupations"},
        {"@id": "#a", "@type": "skos:Concept", "skos:inScheme": {"@id": "s"},
         "skos:prefLabel": {"@value": "A", "@language": "en"}}]}
      """
    #expect(Self.statements(text, "a.jsonld") == Self.statements(turtle, "a.ttl"))
  }

  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d?y"),
    ("g?y#s", "http://a/b/c/g?y#s"), ("#s", "http://a/b/c/d?q#s"), ("", "http://a/b/c/d?q"),
    (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("g.", "http://a/b/c/g."),
    ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"), ("mailto:x", "mailto:x"),
  ])
  func aReferenceIsResolvedAsTheStandardSays(reference: String, address: String) {
    #expect(reference.resolved(against: "http://a/b/c/d?q") == address)
  }

  private static func statements(_ text: String, _ name: String) -> [String] {
    Reading(of: text, named: name, with: SKOS()).statements.map {
      "\($0.statement)".replacing("\"\(name)\"", with: "the file")
    }.sorted()
  }
}
