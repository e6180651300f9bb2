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
    #expect(framework.name.description == "skills-of-a-trade-d1")
    #expect(framework.kind == .competences)
    #expect(framework.authority == "An office")
    #expect(framework.licence == "CC BY")
    #expect(reading.documents.first?.date?.description == "2021-05-01")

    #expect(
      reading.concepts.map(\.id.description) == [
        "skills-of-a-trade-d1:i1", "skills-of-a-trade-d1:i2",
      ])
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
      reading.notes.map { "\($0.about.code?.description ?? "-") \($0.text.preferred ?? "")" } == [
        "- identifier: d1", "- adoptionStatus: Adopted",
        "- lastChangeDateTime: 2021-05-01T10:00:00+00:00",
        "- officialSourceURL: https://example.org/skills",
        "- licenseURI: {\"title\": \"CC BY\", \"identifier\": \"l1\"}",
        "i1 lastChangeDateTime: 2021-05-01T10:00:00+00:00", "i2 abbreviatedStatement: MIG",
        "i2 educationLevel: 07", "i2 educationLevel: 08",
        "i2 lastChangeDateTime: 2021-05-01T10:00:00+00:00", "i1 precedes i2", "i2 exactMatchOf x9",
      ])
    #expect(reading.notes.allSatisfy { $0.isBackground })
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: 'precedes', for which there is no relation, kept in a note",
        "skipped once: 'exactMatchOf' with an item in another package, of which no address is given; "
          + "kept in a note",
      ])
  }

  private func read(_ items: String, _ associations: String, _ document: String = "") -> Reading {
    Reading(
      of: """
        {"CFDocument": {"identifier": "d", "title": "T"\(document)},
         "CFItems": [\(items)], "CFAssociations": [\(associations)]}
        """, named: "x.json", with: CASE())
  }

  private func items(_ ids: String) -> String {
    ids.split(separator: " ").map {
      "{\"identifier\": \"\($0)\", \"uri\": \"https://x.org/\($0)\", \"fullStatement\": \"\($0)\"}"
    }.joined(separator: ",\n")
  }

  private func child(_ id: String, _ parent: String, _ number: String? = nil) -> String {
    let sequence = number.map { ", \"sequenceNumber\": \($0)" } ?? ""
    return "{\"associationType\": \"isChildOf\", \"originNodeURI\": {\"identifier\": \"\(id)\"}, "
      + "\"destinationNodeURI\": {\"identifier\": \"\(parent)\"}\(sequence)}"
  }

  @Test func childrenComeInTheOrderOfTheirNumbers() {
    let reading = read(
      items("a b a1 a2 a10 c"),
      [
        child("a", "d", "2"), child("b", "d", "1"), child("a1", "a", "3"),
        child("a2", "a", "\"2\""), child("a10", "a", "1"),
      ].joined(separator: ",\n"))
    #expect(
      reading.concepts.compactMap(\.id.code?.description) == ["b", "a", "a10", "a2", "a1", "c"])
    #expect(
      reading.links.map(\.details) == [
        ["sequenceNumber: 3"], ["sequenceNumber: 2"], ["sequenceNumber: 1"],
      ])
    #expect(
      reading.notes.compactMap { $0.about.code == nil ? nil : $0.text.preferred } == [
        "isChildOf/sequenceNumber: 2", "isChildOf/sequenceNumber: 1",
      ])
  }

  @Test func aCycleAmongChildrenLosesNoItem() {
    let reading = read(
      items("a b c"),
      [child("a", "b", "1"), child("b", "a", "1"), child("c", "c", "1")]
        .joined(separator: ",\n"))
    #expect(Set(reading.concepts.compactMap(\.id.code?.description)) == ["a", "b", "c"])
    #expect(reading.links.count == 3)
  }

  @Test func aRepeatedAssociationIsReadOnce() {
    let reading = read(
      items("a b"), [child("a", "b", "1"), child("a", "b", "2")].joined(separator: ",\n"))
    #expect(reading.links.count == 1)
    #expect(reading.diagnostics.map(\.id.rawValue) == ["duplicate-pair"])
    #expect(reading.diagnostics.first?.position.line == 4)
  }

  @Test func anItemOfAnotherPackageIsKnownByItsAddress() {
    let reading = read(
      items("a"),
      """
      {"associationType": "exactMatchOf", "originNodeURI": {"identifier": "a"},
       "destinationNodeURI": {"title": "y", "identifier": "iA", "uri": "https://state.example/uri/iA"}},
      {"associationType": "isRelatedTo", "destinationNodeURI": {"uri": "https://x.org/a"},
       "originNodeURI": {"uri": "https://state.example/uri/iB"}},
      {"associationType": "isRelatedTo", "originNodeURI": "https://x.org/a",
       "destinationNodeURI": {"identifier": "5", "uri": "urn:passerelle:in-nsqf%402023:4%2B"}}
      """)
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "t-d:a exactMatch state-example-uri:iA", "state-example-uri:iB relatedMatch t-d:a",
        "t-d:a relatedMatch in-nsqf@2023:4+",
      ])
    #expect(reading.links[0].toURI == "https://state.example/uri/iA")
    #expect(reading.links[1].fromURI == "https://state.example/uri/iB")
    #expect(reading.diagnostics == [])
  }

  @Test(arguments: [
    (
      "Mathematics", "4be8c04b-ce77-4b6a-8084-f28a3c1d010a",
      "mathematics-4be8c04b-ce77-4b6a-8084-f28a3c1d010a"
    ),
    (
      "A framework with a very long title indeed", "4be8c04b-ce77-4b6a-8084-f28a3c1d010a",
      "a-framework-with-a-very-4be8c04b-ce77-4b6a-8084-f28a3c1d010a"
    ),
    ("数学", "dA", "da"),
  ])
  func aFrameworkIsNamedAfterItsTitleAndItsIdentifier(title: String, id: String, name: String) {
    let reading = Reading(
      of: "{\"CFDocument\": {\"identifier\": \"\(id)\", \"title\": \"\(title)\"}, \"CFItems\": []}",
      named: "x.json", with: CASE())
    #expect(reading.frameworks.map(\.name.description) == [name])
  }

  @Test func aPackageMayBeLargerThanADescriptor() {
    let count = 12_000
    let text = String(repeating: "x", count: 400)
    let list = (0..<count).map {
      "{\"identifier\": \"i\($0)\", \"fullStatement\": \"\(text)\"}"
    }.joined(separator: ",\n")
    #expect(list.utf8.count > 4 << 20)
    let reading = read(list, "")
    #expect(reading.concepts.count == count)
    #expect(reading.diagnostics == [])
  }

  @Test func whatIsTooLargeIsToldWhatItsPublisherCanDo() {
    let text =
      "{\"CFDocument\": {\"identifier\": \"d\", \"title\": \"T\"}}"
      + String(repeating: " ", count: 32 << 20)
    let reading = Reading(of: text, named: "x.json", with: CASE())
    #expect(reading.diagnostics.map(\.id.rawValue) == ["file-too-large"])
    #expect(reading.diagnostics.first?.hint?.contains("package of its own") == true)
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
    #expect(reading.concepts.map(\.id.description) == ["t-d:e"])
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
      reading.frameworks.map(\.name.description) == [
        "common-core-state-standards-for-purl-org-asn-resources-d10003fb"
      ])
    #expect(reading.concepts.count == 703)
    // Of 703, 17 are children of the document itself.
    #expect(reading.links.count == 703 - 17)
    #expect(reading.diagnostics == [])
  }
}
