import PasserelleKit
import PasserelleTesting
import Testing

@testable import CTDL

/// Alignment maps are sets of mappings.
struct AlignmentMapTests {
  private let map = """
    {"@context": "http://credreg.net/ctdl/schema/context/json", "@graph": [
     {"@id": "https://m.example/map", "@type": "ceterms:AlignmentMap", "ceterms:name": {"en": "Levels of A and B"},
      "ceterms:date": "2025-01-20", "ceterms:source": "https://m.example/page", "schema:about": ["https://a.example", "https://b.example"],
      "ceterms:hasPart": [
       {"@type": "ceterms:AlignmentObject", "ceterms:sourceNode": "https://a.example/1", "ceterms:alignmentType": "align:NoMatch"},
       {"@type": "ceterms:AlignmentObject", "ceterms:sourceNode": "https://a.example/2", "ceterms:targetNode": "https://b.example/1",
        "ceterms:alignmentType": "skos:closeMatch", "ceterms:weight": "0.8"},
       {"@type": "ceterms:AlignmentObject", "ceterms:sourceNode": "https://a.example/3", "ceterms:targetNode": "https://b.example/1",
        "ceterms:alignmentType": {"@id": "http://www.w3.org/2004/02/skos/core#broadMatch"}},
       {"@id": "_:p"}]},
     {"@id": "_:p", "@type": "ceterms:AlignmentObject", "ceterms:sourceNode": {"@id": "https://a.example/4"},
      "ceterms:targetNode": [{"@id": "https://b.example/2"}], "ceterms:alignmentType": ["skos:narrowMatch"]}]}
    """

  @Test func conforms() {
    expectConformance(of: CTDL(), on: map, named: "map.json")
  }

  @Test func anAlignmentMapIsASetOfMappings() throws {
    let reading = Reading(of: map, named: "map.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks == [])
    let set = try #require(reading.mappingSets.first)
    #expect(set.title.preferred == "Levels of A and B")
    #expect(set.isOpen)
    #expect(reading.documents.map(\.url) == ["https://m.example/page"])
    #expect(reading.documents.map(\.date?.description) == ["2025-01-20"])
    #expect(
      reading.links.map { "\($0.fromURI ?? "") \($0.relation.rawValue) \($0.toURI ?? "\($0.to)")" }
        == [
          "https://a.example/1 noMatch \(reading.links[1].to.framework)",
          "https://a.example/2 closeMatch https://b.example/1",
          "https://a.example/3 broadMatch https://b.example/1",
          "https://a.example/4 narrowMatch https://b.example/2",
        ])
    #expect(reading.links[1].note.preferred == "ceterms:weight: 0.8")
    #expect(set.from == nil, "an address does not say which framework it is of")
  }

  @Test func nodesOfTheFileAreNamedAsTheyAre() {
    let reading = Reading(
      of: """
        {"@graph": [
         {"@id": "https://q.example/qf", "@type": "ceterms:QualificationsFramework", "ceterms:name": {"en": "QF"},
          "asn:hasProgressionLevel": "https://q.example/1"},
         {"@id": "https://q.example/1", "@type": "asn:ProgressionLevel", "skos:prefLabel": "1"},
         {"@id": "https://m.example/map", "@type": "ceterms:AlignmentMap", "ceterms:name": {"en": "M"}, "ceterms:hasPart":
          {"ceterms:sourceNode": "https://q.example/1", "ceterms:targetNode": "http://data.europa.eu/snb/eqf/1",
           "ceterms:alignmentType": {"ceterms:targetNode": "align:exactMatch"}}}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(reading.links.map(\.from) == reading.concepts.map(\.id))
    #expect(reading.links.map(\.fromURI) == [nil])
    #expect(reading.links.map(\.relation) == [.exactMatch])
  }

  @Test func whatIsNoMappingIsCountedAndKept() {
    let reading = Reading(
      of: """
        {"@id": "https://m.example/map", "@type": "ceterms:AlignmentMap", "ceterms:name": {"en": "M"}, "ceterms:hasPart": [
          {"ceterms:sourceNode": "https://a.example/1", "ceterms:alignmentType": "skos:closeMatch"},
          {"ceterms:sourceNode": "https://a.example/1", "ceterms:targetNode": "https://b.example/1"},
          {"ceterms:sourceNode": "https://a.example/1", "ceterms:targetNode": "https://a.example/1", "ceterms:alignmentType": "align:Teaches"},
          {"ceterms:sourceNode": "https://a.example/2", "ceterms:alignmentType": "align:NoMatch"},
          {"ceterms:sourceNode": "https://a.example/2", "ceterms:targetNode": "https://a.example/1", "ceterms:alignmentType": "align:NoMatch"},
          {"ceterms:sourceNode": "https://a.example/2", "ceterms:targetNode": ["https://a.example/1", "https://a.example/3"], "ceterms:alignmentType": "skos:closeMatch"}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.links == [])
    #expect(
      reading.diagnostics.map(\.summary)
        == [
          "an alignment without a source or a target node", "an alignment without a type",
          "an alignment of the type 'align:Teaches'",
          "an alignment that finds no match, and does not say in which framework",
          "an alignment that denies any match of two nodes", "an alignment of several nodes",
        ].map { "skipped once: \($0), kept in a note" })
    #expect(reading.notes.count == 6)
  }
}
