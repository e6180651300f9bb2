import PasserelleKit
import PasserelleTesting
import SharedData
import Testing

@testable import Correspondence

struct CorrespondenceTests {
  private let sample = """
    # id: isco-88-isco-08
    # from: isco-88
    # to: isco-08
    # sources:
    #   ilo: {title: Correspondence table, publisher: ILO, official: true}
    ISCO-88 Title EN,ISCO-88 code,ISCO 08 Code,ISCO-08 part,ISCO-08 Title EN,Comments
    Legislators,1110,1111,,Legislators,
    Armed forces,0110,0110,,Officers,
    Armed forces,0110,0210,,Other ranks,
    Cooks,5122,5120,p,Cooks,some cooks
    Nurses,2230,2221,p,Nurses,
    Nurses,2230,2222,,Midwives,
    """

  @Test func conforms() {
    expectConformance(of: Correspondence(), on: sample, named: "table.csv")
  }

  @Test func aWholeAndAPartAreNeverTheSame() {
    let reading = Reading(of: sample, named: "table.csv", with: Correspondence())
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "isco-88:1110 exactMatch isco-08:1111", "isco-88:0110 narrowMatch isco-08:0110",
        "isco-88:0110 narrowMatch isco-08:0210", "isco-88:5122 broadMatch isco-08:5120",
        "isco-88:2230 overlaps isco-08:2221", "isco-88:2230 narrowMatch isco-08:2222",
      ])
    #expect(reading.links[3].note.preferred == "some cooks")
  }

  @Test func findsTheClassificationsInTheNamesOfTheColumns() {
    let text = "2010 SOC Code;ISCO-08 Code\n11-1011;1112\n"
    let reading = Reading(of: text, named: "x.csv", with: Correspondence())
    #expect(reading.links.map { "\($0.from) \($0.to)" } == ["2010-soc:11-1011 isco-08:1112"])
  }

  @Test func reportsAPairThatStandsTwice() {
    expectDiagnostics(
      from: Correspondence(), reading: "A-1 code,B-1 code\n1,2\n3,4\n1️⃣1,2\n", named: "x.csv",
      ["1️⃣": "duplicate-pair"])
  }

  @Test func readsTheColumnsThatTheHeadMaps() {
    let reading = Reading(
      of: """
        # from: us-soc-2010
        # to: isco-08
        # columns: {from: 2010 SOC Code, from-part: part, to: ISCO, comment: Comment 8/17/11}
        2010 SOC Code,part,ISCO,Comment 8/17/11
        11-1011,*,1112,
        55-1011 ,,0110,a remark
        """, named: "x.csv", with: Correspondence())
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "us-soc-2010:11-1011 narrowMatch isco-08:1112",
        "us-soc-2010:55-1011 exactMatch isco-08:0110",
      ])
    #expect(reading.links.last?.note.preferred == "a remark")
    #expect(reading.diagnostics.map(\.id) == ["mended"])
  }

  @Test func saysWhichMappedColumnIsMissing() {
    expectDiagnostics(
      from: Correspondence(),
      reading: """
        # from: a
        # to: b
        # columns: {from: A, to: 1️⃣B}
        A,C
        1,2
        """, named: "x.csv", ["1️⃣": "missing-column"])
  }

  @Test(
    .enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)),
    arguments: [
      ("2010_SOC_to_ISCO-08", "us-soc-2010", "2010 SOC Code", "isco-08", "ISCO-08 Code"),
      ("ISCO-08_to_2010_SOC", "isco-08", "ISCO-08 Code", "us-soc-2010", "2010 SOC Code"),
    ])
  func readsTheCrosswalkOfTheUnitedStates(
    name: String, from: String, fromColumn: String, to: String, toColumn: String
  ) throws {
    let head = """
      from: \(from)
      to: \(to)
      columns: {from: \(fromColumn), from-part: part, to: \(toColumn), comment: Comment 8/17/11}
      """
    let table = try SharedData.source("isco08-soc-us/bls/\(name).csv").main
    let reading = Reading(
      of: Source(parts: [table, SourcePart(name: "head.yaml", text: head)]), with: Correspondence())

    #expect(reading.links.count == 1_125)
    #expect(reading.links.count { $0.relation == .exactMatch } == 95)
    #expect(
      reading.diagnostics.map(\.summary)
        == ["corrected 253 times: a code with white space at either end, which was removed"])
  }

  @Test(.enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)))
  func readsTheDiplomasOfFranceWithTheirRecords() throws {
    let table = try SharedData.source("rncp-csv/CodeDiplome_RNCP_2.9.first400.csv").main
    let head = """
      from: fr-cfd
      to: fr-rncp
      columns: {from: Code_Diplome, to: Code_RNCP}
      empty: [NR]
      """
    let reading = Reading(
      of: Source(parts: [table, SourcePart(name: "head.yaml", text: head)]), with: Correspondence())

    #expect(reading.links.first.map { "\($0.from) \($0.to)" } == "fr-cfd:1022001 fr-rncp:RNCP955")
    #expect(
      reading.diagnostics.map(\.summary) == [
        "61 codes have 7 digits, such as '1022001', and all others 8: a spreadsheet may have taken a "
          + "zero in front", "skipped 5 times: a row with 'NR' for a code",
      ])
  }

  @Test func needsTwoColumnsOfCodes() {
    expectDiagnostics(
      from: Correspondence(), reading: "1️⃣A code,title\n1,2\n", named: "x.csv",
      ["1️⃣": "missing-column"])
  }
}
