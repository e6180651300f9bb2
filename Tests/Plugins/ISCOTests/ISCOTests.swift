import PasserelleKit
import PasserelleTesting
import Testing

@testable import ISCO

struct ISCOTests {
  private let sample = """
    # framework: isco-08
    # sources:
    #   ilo: {title: ISCO-08 structure, publisher: ILO, official: true}
    ISCO 08 Code,Title EN,Title FR,Remark
    0,Armed forces occupations,Professions militaires,
    01,Commissioned officers,,
    011,Commissioned officers,,
    0110,Commissioned officers,Officiers,a remark
    """

  @Test func conforms() {
    expectConformance(of: ISCO(), on: sample, named: "isco-08.csv")
  }

  @Test func keepsZerosAndFindsTheHierarchyInTheCodes() throws {
    let reading = Reading(of: sample, named: "isco-08.csv", with: ISCO())

    #expect(
      reading.concepts.map(\.id.description) == ["0", "01", "011", "0110"].map { "isco-08:\($0)" })
    #expect(
      reading.concepts.map(\.tier) == [
        "major group", "sub-major group", "minor group", "unit group",
      ])
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "isco-08:01 broader isco-08:0", "isco-08:011 broader isco-08:01",
        "isco-08:0110 broader isco-08:011",
      ])
    #expect(
      reading.concepts.last?.title.entries.map(\.text) == ["Commissioned officers", "Officiers"])
    #expect(reading.notes.map(\.text.preferred) == ["a remark"])
  }

  @Test(arguments: [
    ("isco_code,title\n1,Managers\n", "isco-08"), ("isco1988_code,title\n0110,x\n", "isco-88"),
    ("ISCO-88 code\tTitle EN\n1\tx\n", "isco-88"),
  ])
  func readsTheFilesOfTheILOAndOthersWithoutAHead(text: String, framework: String) {
    let source = Source(parts: [SourcePart(name: "x.csv", text: text)])
    #expect(ISCO().identify(source) == 80)
    #expect(Reading(of: source, with: ISCO()).frameworks.map(\.name.description) == [framework])
  }

  @Test func aListOfTheFinestGroupsAloneIsNoBrokenHierarchy() {
    let reading = Reading(of: "isco_code,title\n1111,a\n1112,b\n", named: "x.csv", with: ISCO())
    #expect(reading.diagnostics == [])
    #expect(reading.links == [])
  }

  @Test func reportsAGapInTheHierarchy() {
    expectDiagnostics(
      from: ISCO(), reading: "isco_code,title\n1,a\n11,b\n111,c\n1️⃣211,d\n", named: "x.csv",
      ["1️⃣": "orphan"])
  }

  @Test func countsTheRowsThatAreNoGroups() {
    let reading = Reading(
      of: "isco_code,title\n1,a\nTOTAL,b\n12345,c\n", named: "x.csv", with: ISCO())
    #expect(reading.diagnostics.map(\.id) == ["passed-over"])
    #expect(reading.diagnostics.first?.summary.hasPrefix("skipped 2 rows that") == true)
  }

  @Test func leavesCorrespondencesAndOtherTables() {
    for text in ["ISCO-88 code,ISCO 08 Code\n1,2\n", "code,title\n1,x\n", "a,b\n1,2\n"] {
      #expect(ISCO().identify(Source(parts: [SourcePart(name: "x.csv", text: text)])) == 0)
    }
  }
}
