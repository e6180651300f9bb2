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

  @Test(arguments: [
    (
      "1,Managers\n11,Chief executives\n0,Armed forces\n1,Officers\n11,Officers\n110,Officers\n",
      7, "have lost their leading zeros (a spreadsheet took them for numbers): '110' is '0110'"
    ),
    (
      "1111,x\n110,Officers\n210,Others\n", 3,
      "have lost their leading zeros (a spreadsheet took them for numbers): '110' is '0110', and 1 "
        + "more is like it"
    ),
    (
      "1000,Managers\n1100,x\n1110,y\n", 2,
      "of wider groups are filled up with zeros: '1000' is '1', and 1 more is like it"
    ),
    (
      "1,Managers\n14.0,x\n110.0,x\n", 3,
      "were saved as decimal numbers: '14.0' is '14', and 1 more is like it"
    ),
    ("1,x\n02-Jan,y\n", 3, "were taken for dates or numbers by a spreadsheet: '02-Jan' was a code"),
  ])
  func saysWhatASpreadsheetHasDone(rows: String, line: Int, what: String) {
    let reading = Reading(of: "ISCO 08 Code,Title EN\n" + rows, named: "x.csv", with: ISCO())
    #expect(reading.statements.isEmpty)
    #expect(reading.diagnostics.map(\.summary) == ["the codes \(what)"])
    #expect(reading.diagnostics.map(\.id) == ["spreadsheet"])
    #expect(reading.diagnostics.map(\.position.line) == [line])
  }

  @Test func readsGuardedCodes() {
    let text = "# framework: isco-08\nISCO 08 Code,Title EN\n=\"0\",Armed\n=\"01\",Officers\n"
    let reading = Reading(of: text, named: "x.csv", with: ISCO())
    #expect(reading.concepts.map(\.id.description) == ["isco-08:0", "isco-08:01"])
    #expect(reading.diagnostics.map(\.id) == ["mended"])
  }

  @Test func aCodeThatStandsTwiceMayHaveLostAZero() {
    let reading = Reading(
      of: "ISCO 08 Code,Title EN\n1,Managers\n0,Armed forces\n1,Officers\n", named: "x.csv",
      with: ISCO())
    #expect(reading.diagnostics.map(\.id) == ["duplicate-code"])
    #expect(
      reading.diagnostics.first?.hint
        == "the first is on line 2; if one of them was '01', a spreadsheet has taken its zero")
  }

  @Test func leavesATableThatNamesItsGroupsOfISCO() {
    for text in ["noc_code,isco_code,title\n1,1,x\n", "code,isco_code,title\n1,1,x\n"] {
      #expect(ISCO().identify(Source(parts: [SourcePart(name: "x.csv", text: text)])) == 0)
    }
  }

  @Test func leavesCorrespondencesAndOtherTables() {
    for text in ["ISCO-88 code,ISCO 08 Code\n1,2\n", "code,title\n1,x\n", "a,b\n1,2\n"] {
      #expect(ISCO().identify(Source(parts: [SourcePart(name: "x.csv", text: text)])) == 0)
    }
  }
}
