import PasserelleKit
import PasserelleTesting
import Testing

@testable import CTDL

/// Frameworks of competencies and of qualifications.
struct FrameworkTests {
  @Test func aCompetencyFrameworkKeepsItsTree() throws {
    let reading = Reading(
      of: """
        {"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [
         {"@id": "https://x.example/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": "Safety"},
          "ceasn:publisherName": {"en": "A board"}, "ceasn:hasTopChild": ["https://x.example/1"]},
         {"@id": "https://x.example/1", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Manage sites"},
          "ceasn:listID": "1", "ceasn:hasChild": ["https://x.example/2", "https://x.example/3"],
          "ceasn:isPartOf": "https://x.example/f"},
         {"@id": "https://x.example/2", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Inspect a scaffold"},
          "ceasn:competencyCategory": {"en": "Skill"}, "ceasn:comment": {"en": "With a checklist"},
          "ceasn:codedNotation": "1.10", "ceasn:competencyLabel": {"en": "Scaffold"},
          "ceasn:isChildOf": "https://x.example/1", "ceasn:isPartOf": "https://x.example/f"},
         {"@id": "https://x.example/3", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Count heads"}}]}
        """, named: "comp.json", with: CTDL())
    #expect(reading.diagnostics == [])
    let framework = try #require(reading.frameworks.first)
    #expect(reading.frameworks.count == 1)
    #expect(framework.kind == .competences)
    #expect(framework.title.preferred == "Safety")
    #expect(framework.uri == "https://x.example/f")
    #expect(framework.authority == "A board")
    #expect(framework.name.series.hasPrefix("ctdl-safety-"))
    #expect(
      reading.links.map {
        "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to.code?.description ?? "")"
      }
        == [
          "https://x.example/2 broader https://x.example/1",
          "https://x.example/3 broader https://x.example/1",
        ])
    #expect(reading.concepts.allSatisfy { $0.id.framework == framework.name })
    #expect(reading.concepts[1].alternatives.entries.map(\.text) == ["1.10", "Scaffold"])
    let notes = reading.notes.compactMap(\.text.preferred).joined(separator: "\n")
    for word in ["ceasn:listID: 1", "Skill", "With a checklist"] { #expect(notes.contains(word)) }
    #expect(reading.notes.allSatisfy { $0.isBackground })
  }

  @Test func alignmentsOfCompetenciesAreMatches() {
    let reading = Reading(
      of: """
        {"@id": "https://x.example/1", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "A"},
         "ceasn:exactAlignment": ["https://o.example/1"], "ceasn:broadAlignment": "https://o.example/2",
         "ceasn:narrowAlignment": {"@id": "https://o.example/3"}, "ceasn:majorAlignment": "https://o.example/4",
         "ceasn:alignTo": "https://o.example/6", "ceasn:alignFrom": ["https://o.example/7"],
         "skos:closeMatch": {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNode": "https://o.example/5"}}
        """, named: "x.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(
      reading.links.map { "\($0.relation.rawValue) \($0.toURI ?? "")" } == [
        "exactMatch https://o.example/1", "broadMatch https://o.example/2",
        "narrowMatch https://o.example/3", "overlaps https://o.example/4",
        "relatedMatch https://o.example/6", "relatedMatch https://o.example/7",
        "closeMatch https://o.example/5",
      ])
    #expect(reading.frameworks.map(\.kind) == [.competences])
  }

  @Test func anAlignmentWithAWholeFrameworkIsCounted() {
    let reading = Reading(
      of: """
        [{"@id": "https://x.example/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": "F"},
         {"@id": "https://x.example/1", "@type": "ceasn:Competency", "ceasn:competencyText": "A",
          "ceasn:alignTo": "https://x.example/f"}]
        """, named: "x.json", with: CTDL())
    #expect(reading.links == [])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: 'ceasn:alignTo' of a framework as a whole"
      ])
  }

  @Test func parentsOutsideTheFileAndSelfReferencesAreKept() {
    let reading = Reading(
      of: """
        {"@graph": [
         {"@id": "https://x.example/1", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "A"},
          "ceasn:isChildOf": "https://o.example/1", "ceasn:hasChild": "https://o.example/2"},
         {"@id": "https://x.example/2", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "B"},
          "ceasn:isChildOf": "https://x.example/2"}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.links.map(\.relation) == [.broader, .broader, .broader])
    #expect(reading.links.map(\.fromURI) == [nil, "https://o.example/2", nil])
    #expect(reading.links.map(\.toURI) == ["https://o.example/1", nil, nil])
    #expect(reading.links[2].from == reading.links[2].to)
  }

  @Test func aChildThatIsListedTwiceIsTold() {
    let reading = expectDiagnostics(
      from: CTDL(),
      reading: """
        {"@graph": [
         {"@id": "https://x.example/1", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "A"},
          "ceasn:hasChild": ["https://x.example/2", 1️⃣"https://x.example/2"]},
         {"@id": "https://x.example/2", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "B"}}]}
        """, named: "x.json", ["1️⃣": "duplicate-pair"])
    #expect(reading.links.count == 1)
  }

  @Test func competenciesInsideOthersAreRead() {
    let reading = Reading(
      of: """
        {"@type": "ceasn:CompetencyFramework", "@id": "https://x.example/f", "ceasn:name": "Safety",
         "ceasn:hasTopChild": [{"@id": "https://x.example/1", "@type": "ceasn:Competency",
           "ceasn:competencyText": "A", "ceasn:hasChild": {"@type": "ceasn:Competency", "ceasn:competencyText": "B"}}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map(\.id.code?.description) == ["https://x.example/1", "B"])
    #expect(reading.links.map { $0.from.code?.description } == ["B"])
  }

  /// Invented, in the shape of the examples for qualifications frameworks.
  private let levels = """
    {"@context": "http://credreg.net/ctdl/schema/context/json", "@graph": [
     {"@id": "https://q.example/qf", "@type": "ceterms:QualificationsFramework", "ceterms:name": {"en": "Utopian framework"},
      "ceterms:alternateName": {"en": "UQF"}, "ceterms:ownedBy": "_:u", "ceterms:hasFacetScheme": ["https://q.example/facets"],
      "ceasn:dateValidFrom": "2012-08-01", "asn:hasProgressionModel": ["https://q.example/levels"]},
     {"@id": "_:u", "@type": "ceterms:Organization", "ceterms:name": {"en": "Utopian ministry"}, "ceterms:subjectWebpage": "https://u.example"},
     {"@id": "https://q.example/facets", "@type": "skos:ConceptScheme", "ceasn:name": {"en": "Facets"}},
     {"@id": "https://q.example/k", "@type": "skos:Concept", "skos:prefLabel": {"en": "Knowledge"}, "skos:inScheme": "https://q.example/facets"},
     {"@id": "https://q.example/levels", "@type": "asn:ProgressionModel", "ceasn:name": {"en": "Levels"},
      "ceasn:description": {"en": "Two of them"}, "asn:hasProgressionLevel": ["https://q.example/2", "https://q.example/1"]},
     {"@id": "https://q.example/2", "@type": "asn:ProgressionLevel", "skos:prefLabel": {"en": "Level 2"}, "ceterms:precededBy": "https://q.example/1"},
     {"@id": "https://q.example/1", "@type": "asn:ProgressionLevel", "skos:prefLabel": {"en": "Level 1"}, "skos:notation": "1",
      "ceterms:facetedDescription": ["https://q.example/k1"], "skos:closeMatch": "http://data.europa.eu/snb/eqf/1"},
     {"@id": "https://q.example/k1", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Basic knowledge."},
      "ceasn:conceptTerm": ["https://q.example/k"], "asn:hasProgressionLevel": "https://q.example/1"}]}
    """

  @Test func conceptsOfTheSchemeThatAQualificationsFrameworkNamesAreItsLevels() throws {
    let reading = Reading(of: levels, named: "qf.json", with: CTDL())
    let framework = try #require(reading.frameworks.first)
    #expect(reading.frameworks.count == 1)
    #expect(framework.kind == .qualificationsFramework)
    #expect(framework.title.preferred == "Utopian framework")
    #expect(framework.acronyms == ["UQF"])
    #expect(framework.authority == "Utopian ministry")
    #expect(framework.authorityURL == "https://u.example")
    #expect(framework.validity.from?.description == "2012-08-01")
    #expect(reading.concepts.map(\.title.preferred) == ["Level 1", "Level 2"])
    #expect(reading.concepts.allSatisfy { $0.kind == .level && $0.id.framework == framework.name })
    #expect(reading.links.map(\.toURI) == ["http://data.europa.eu/snb/eqf/1"])
    let notes = reading.notes.compactMap(\.text.preferred)
    #expect(notes.contains("Knowledge: Basic knowledge."))
    #expect(notes.contains { $0.contains("Two of them") })
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a resource of the type 'skos:ConceptScheme'"
      ])
  }

  @Test(arguments: [
    "\"asn:hasProgressionModel\": {\"@id\": \"https://q.example/s\"}",
    "\"ceasn:hasConceptScheme\": \"https://q.example/s\"",
    "\"skos:hasTopConcept\": [\"https://q.example/l\"]",
  ])
  func aSkosSchemeHasLevelsToo(property: String) {
    let reading = Reading(
      of: """
        {"@graph": [
         {"@id": "https://q.example/l", "@type": "skos:Concept", "skos:prefLabel": "Level 1", "skos:inScheme": "https://q.example/s"},
         {"@id": "https://q.example/s", "@type": "skos:ConceptScheme", "ceasn:name": {"en": "Levels"}},
         {"@id": "https://q.example/qf", "@type": "ceterms:QualificationFramework", "ceterms:name": {"en": "QF"}, \(property)}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.concepts.map(\.kind) == [.level])
  }

  @Test func levelsThatNoFrameworkOfTheFileHasAreTold() {
    let model = """
      {"@id": "https://q.example/m", "@type": "asn:ProgressionModel", "ceasn:name": {"en": "Levels"},
       "skos:hasTopConcept": ["https://q.example/1"]},
      {"@id": "https://q.example/1", "@type": "asn:ProgressionLevel", "skos:prefLabel": "1",
       "ceasn:inProgressionModel": "https://q.example/m"}
      """
    let alone = Reading(of: "[\(model)]", named: "m.json", with: CTDL())
    #expect(alone.statements.isEmpty)
    #expect(alone.diagnostics.first?.id == "levels-without-framework")
    let framework = """
      {"@id": "https://q.example/qf", "@type": "ceterms:QualificationsFramework", "ceterms:name": "QF",
       "asn:hasProgressionModel": "https://q.example/m"}
      """
    let both = Reading(of: "[\(framework), \(model)]", named: "m.json", with: CTDL())
    #expect(both.diagnostics == [])
    #expect(both.concepts.map(\.kind) == [.level])
  }

  @Test func whatAFrameworkListsAndTheFileDoesNotHaveIsCounted() {
    let reading = Reading(
      of: """
        {"@id": "https://x.example/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": "Safety"},
         "ceasn:hasTopChild": ["https://x.example/1", "https://x.example/2"]}
        """, named: "x.json", with: CTDL())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped twice: a member of a framework that is not in the file"
      ])
  }

  @Test func levelsThatPrecedeEachOtherInACircleAreStillRead() {
    let reading = Reading(
      of: """
        {"@graph": [
         {"@id": "https://q.example/qf", "@type": "ceterms:QualificationsFramework", "ceterms:name": {"en": "QF"},
          "asn:hasProgressionLevel": ["https://q.example/1", "https://q.example/2"]},
         {"@id": "https://q.example/1", "@type": "skos:Concept", "skos:prefLabel": "1", "ceterms:precedes": "https://q.example/2"},
         {"@id": "https://q.example/2", "@type": "skos:Concept", "skos:prefLabel": "2", "ceterms:precedes": "https://q.example/1"}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.concepts.count == 2)
  }

  @Test func conformsWithFrameworks() {
    expectConformance(of: CTDL(), on: levels, named: "qf.json")
  }
}
