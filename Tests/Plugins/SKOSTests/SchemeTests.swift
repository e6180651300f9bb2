import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

/// Labels of SKOS-XL, collections, and files of several schemes.
struct SchemeTests {
  private func read(_ text: String) -> Reading {
    Reading(
      of: """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @base <https://example.org/> .
        <jobs> a skos:ConceptScheme ; dcterms:type "classification-of-occupations" .
        \(text)
        """, named: "a.ttl", with: SKOS())
  }

  private func links(of reading: Reading) -> [String] {
    reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" }
  }

  // MARK: - Labels

  @Test func aLabelThatIsAThingIsALabel() {
    let reading = read(
      """
      <a> a skos:Concept ; skos:inScheme <jobs> ; skos:prefLabel "Smith"@en ;
        xl:prefLabel <l1>, <l2> ; xl:altLabel [ a xl:Label ; xl:literalForm "Farrier"@en ] ;
        xl:hiddenLabel <nowhere> .
      <l1> a xl:Label ; xl:literalForm "Smith"@en ; dcterms:created "2020" .
      <l2> xl:literalForm "Forgeron"@fr .
      """)

    #expect(reading.concepts.map { $0.title.entries.map(\.text) } == [["Smith", "Forgeron"]])
    #expect(reading.concepts.map { $0.alternatives.entries.map(\.text) } == [["Farrier"]])
    #expect(
      reading.diagnostics.map(\.summary) == ["skipped once: 'dcterms:created' of a label"])
  }

  // MARK: - Collections

  @Test func aCollectionIsAGroupWithItsMembers() throws {
    let reading = read(
      """
      <a> a skos:Concept ; skos:inScheme <jobs> ; skos:prefLabel "A" .
      <b> a skos:Concept ; skos:inScheme <jobs> ; skos:prefLabel "B" .
      <green> a skos:Collection ; skos:prefLabel "Green jobs"@en ; skos:member <a>, <first> .
      <first> a skos:OrderedCollection ; skos:prefLabel "First"@en ; skos:memberList ( <b> <a> ) .
      """)

    #expect(
      reading.concepts.map { "\($0.id) \($0.kind.rawValue) \($0.tier ?? "-")" } == [
        "jobs:a occupation-group -", "jobs:b occupation-group -",
        "jobs:green occupation-group collection", "jobs:first occupation-group collection",
      ])
    #expect(
      links(of: reading) == [
        "jobs:a partOf jobs:green", "jobs:first partOf jobs:green", "jobs:b partOf jobs:first",
        "jobs:a partOf jobs:first",
      ])
    #expect(reading.diagnostics == [])
  }

  @Test func amongLevelsACollectionIsNoLevel() {
    let reading = read(
      """
      <levels> a skos:ConceptScheme ; dcterms:type "qualifications-framework" .
      <l> a skos:Concept ; skos:inScheme <levels> ; skos:prefLabel "L" .
      <some> a skos:Collection ; skos:prefLabel "Some" ; skos:member <l> .
      """)

    #expect(reading.concepts.map(\.id.description) == ["levels:l"])
    #expect(reading.diagnostics.map(\.summary).contains("skipped once: a skos:Collection"))
  }

  @Test func aListThatLeadsToItselfEnds() {
    let reading = read(
      """
      <c> a skos:OrderedCollection ; skos:inScheme <jobs> ; skos:memberList _:l .
      _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <c> ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l .
      """)

    #expect(links(of: reading) == ["jobs:c partOf jobs:c"])
  }

  // MARK: - Several schemes

  @Test func aConceptOfTwoSchemesIsAPartOfTheOther() {
    let reading = read(
      """
      <skills> a skos:ConceptScheme ; dcterms:type "classification-of-competences" .
      <a> a skos:Concept ; skos:inScheme <jobs>, <skills>, <gone> ; skos:prefLabel "A" .
      """)

    #expect(reading.frameworks.map(\.name.description) == ["jobs", "skills"])
    #expect(reading.concepts.map(\.id.description) == ["jobs:a"])
    #expect(links(of: reading) == ["jobs:a partOf skills"])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a further scheme of a concept, which the file does not describe"
      ])
  }

  @Test(arguments: ["<jobs>, <skills>", "<skills>, <jobs>"])
  func theOrderOfSchemesDoesNotMatter(schemes: String) {
    let skills =
      "<skills> a skos:ConceptScheme ; dcterms:type \"classification-of-competences\" .\n"
    func ids(_ concept: String) -> [String] {
      read("\(skills)\(concept) ; skos:inScheme \(schemes) ; skos:prefLabel \"A\" .").concepts
        .map(\.id.description)
    }

    #expect(ids("<a> a skos:Concept") == ["jobs:a"])
    #expect(ids("<skills/a> a skos:Concept") == ["skills:a"])
    #expect(ids("<a> skos:topConceptOf <skills>") == ["skills:a"])
  }

  @Test func aConceptIsInTheSchemeOfWhatIsAboveIt() {
    let reading = read(
      """
      <skills> a skos:ConceptScheme ; dcterms:type "classification-of-competences" ;
        skos:hasTopConcept <s> .
      <j2> a skos:Concept ; skos:broader <j1> ; skos:prefLabel "J2" .
      <j1> a skos:Concept ; skos:topConceptOf <jobs> ; skos:prefLabel "J1" .
      <s> a skos:Concept ; skos:narrower <s1> ; skos:prefLabel "S" .
      <s1> a skos:Concept ; skos:prefLabel "S1" .
      <o> a skos:Concept ; skos:broader <o> ; skos:prefLabel "Nowhere" .
      """)

    #expect(
      reading.concepts.map(\.id.description) == ["jobs:j2", "jobs:j1", "skills:s", "skills:s1"])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: 'skos:broader' of something that is not a concept here",
        "skipped once: a skos:Concept",
      ])
  }
}
