import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

/// Each thing in a file of Turtle stands where its author finds it.
struct TurtleLineTests {
  private static let text = """
    # Raptor knows where a statement ends, and no more
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    base <https://example.org/>
    @prefix dcterms: <http://purl.org/dc/terms/> .

    <s> a skos:ConceptScheme ;
      dcterms:type "classification-of-occupations" .
    <a> a skos:Concept ; skos:inScheme <s> ;
      skos:definition \"\"\"A text. ; Of
        two lines , and # no comment.\"\"\"@en ;
      skos:prefLabel "A"@en . <b> a skos:Concept ; skos:inScheme <s> ;
      skos:prefLabel "B; \\" ."@en ; # a comment ;
      skos:broader <a> ;
      skos:closeMatch
        <x/1.5> ,
        <x/2> ;
      .
    <c> a skos:Concept ;
      skos:inScheme <s> ;
      skos:editorialNote [
        skos:prefLabel "x" ] ;
      skos:prefLabel "C" ;
      skos:related <a>
    .
    <d> skos:inScheme <s> ; skos:prefLabel "D" .
    <d> skos:broader
      <c> .
    """

  private let reading = Reading(of: text, named: "a.ttl", with: SKOS())

  @Test func aConceptStandsWhereItsStatementBegins() {
    let lines = reading.statements.compactMap { statement, position -> String? in
      if case .concept(let concept) = statement { "\(concept.id) \(position.line)" } else { nil }
    }

    #expect(lines == ["s:a 8", "s:b 11", "s:c 18", "s:d 25"])
    #expect(reading.statements.first?.position.line == 6)
  }

  @Test func aLinkStandsWhereItsObjectDoes() {
    let lines = reading.statements.compactMap { statement, position -> String? in
      if case .link(let link) = statement { "\(link.to) \(position.line)" } else { nil }
    }

    #expect(lines == ["s:a 13", "example-org-x:1.5 15", "example-org-x:2 16", "s:c 27"])
  }

  @Test func withinBracketsTheStatementIsThePlace() {
    #expect(
      reading.diagnostics.map { "\($0.position.line) \($0.summary)" } == [
        "18 skipped once: 'skos:prefLabel' of a note",
        "18 skipped once: 'skos:related' of a concept",
      ])
  }
}
