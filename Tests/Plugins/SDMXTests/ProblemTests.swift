import PasserelleKit
import PasserelleTesting
import Testing

@testable import SDMX

/// What a broken or hostile message gets: a place and a name, and nothing else is lost by it.
struct ProblemTests {
  @Test func aReferenceThatIsNoneStandsAtItsPlace() {
    let text = Samples.v30.replacing(
      "<str:SourceCodelist>urn:", with: "1️⃣<str:SourceCodelist>uri:")
    let reading = Reading(of: MarkedText(text).text, named: "x.xml", with: SDMX())
    let problem = reading.diagnostics.first { $0.severity == .error }

    #expect(problem?.id == .badReference)
    #expect(problem?.position.line == MarkedText(text).places["1️⃣"]?.line)
    #expect(reading.concepts.count == 2)
  }

  @Test(arguments: [
    ("id=\"L5T8\">", "id=\"\">", Diagnostic.ID.emptyValue),
    ("id=\"L5T8\">", "iD=\"L5T8\">", .missingKey),
    ("2011-01-01T", "2011-13-01T", .badDate),
    ("agencyID=\"UIS\" version=\"2.0\" validFrom", "agency=\"UIS\" validFrom", .missingKey),
    ("<str:Parent>L5T8", "<str:Parent>L5\u{AD}T8", .badCode),
    ("=UIS:CL_EDU(2.0).L5T8", "=UIS:CL_EDU(2.0)", .badReference),
    ("UIS:CL_EDU(2.0).L5<", "UIS.L5<", .badReference),
    ("<str:SourceValue>L5", "<str:SourceValue>\u{AD}", .badReference),
  ])
  func eachMistakeHasItsName(old: String, new: String, id: Diagnostic.ID) {
    let reading = Reading(
      of: Samples.v30.replacing(old, with: new), named: "x.xml", with: SDMX())

    #expect(reading.diagnostics.contains { $0.severity == .error && $0.id == id })
  }

  @Test func aMessageWithoutListsSaysSo() {
    let reading = Reading(of: Samples.message("v2_1", ""), named: "x.xml", with: SDMX())

    #expect(reading.diagnostics.map(\.id) == [.noCodelist])
  }

  @Test func anOlderVersionIsNamed() {
    let reading = Reading(of: Samples.message("v2_0", ""), named: "x.xml", with: SDMX())

    #expect(reading.diagnostics.map(\.summary) == ["SDMX-ML 2.0 is not read"])
  }

  @Test func entitiesAreRefused() {
    let reading = Reading(of: "<!DOCTYPE x>\n" + Samples.v21, named: "x.xml", with: SDMX())

    #expect(reading.diagnostics.map(\.id) == [.doctype])
  }

  @Test func hierarchiesThatDoNotEndAreTooDeep() {
    let deep = String(
      repeating: "<str:HierarchicalCode id=\"a\"><str:Code>urn:x</str:Code>", count: 200)
    let reading = Reading(
      of: Samples.message(
        "v3_0", "<str:Hierarchies><str:Hierarchy id=\"H\" agencyID=\"A\">\(deep)"),
      named: "x.xml", with: SDMX())

    #expect(reading.diagnostics.map(\.id) == [.tooDeep])
  }

  @Test func whatIsNotAListOfArtefactsInJSONIsPassedOver() {
    let reading = Reading(
      of: """
        {"meta": {"contentLanguages": [1]}, "data": {"codelists": {"agencyID": 3}, "hierarchies": [[], "x", null],
         "representationMaps": [{"agencyID": "A", "id": "M", "source": [{}], "target": 7}]}}
        """, named: "x.json", with: SDMX())

    #expect(reading.statements.isEmpty)
    #expect(!reading.diagnostics.isEmpty)
  }

  @Test func dataMessagesAndOtherVocabulariesAreForeign() {
    let adapter = SDMX()
    func sureness(_ text: String, _ name: String) -> Int {
      adapter.identify(Source(parts: [SourcePart(name: name, text: text)]))
    }
    let data = Samples.v21.replacing("mes:Structure ", with: "mes:GenericData ")

    #expect(sureness(Samples.v21, "x.bin") == 95)
    #expect(sureness(data, "x.xml") == 0)
    #expect(sureness("<Structure xmlns=\"urn:other\"/>", "x.xml") == 0)
    #expect(sureness("{\"codelists\": []}", "x.json") == 0)
  }
}
