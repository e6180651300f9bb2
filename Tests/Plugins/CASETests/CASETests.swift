import PasserelleKit
import PasserelleTesting
import SharedData
import Testing

@testable import CASE

struct CASETests {
  private let package = """
    {
      "CFDocument": {
        "identifier": "d1", "uri": "https://example.org/d1", "creator": "An office",
        "title": "Skills of a trade", "language": "en", "adoptionStatus": "Adopted",
        "statusStartDate": "2020-01-01", "lastChangeDateTime": "2021-05-01T10:00:00+00:00",
        "officialSourceURL": "https://example.org/skills", "licenseURI": {"title": "CC BY", "identifier": "l1"}
      },
      "CFItems": [
        {"identifier": "i1", "uri": "https://example.org/i1", "fullStatement": "Weld metal",
         "humanCodingScheme": "W", "CFItemType": "Domain", "lastChangeDateTime": "2021-05-01T10:00:00+00:00"},
        {"identifier": "i2", "uri": "https://example.org/i2", "fullStatement": "Weld with MIG equipment",
         "abbreviatedStatement": "MIG", "educationLevel": ["07", "08"], "language": "fr",
         "lastChangeDateTime": "2021-05-01T10:00:00+00:00"}
      ],
      "CFAssociations": [
        {"associationType": "isChildOf", "originNodeURI": {"identifier": "i1"}, "destinationNodeURI": {"identifier": "d1"}},
        {"associationType": "isChildOf", "originNodeURI": {"identifier": "i2"}, "destinationNodeURI": {"identifier": "i1"}},
        {"associationType": "replacedBy", "originNodeURI": {"identifier": "i1"}, "destinationNodeURI": {"identifier": "i2"}},
        {"associationType": "precedes", "originNodeURI": {"identifier": "i1"}, "destinationNodeURI": {"identifier": "i2"}},
        {"associationType": "exactMatchOf", "originNodeURI": {"identifier": "i2"}, "destinationNodeURI": {"identifier": "x9"}},
        {"associationType": "isRelatedTo", "originNodeIdentifier": "i2", "destinationNodeIdentifier": "i1"}
      ]
    }
    """

  @Test func conforms() {
    expectConformance(of: CASE(), on: package, named: "package.json")
  }

  @Test func statesTheFrameworkAndItsItems() throws {
    let reading = Reading(of: package, named: "package.json", with: CASE())
    let framework = try #require(reading.frameworks.first)
    #expect(framework.name.description == "skills-of-a-trade")
    #expect(framework.kind == .competences)
    #expect(framework.authority == "An office")
    #expect(framework.licence == "CC BY")
    #expect(reading.documents.first?.date?.description == "2021-05-01")

    #expect(
      reading.concepts.map(\.id.description) == ["skills-of-a-trade:i1", "skills-of-a-trade:i2"])
    #expect(reading.concepts.map(\.tier) == ["Domain", nil])
    #expect(
      reading.concepts.flatMap(\.alternatives.entries).map { "\($0.language) \($0.text)" } == [
        "zxx W", "fr MIG",
      ])
  }

  @Test func makesLinksOfWhatThereIsARelationFor() {
    let reading = Reading(of: package, named: "package.json", with: CASE())
    #expect(
      reading.links.map {
        "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to.code?.description ?? "")"
      } == ["i2 broader i1", "i2 supersedes i1", "i2 relatedMatch i1"])
  }

  @Test func keepsAllElseInNotesAndCountsIt() {
    let reading = Reading(of: package, named: "package.json", with: CASE())
    #expect(
      reading.notes.map(\.text.preferred) == [
        "adoptionStatus: Adopted", "educationLevel: 07; educationLevel: 08", "precedes i2",
        "exactMatchOf x9",
      ])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: 'precedes', for which there is no relation, kept in a note",
        "skipped once: 'exactMatchOf' with an item in another package, kept in a note",
      ])
  }

  @Test func reportsWhatIsWrongAndReadsOn() {
    let reading = expectDiagnostics(
      from: CASE(),
      reading: """
        {"CFDocument": {"identifier": "d", "title": "T"},
         "CFItems": [
           1️⃣{"identifier": "a"},
           2️⃣{"fullStatement": "B"},
           {"identifier": "c", "fullStatement": "C", "statusStartDate": 3️⃣"soon"},
           {"identifier": "e", "fullStatement": "E"}],
         "CFAssociations": [
           {"associationType": 4️⃣"sameAs", "originNodeURI": {"identifier": "e"}, "destinationNodeURI": {"identifier": "e"}},
           5️⃣{"associationType": "isChildOf", "originNodeURI": {"identifier": "e"}}]}
        """, named: "x.json",
      [
        "1️⃣": "missing-key", "2️⃣": "missing-key", "3️⃣": "bad-date", "4️⃣": "unknown-association",
        "5️⃣": "missing-key",
      ])
    #expect(reading.concepts.map(\.id.description) == ["t:e"])
  }

  @Test(arguments: [
    ("", "json"), ("{\"CFDocument\": {}}", "not-a-package"),
    ("{\"CFDocument\": {\"title\": \"—\", \"identifier\": \"—\"}}", "bad-framework-name"),
    ("{\"CFDocuments\": []}", "not-a-package"), ("[]", "not-a-package"),
    ("{\"CFItems\": [], \"CFItems\": []}", "duplicate-key"),
  ])
  func whatIsNoPackageIsADiagnosticAndNoMore(text: String, id: String) {
    let reading = Reading(of: text, named: "x.json", with: CASE())
    #expect(reading.diagnostics.map(\.id.rawValue) == [id])
    #expect(reading.statements.isEmpty)
  }

  @Test func leavesOtherFiles() {
    for (name, text) in [("x.json", "{}"), ("x.csv", "CFItems\n"), ("x.json", "")] {
      #expect(CASE().identify(Source(parts: [SourcePart(name: name, text: text)])) == 0)
    }
  }
}

/// Packages as the field has them.
@Suite(.enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)))
struct CASESampleTests {
  @Test(arguments: SharedData.files(in: "case/opensalt", ending: ".json"))
  func readsEveryPackageWithoutAnError(path: String) throws {
    let source = try SharedData.source(path)
    #expect(CASE().identify(source) == 95)
    let reading = Reading(of: source, with: CASE())
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading.frameworks.count == 1)
  }

  @Test func readsTheCommonCoreWhole() throws {
    let reading = Reading(
      of: try SharedData.source("case/opensalt/ccss_math_cfs_sample.json"), with: CASE())
    #expect(
      reading.frameworks.map(\.name.description) == ["common-core-state-standards-for-mathematics"])
    #expect(reading.concepts.count == 703)
    // Of 703, 17 are children of the document itself.
    #expect(reading.links.count == 703 - 17)
    #expect(reading.diagnostics == [])
  }
}
