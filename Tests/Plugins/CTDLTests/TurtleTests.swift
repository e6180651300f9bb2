import PasserelleKit
import PasserelleTesting
import Testing

@testable import CTDL

/// CTDL as triples says what it says as JSON-LD.
struct TurtleTests {
  private let framework = """
    @prefix ceasn: <https://purl.org/ctdlasn/terms/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @base <https://x.example/> .

    <f> a ceasn:CompetencyFramework ;
      ceasn:name "Safety"@en , "Sécurité"@fr ;
      ceasn:publisherName "A board"@en ;
      ceasn:hasTopChild <1> .

    <1> a ceasn:Competency ;
      ceasn:competencyText "Manage sites"@en ;
      ceasn:weight ".5"^^xsd:float ;
      ceasn:hasChild <2>, <3> ;
      ceasn:isPartOf <f> .

    <2> a ceasn:Competency ;
      ceasn:competencyText "Inspect a scaffold"@en ;
      ceasn:codedNotation "1.10" ;
      ceasn:isChildOf <1> .

    <3> a ceasn:Competency ;
      ceasn:competencyText "Count heads"@en ;
      ceasn:exactAlignment <https://o.example/1> .
    """

  private let map = """
    @prefix ceterms: <https://purl.org/ctdl/terms/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

    <https://m.example/map> a ceterms:AlignmentMap ;
      ceterms:name "Levels of A and B"@en ;
      ceterms:hasPart
        [ a ceterms:AlignmentObject ; ceterms:sourceNode <https://a.example/2> ;
          ceterms:targetNode <https://b.example/1> ; ceterms:alignmentType skos:closeMatch ],
        [ a ceterms:AlignmentObject ; ceterms:sourceNode <https://a.example/3> ;
          ceterms:targetNode <https://b.example/1> ; ceterms:alignmentType skos:broadMatch ] .
    """

  @Test func conforms() {
    expectConformance(of: CTDL(), on: map, named: "map.ttl")
  }

  @Test func aFrameworkInTurtleKeepsItsTree() throws {
    let reading = Reading(of: framework, named: "safety.ttl", with: CTDL())
    #expect(reading.diagnostics == [])
    let framework = try #require(reading.frameworks.first)
    #expect(framework.kind == .competences)
    #expect(framework.title.entries.map(\.text) == ["Safety", "Sécurité"])
    #expect(framework.uri == "https://x.example/f")
    #expect(framework.authority == "A board")
    #expect(
      reading.links.map {
        "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.toURI ?? $0.to.code?.description ?? "")"
      } == [
        "https://x.example/2 broader https://x.example/1",
        "https://x.example/3 broader https://x.example/1",
        "https://x.example/3 exactMatch https://o.example/1",
      ])
    #expect(reading.concepts.map(\.title.preferred).count == 3)
    #expect(reading.concepts.flatMap(\.alternatives.entries).map(\.text) == ["1.10"])
    #expect(reading.notes.map(\.text.preferred) == ["ceasn:weight: .5"])
  }

  /// The same resource in each syntax.
  private static let forms: [(name: String, text: String)] = [
    (
      "x.json",
      """
      {"@context": {"ceterms": "https://purl.org/ctdl/terms/"}, "@id": "https://registry.example/1",
       "@type": "ceterms:Certificate", "ceterms:ctid": "ce-1", "ceterms:name": {"en": "Welder"},
       "ceterms:atLevel": "http://data.europa.eu/snb/eqf/4"}
      """
    ),
    (
      "x.nt",
      """
      <https://registry.example/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://purl.org/ctdl/terms/Certificate> .
      <https://registry.example/1> <https://purl.org/ctdl/terms/ctid> "ce-1" .
      <https://registry.example/1> <https://purl.org/ctdl/terms/name> "Welder"@en .
      <https://registry.example/1> <https://purl.org/ctdl/terms/atLevel> <http://data.europa.eu/snb/eqf/4> .
      """
    ),
    (
      "x.rdf",
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ceterms="https://purl.org/ctdl/terms/">
        <ceterms:Certificate rdf:about="https://registry.example/1">
          <ceterms:ctid>ce-1</ceterms:ctid>
          <ceterms:name xml:lang="en">Welder</ceterms:name>
          <ceterms:atLevel rdf:resource="http://data.europa.eu/snb/eqf/4"/>
        </ceterms:Certificate>
      </rdf:RDF>
      """
    ),
  ]

  @Test(arguments: forms)
  func everySyntaxSaysTheSame(name: String, text: String) {
    let reading = Reading(of: text, named: name, with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map(\.id.description) == ["ctdl-x:https://registry.example/1"])
    #expect(reading.concepts.map(\.title.preferred) == ["Welder"])
    #expect(reading.links.map(\.toURI) == ["http://data.europa.eu/snb/eqf/4"])
    #expect(CTDL().identify(Source(parts: [SourcePart(name: name, text: text)])) >= 95)
  }

  @Test func blankNodesAreTheAlignmentsOfAMap() {
    let reading = Reading(of: map, named: "map.ttl", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(
      reading.links.map { "\($0.fromURI ?? "") \($0.relation.rawValue) \($0.toURI ?? "")" } == [
        "https://a.example/2 closeMatch https://b.example/1",
        "https://a.example/3 broadMatch https://b.example/1",
      ])
  }

  @Test func aListOfTermsIsLeftToSKOS() {
    let list = """
      @prefix audLevel: <https://purl.org/ctdl/vocabs/audLevel/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      audLevel:BeginnerLevel a skos:Concept ; skos:prefLabel "Beginner Level"@en-US .
      """
    let source = Source(parts: [SourcePart(name: "audienceLevel.ttl", text: list)])
    #expect(CTDL().identify(source) == 50)
  }

  @Test(arguments: [
    ("@prefix ceasn: <https://purl.org/ctdlasn/terms/> .\n<a> a ceasn:Competency", "not-rdf"),
    ("@prefix ceasn: <https://purl.org/ctdlasn/terms/> .", "empty"),
  ])
  func whatCannotBeReadHasAName(text: String, id: Diagnostic.ID) {
    let reading = Reading(of: text, named: "x.ttl", with: CTDL())
    #expect(reading.diagnostics.map(\.id) == [id])
    #expect(reading.statements.isEmpty)
  }
}
