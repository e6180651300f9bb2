import PasserelleKit
import PasserelleTesting
import Testing

@testable import SDMX

struct SDMXTests {
  @Test(arguments: [("small.xml", Samples.smallXML), ("small.json", Samples.smallJSON)])
  func conforms(name: String, text: String) {
    expectConformance(of: SDMX(), on: text, named: name)
  }

  @Test(arguments: Samples.all)
  func aCodeListIsAFrameworkNamedByAgencyIdentifierAndVersion(name: String, text: String) throws {
    let reading = Reading(of: text, named: name, with: SDMX())
    let framework = try #require(reading.frameworks.first)

    #expect(framework.name.description == "uis-cl-edu@2.0")
    #expect(framework.uri == "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UIS:CL_EDU(2.0)")
    #expect(framework.kind == .educationLevels)
    #expect(framework.title.texts == ["en ISCED levels", "fr Niveaux CITE"])
    #expect(framework.authority == "UIS")
    #expect(framework.validity.from?.description == "2011-01-01")
    #expect(reading.documents.first?.date?.description == "2024-05-06")
    #expect(reading.diagnostics.first?.id == .assumedKind)
  }

  @Test(arguments: Samples.all)
  func codesHaveTheirLanguagesAndTheirParent(name: String, text: String) {
    let reading = Reading(of: text, named: name, with: SDMX())

    #expect(
      reading.concepts.map(\.title.texts) == [
        ["en Short cycle", "fr Cycle court"], ["en Tertiary"],
      ])
    #expect(reading.concepts.map(\.kind) == [.educationLevel, .educationLevel])
    #expect(
      reading.concepts.first?.uri
        == "urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(2.0).L5")
    #expect(reading.links.first?.text == "uis-cl-edu@2.0:L5 broader uis-cl-edu@2.0:L5T8")
  }

  @Test(arguments: Samples.all)
  func descriptionsAndAnnotationsAreBackgroundNotes(name: String, text: String) {
    let reading = Reading(of: text, named: name, with: SDMX())

    #expect(
      reading.notes.map { "\($0.about) \($0.text.texts.joined())" } == [
        "uis-cl-edu@2.0 en Levels of education", "uis-cl-edu@2.0 en SCOPE: used by: surveys",
        "uis-cl-edu@2.0:L5 en Two years",
      ])
    #expect(reading.notes.allSatisfy { $0.isBackground })
  }

  @Test(arguments: Samples.all)
  func aHierarchyIsASetOfLinksToTheWiderCode(name: String, text: String) throws {
    let reading = Reading(of: text, named: name, with: SDMX())
    let hierarchy = try #require(reading.mappingSets.first)
    let link = try #require(reading.links.dropFirst().first)

    #expect(hierarchy.name.series.hasSuffix("h1-hierarchy"))
    #expect(hierarchy.from == hierarchy.to)
    #expect(link.text == "uis-cl-edu@2.0:L5 broader uis-cl-edu@2.0:L5T8")
    #expect(link.toURI == "urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(2.0).L5T8")
    #expect(link.validity.to?.description == "2020-12-31")
    #expect(link.details == ["level: LOWER"])
  }

  @Test(arguments: Samples.all)
  func aMapSaysThatCodesAreRelatedAndNoMore(name: String, text: String) throws {
    let reading = Reading(of: text, named: name, with: SDMX())
    let map = try #require(reading.mappingSets.last)

    #expect(map.name.series.hasSuffix("m1-map"))
    #expect(map.name.version == "1.1")
    #expect(map.from?.description == "uis-cl-edu@2.0")
    #expect(map.toURI == "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ESTAT:CL_OLD(1.0)")
    #expect(reading.links.last?.text == "uis-cl-edu@2.0:L5 relatedMatch estat-cl-old@1.0:5B")
    #expect(
      reading.links.last?.toURI
        == "urn:sdmx:org.sdmx.infomodel.codelist.Code=ESTAT:CL_OLD(1.0).5B")
  }

  @Test func whatAMapCannotSayOfTwoCodesIsCounted() {
    let reading = Reading(of: Samples.v30, named: "v30.xml", with: SDMX())

    #expect(
      reading.diagnostics.dropFirst().map(\.summary) == [
        "skipped once: a pattern, or a part of codes, in a map",
        "skipped once: a code that a map gives no target",
        "skipped once: a map of several components, or of values that are not codes",
      ])
  }

  @Test func anyOfSeveralVersionsIsNone() throws {
    let reading = Reading(
      of: Samples.v30.replacing("UIS:CL_EDU(2.0)", with: "UIS:CL_EDU(2.0+)"), named: "v30.xml",
      with: SDMX())
    let map = try #require(reading.mappingSets.last)

    #expect(map.from?.description == "uis-cl-edu")
    #expect(map.fromURI == nil)
    #expect(reading.links.last?.fromURI == nil)
  }

  @Test func aListThatIsKeptElsewhereReplacesNone() {
    let reading = Reading(
      of: Samples.message(
        "v2_1",
        """
        <str:Codelists><str:Codelist id="CL" agencyID="A" isExternalReference="true">
        <com:Name>Stub</com:Name></str:Codelist></str:Codelists>
        """), named: "x.xml", with: SDMX())

    #expect(reading.statements.isEmpty)
    #expect(reading.diagnostics.map(\.id) == [.passedOver])
  }

  @Test func aPartOfAListIsToldInAnswers() throws {
    let reading = Reading(
      of: Samples.v21.replacing("version=\"2.0\" validFrom", with: "isPartial=\"true\" validFrom"),
      named: "x.xml", with: SDMX())

    #expect(reading.diagnostics.contains { $0.id == .partialList })
    #expect(reading.notes.contains { !$0.isBackground })
    // What states no version in 2.1 has this one.
    #expect(reading.frameworks.first?.name.version == "1.0")
  }

  @Test func otherStructuresAreCounted() {
    let reading = Reading(
      of: Samples.message(
        "v3_0",
        """
        <str:Codelists><str:Codelist id="CL" agencyID="A"><com:Name>Trades</com:Name>
        <str:Code id="1"><com:Name>One</com:Name></str:Code>
        <str:CodelistExtension><str:Codelist>urn:x</str:Codelist></str:CodelistExtension>
        </str:Codelist></str:Codelists>
        <str:DataStructures><str:DataStructure id="D" agencyID="A"/></str:DataStructures>
        """), named: "x.xml", with: SDMX())

    #expect(reading.frameworks.first?.name.description == "a-cl")
    #expect(reading.frameworks.first?.uri == nil)
    #expect(
      reading.diagnostics.dropFirst().map(\.summary) == [
        "skipped once: 'CodelistExtension' of a Codelist", "skipped once: a 'DataStructure'",
      ])
  }
}

extension LocalizedText {
  fileprivate var texts: [String] { entries.map { "\($0.language) \($0.text)" } }
}

extension Link {
  fileprivate var text: String { "\(from) \(relation.rawValue) \(to)" }
}
