import PasserelleKit
import PasserelleTesting
import Testing

@testable import ISCED

struct ISCEDTests {
  private let sample = """
    # framework: isced-2011
    # sources:
    #   eurostat: {title: CL_ISCED11, publisher: Eurostat, official: true}
    Code,Description,ParentCode
    ED0,Early childhood education,
    ED01,Early childhood educational development,ED0
    ED6,Bachelor’s or equivalent level,
    """

  @Test func conforms() {
    expectConformance(of: ISCED(), on: sample, named: "isced-2011.csv")
  }

  @Test func readsTheLevelsOf2011() {
    let reading = Reading(of: sample, named: "isced-2011.csv", with: ISCED())
    #expect(
      reading.concepts.map(\.id.description) == ["isced-2011:0", "isced-2011:01", "isced-2011:6"])
    #expect(reading.links.map(\.to.description) == ["isced-2011:0"])
  }

  @Test func readsTheLevelsOf1997WithTheirProgrammeTypes() {
    let text =
      "code,description\nTOTAL,all\n0,Pre-primary\n5-6,both\n5A,first stage\n6,second stage\n"
    let reading = Reading(of: text, named: "isced-97.csv", with: ISCED())
    #expect(reading.concepts.map(\.id.description) == ["0", "5A", "6"].map { "isced-1997:\($0)" })
  }

  @Test func readsTheDestinationsOf1997BelowTheirLevelsEachWithItsSource() {
    let text = """
      # framework: isced-1997
      # source: list
      # sources:
      #   list: {title: A list, publisher: Office}
      #   survey: {title: A survey, publisher: Survey}
      code,description,Source
      3,Upper secondary,
      3A,Upper secondary A,survey
      3D,no destination,
      """
    let reading = Reading(of: text, named: "isced-1997.csv", with: ISCED())
    #expect(
      reading.concepts.map { "\($0.id) \($0.tier ?? "") \($0.source ?? "")" } == [
        "isced-1997:3 level list", "isced-1997:3A programme destination survey",
      ])
    #expect(
      reading.links.map { "\($0.from) \($0.to) \($0.source ?? "")" }
        == ["isced-1997:3A isced-1997:3 survey"])
  }

  @Test func aRowsSourceMustBeDeclared() {
    expectDiagnostics(
      from: ISCED(),
      reading: "# framework: isced-1997\ncode,description,Source\n3,Upper secondary,1️⃣survey\n",
      named: "x.csv", ["1️⃣": "unknown-source"])
  }

  @Test(arguments: [
    "code,title\n00,Generic\n001,Basic\n0110,nfd\n01,Education\n011,Education\n",
    "Code,Description\nF00,Generic\nF001,Basic\nF0110,nfd\nF01,Education\nF011,Education\n",
  ])
  func readsFieldsWithAndWithoutTheLetter(text: String) {
    let reading = Reading(of: text, named: "ISCED_fields.csv", with: ISCED())
    #expect(
      reading.concepts.map { "\($0.id) \($0.tier ?? "")" } == [
        "isced-f-2013:00 broad field", "isced-f-2013:001 narrow field",
        "isced-f-2013:0110 residual category", "isced-f-2013:01 broad field",
        "isced-f-2013:011 narrow field",
      ])
  }

  @Test(arguments: [
    "code,title,parent\n0,Managers,NA\n00,Senior managers,0\n01,Middle managers,0\n",
    "id,label\n00,A\n01,B\n", "Code,Description\nF00,Dementia\nF01,Vascular dementia\n",
    "code,title\n0,a\n1,b\n2,c\n3,d\n4,e\n5,f\n6,g\n7,h\n8,i\n", "code,title\n5A,x\n5B,y\n",
  ])
  func aTableOfCodesAndTitlesIsNotISCEDsUnlessSomethingSaysSo(text: String) {
    #expect(sureness(text, "managers.csv") == 0)
  }

  @Test func theNameOfTheFileOrTheCodesMaySaySo() {
    #expect(sureness("code,title\n00,Generic\n01,Education\n", "lists/isced-f.csv") > 0)
    let levels = (0...8).map { "\($0),x\n" }.joined()
    #expect(sureness("id,label\n" + levels, "TopicsISCED2011.csv") > 0)
    #expect(sureness("Code,Description\nED0,x\nED1,y\n", "list.csv") > 0)
    #expect(sureness("Code,Description\nISCED11,all\nTOTAL,all\nED6,y\n", "list.csv") > 0)
  }

  @Test func aTableWithAColumnOnISCEDIsAnothers() {
    #expect(sureness("code,title,ISCED level\n00,x,3\n01,y,4\n", "za-isced.csv") == 0)
  }

  @Test func saysThatASpreadsheetHasTakenTheZeros() {
    let text = "code,title\n0,Generic\n1,Education\n11,Education\n110,Education n.f.d.\n"
    #expect(sureness(text, "isced-f-saved.csv") > 0)
    let reading = Reading(of: text, named: "isced-f-saved.csv", with: ISCED())
    #expect(reading.statements.isEmpty)
    #expect(reading.diagnostics.map(\.id) == ["spreadsheet"])
    #expect(
      reading.diagnostics.first?.summary
        == "the codes have lost their leading zeros (a spreadsheet took them for numbers): '0' is "
        + "'00', and 3 more are like it")
    #expect(reading.diagnostics.first?.position.line == 2)
  }

  @Test func saysThatASpreadsheetHasMadeDecimals() {
    let head = "# framework: isced-2011\ncode,title\n"
    let reading = Reading(of: head + "6.0,Bachelor\n", named: "x.csv", with: ISCED())
    #expect(reading.diagnostics.map(\.id) == ["spreadsheet"])
    #expect(reading.diagnostics.first?.summary.hasSuffix("'6.0' is '6'") == true)
  }

  @Test func readsGuardedCodes() {
    let text = "# framework: isced-f-2013\ncode,title\n=\"00\",Generic\n=\"001\",Basic\n"
    let reading = Reading(of: text, named: "x.csv", with: ISCED())
    #expect(
      reading.concepts.map(\.id.description) == ["isced-f-2013:00", "isced-f-2013:001"])
    #expect(reading.diagnostics.map(\.id) == ["mended"])
  }

  private func sureness(_ text: String, _ name: String) -> Int {
    ISCED().identify(Source(parts: [SourcePart(name: name, text: text)]))
  }

  @Test func refusesAnEditionThatItDoesNotKnow() {
    expectDiagnostics(
      from: ISCED(), reading: "# framework: 1️⃣isced-1976\ncode,title\n1,x\n", named: "x.csv",
      ["1️⃣": "unknown-edition"])
  }
}
