import PasserelleKit
import PasserelleTesting
import Testing

@testable import ESCO

struct ESCOTests {
  private let reading = Reading(of: Samples.release, with: ESCO())

  @Test func conforms() {
    // Few and short files: each is cut at every byte, and all are read anew each time.
    expectConformance(of: ESCO(), on: Sample(Samples.core))
  }

  @Test func readsTheFilesOfTwoFoldersAsOneFramework() {
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks.map(\.name.description) == ["esco@1.1.1"])
    #expect(reading.documents.first?.publisher == "European Commission")
    #expect(reading.frameworks.first?.licence?.contains("European Commission") == true)
  }

  @Test func statesOccupationsSkillsAndGroupsByTheEndsOfTheirURIs() {
    let concepts = reading.concepts.map {
      "\($0.id.code?.description ?? "") \($0.kind.rawValue) \($0.tier ?? "-")"
    }
    #expect(
      concepts == [
        "o1 occupation occupation", "o2 occupation occupation",
        "g1 competence-group skill group", "0722 competence-group skill group",
        "s1 competence skill/competence", "s2 competence knowledge", "s3 competence -",
        "8ae4b9f3-507e-4057-a145-2f96f0132613 occupation-group collection",
        "green competence-group collection",
      ])
    #expect(reading.concepts.first?.uri == "http://data.europa.eu/esco/occupation/o1")
  }

  @Test func keepsAlternativeLabelsThatSayMoreThanThePreferredOne() {
    let labels = reading.concepts.first?.alternatives.entries ?? []
    #expect(
      labels.map { "\($0.language) \($0.text)" } == [
        "en wood worker", "en timber framer", "zxx 7115.1",
      ])
  }

  @Test func linksOccupationsToTheGroupsOfISCOAndStatesNoneOfItsOwn() {
    let wider = reading.links.filter { $0.to.framework.series == "isco-08" }
    #expect(
      wider.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "esco@1.1.1:o1 broader isco-08:7115", "esco@1.1.1:o2 broader isco-08:7115",
      ])
    let groups = reading.concepts.filter { $0.uri?.contains("/isco/") == true }
    #expect(groups == [])
  }

  @Test func statesEachRelationAndBothHierarchies() {
    let links = reading.links.filter { $0.to.framework.series == "esco" }
      .map {
        "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to.code?.description ?? "")"
      }
    #expect(
      links == [
        "o1 partOf 8ae4b9f3-507e-4057-a145-2f96f0132613", "s1 partOf green", "o2 broader o1",
        "s1 broader g1", "o1 requiresEssential s1", "o1 requiresOptional s2",
        "s1 requiresEssential s2",
      ])
  }

  @Test func keepsDescriptionsAsBackground() {
    let notes = reading.notes.filter { $0.about.code?.description == "s1" }
    #expect(notes.map(\.text.preferred) == ["To cut it.", "Not metal."])
    #expect(reading.notes.filter { !$0.isBackground || $0.text.isEmpty } == [])
  }

  @Test func saysWhichOccupationsESCOListsAsRegulated() {
    let texts = reading.notes.filter { $0.about.code?.description == "o1" }.map(\.text.preferred)
    #expect(texts.last == "ESCO lists this occupation as a regulated profession.")
  }

  @Test func joinsTheLabelsOfSeveralLanguages() {
    let french = Samples.occupations.replacing("carpenter", with: "charpentier")
    let files = Samples.release + [("ESCO v1.1.1 fr/occupations_fr.csv", french)]
    let reading = Reading(of: files, with: ESCO())
    #expect(reading.diagnostics == [])
    #expect(
      reading.concepts.first?.title.entries.map { "\($0.language) \($0.text)" } == [
        "en carpenter", "fr charpentier",
      ])
    #expect(reading.concepts.count == self.reading.concepts.count)
  }

  @Test func recognisesEachFileByItsColumnsAndLeavesOthers() {
    for text in ["conceptUri,label\nx,y\n", "code,title\n1,x\n", "isco_code,title\n1,a\n", "", "a"]
    {
      #expect(ESCO().identify(Source(parts: [SourcePart(name: "skills_en.csv", text: text)])) == 0)
    }
    let collection = "conceptType,conceptUri,preferredLabel,broaderConceptUri,broaderConceptPT\n"
    #expect(
      ESCO().identify(Source(parts: [SourcePart(name: "green_en.csv", text: collection)])) == 95)
  }
}
