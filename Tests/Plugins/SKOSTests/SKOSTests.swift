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
