import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

struct SKOSTests {
  @Test(arguments: [
    ("trades.ttl", Samples.turtle), ("trades.nt", Samples.nTriples),
    ("trades.rdf", Samples.rdfXML), ("table.ttl", Samples.correspondence), ("own.ttl", Samples.own),
  ])
  func conforms(name: String, sample: String) {
    expectConformance(of: SKOS(), on: sample, named: name)
  }

  @Test func statesASchemeAndItsConcepts() throws {
    let reading = Reading(of: Samples.turtle, named: "trades.ttl", with: SKOS())
    let framework = try #require(reading.frameworks.first)
    #expect(framework.name.description == "trades")
    #expect(framework.kind == .occupations)
    #expect(framework.authority == "An office")
    #expect(framework.isOpen)
    #expect(
      framework.title.entries.map { "\($0.language) \($0.text)" } == ["en Trades", "de Berufe"])
    #expect(reading.concepts.map(\.id.description) == ["trades:7", "trades:72"])
    #expect(reading.concepts.map(\.kind) == [.occupationGroup, .occupationGroup])
    #expect(
      reading.concepts.flatMap(\.alternatives.entries).map { "\($0.language) \($0.text)" }
        == ["en-GB Smiths"])
    #expect(reading.notes.map(\.text.preferred) == ["They work with metal."])
  }

  @Test func keepsConceptsOfOtherSchemesAsOpenEnds() {
    let reading = Reading(of: Samples.turtle, named: "trades.ttl", with: SKOS())
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "trades:72 broader trades:7", "trades:72 closeMatch data-europa-eu-esco-isco:C72",
      ])
    #expect(
      reading.links.map(\.toURI) == [nil, "http://data.europa.eu/esco/isco/C72"])
  }

  // MARK: - Names, addresses and languages

  @Test(arguments: [
    (
      "https://data.example.org/agency/controlled-vocabulary/classifications-for-work/crew", "",
      "crew"
    ),
    (
      "https://data.example.org/agency/controlled-vocabulary/classifications-for-work/crew/", "",
      "crew"
    ),
    ("https://example.org/x", "dcterms:identifier \"https://example.org/Some_List\"", "some-list"),
    ("https://example.org/x", "dcterms:identifier <https://example.org/lists/jobs>", "jobs"),
    ("https://example.org/x", "dcterms:identifier \"urn:lists:jobs\"", "jobs"),
    ("https://example.org/x", "skos:notation \"https://example.org/lists/jobs\"", "jobs"),
    ("https://example.org/x", "dcterms:identifier \"xx-jobs@2020\"", "xx-jobs@2020"),
  ])
  func anIdentifierThatIsAnAddressNamesByItsLastPart(iri: String, stated: String, name: String) {
    let reading = Reading(
      of: Self.scheme(iri, stated.isEmpty ? "dcterms:identifier \"\(iri)\"" : stated),
      named: "a.ttl", with: SKOS())
    #expect(reading.frameworks.map(\.name.description) == [name])
  }

  @Test func longNamesOfTwoSchemesAreTwo() {
    let long = "https://example.org/" + String(repeating: "a-very-long-part-of-it-", count: 4)
    let names = ["fishing", "forestry"].flatMap {
      Reading(of: Self.scheme(long + $0), named: "a.ttl", with: SKOS()).frameworks.map(\.name)
    }
    #expect(Set(names).count == 2)
  }

  @Test(arguments: ["a.ttl", "a.nt"])
  func languageTagsHaveOneForm(name: String) {
    let text = ["en-GB \"C\"", "pt-br \"A\"", "ZH-hant-tw \"Z\""].map { entry in
      let parts = entry.split(separator: " ")
      return "<https://example.org/s/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "
        + "\(parts[1])@\(parts[0]) .\n"
    }.joined()
    let reading = Reading(
      of: text + "<https://example.org/s/1> <http://www.w3.org/2004/02/skos/core#inScheme> "
        + "<https://example.org/s> .\n", named: name, with: SKOS())
    #expect(
      reading.concepts.flatMap(\.title.entries).map(\.language.description)
        == ["en-GB", "pt-BR", "zh-Hant-TW"])
  }

  @Test func aSecondTitleInOneLanguageIsAnotherLabelAndTold() {
    let reading = Reading(
      of: Self.scheme("https://example.org/s", "dcterms:type \"classification-of-occupations\"")
        + """
        <https://example.org/s/a> a skos:Concept ; skos:inScheme <https://example.org/s> ;
          skos:prefLabel "Colour"@en-GB, "Color"@en-gb, "Colour"@EN-GB ; skos:altLabel "x"@en-GB, "x"@en-gb .
        """, named: "a.ttl", with: SKOS())
    #expect(reading.concepts.flatMap(\.title.entries).map(\.text) == ["Colour"])
    #expect(reading.concepts.flatMap(\.alternatives.entries).map(\.text) == ["Color", "x"])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "corrected once: a second skos:prefLabel in one language, kept as another label"
      ])
  }

  @Test(arguments: [
    ("a.ttl", "<>", "<#a>", "<b>"), ("a.ttl", "<s>", "</a>", "<../b>"),
    ("a.ttl", "<//example.org/s>", "<?a>", "<b#c>"),
  ])
  func aRelativeAddressIsNone(name: String, scheme: String, one: String, other: String) {
    let (skos, type) = (
      "http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    )
    let text = [
      "\(scheme) <\(type)> <\(skos)ConceptScheme> .",
      "\(scheme) <http://purl.org/dc/terms/identifier> \"rel-x\" .",
      "\(scheme) <http://purl.org/dc/terms/type> \"classification-of-occupations\" .",
      "\(one) <\(skos)inScheme> \(scheme) .", "\(one) <\(skos)prefLabel> \"A\"@en .",
      "\(other) <\(skos)inScheme> \(scheme) .", "\(other) <\(skos)prefLabel> \"B\"@en .",
      "\(other) <\(skos)broader> \(one) .", "\(other) <\(skos)exactMatch> <elsewhere> .", "",
    ].joined(separator: "\n")
    let reading = Reading(of: text, named: name, with: SKOS())
    #expect(reading.frameworks.map(\.uri) == [nil] && reading.concepts.map(\.uri) == [nil, nil])
    #expect(reading.documents.map(\.url) == [nil])
    #expect(reading.links.map(\.relation) == [.broader] && reading.links.map(\.toURI) == [nil])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: 'skos:exactMatch' of something that is not a concept here",
        "skipped 3 times: a relative address without a base, which means nothing outside the file",
      ])
  }

  @Test func anAddressWithABaseOfTheFileIsOne() {
    let reading = Reading(
      of: "@base <https://example.org/v/> .\n" + Self.scheme("s") + "<a> skos:inScheme <s> .\n",
      named: "a.ttl", with: SKOS())
    #expect(reading.frameworks.map(\.uri) == ["https://example.org/v/s"])
    #expect(reading.concepts.map(\.uri) == ["https://example.org/v/a"])
  }

  @Test func whatIsBroaderThanItselfIsStatedForTheHostToTell() {
    let reading = Reading(
      of: Self.scheme("https://example.org/s")
        + "<https://example.org/s/a> skos:inScheme <https://example.org/s> ; skos:broader <https://example.org/s/a> .",
      named: "a.ttl", with: SKOS())
    #expect(reading.links.map { "\($0.from) \($0.to)" } == ["s:a s:a"])
  }

  private static func scheme(_ iri: String, _ stated: String = "") -> String {
    """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    <\(iri)> a skos:ConceptScheme \(stated.isEmpty ? "" : "; \(stated) ").

    """
  }

  // MARK: - What is not read

  @Test func countsWhatIsNotRead() {
    let reading = Reading(of: Samples.turtle, named: "trades.ttl", with: SKOS())
    #expect(
      reading.diagnostics.map(\.summary) == ["skipped once: 'skos:related' of a concept"])
  }

  @Test func readsTheSameInTheThreeSyntaxes() {
    let titles = [("a.nt", Samples.nTriples), ("a.rdf", Samples.rdfXML)].map { name, text in
      Reading(of: text, named: name, with: SKOS()).concepts.map(\.title.preferred)
    }
    #expect(titles == [["Craft workers"], ["Craft workers"]])
  }

  @Test func takesTheRelationOfAnAssociationFromAMatch() throws {
    let reading = Reading(of: Samples.correspondence, named: "table.ttl", with: SKOS())
    #expect(reading.mappingSets.map(\.name.description) == ["table"])
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "example-org-trades:a broadMatch example-org-crafts:1"
      ])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a pair of an association whose relation no SKOS match states"
      ])
  }

  @Test func readsOurOwnExportBack() throws {
    let reading = Reading(of: Samples.own, named: "own.ttl", with: SKOS())
    #expect(reading.diagnostics == [])
    let framework = try #require(reading.frameworks.first)
    #expect(framework.name.description == "xx-nqf@2020")
    #expect(framework.kind == .qualificationsFramework)
    #expect(framework.validity.from?.description == "2020-01-01")
    #expect(framework.uri == nil)
    #expect(reading.concepts.map(\.id.description) == ["xx-nqf@2020:4+"])
    #expect(reading.concepts.map(\.tier) == ["upper step"])
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "xx-nqf@2020:4+ referencedTo eqf:4", "a:1 exactMatch b:1",
      ])
    #expect(reading.links.map(\.source) == ["law", "a-b-file"])
    #expect(reading.links.map(\.isVerified) == [false, true])
    #expect(reading.mappingSets.map(\.from?.description) == ["a"])
    #expect(reading.mappingSets.map(\.to?.description) == ["b"])
  }
}
