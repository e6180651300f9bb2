import PasserelleKit
import PasserelleTesting
import Testing

@testable import Classifications

/// Tiers from the length or the parts of codes, or from a column; and what spreadsheets make of codes.
struct TierTests {
  private let byLength =
    "tiers: [{name: large, length: 1}, {name: middle, length: 4}, {name: small, length: 7}]"
  private let byParts =
    "tiers: [{name: large, parts: 1}, {name: middle, parts: 2}, {name: small, parts: 3}]"

  @Test(arguments: [true, false])
  func zerosFillUpOverDashes(parts: Bool) {
    let reading = read(
      "code,name\n1-00-00,A\n1-01-00,B\n1-01-01,C\n1-10-00,D\n1-10-10,E\n",
      (parts ? byParts : byLength) + "\nfill: \"0\"")
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map(\.tier) == ["large", "middle", "small", "middle", "small"])
    #expect(
      links(reading) == [
        "1-01-00 1-00-00", "1-01-01 1-01-00", "1-10-00 1-00-00", "1-10-10 1-10-00",
      ])
  }

  @Test(arguments: [".", "-", "/", " ", "·"])
  func anyMarkPartsACode(mark: String) {
    let codes = ["1", "1|1", "1|10", "1|10|2"].map { $0.replacing("|", with: mark) }
    let reading = read(
      "code,name\n" + codes.map { "\($0),x\n" }.joined(), byParts)
    #expect(reading.diagnostics == [])
    #expect(
      links(reading) == ["\(codes[1]) 1", "\(codes[2]) 1", "\(codes[3]) \(codes[2])"])
  }

  @Test func aTierThatIsLeftOutIsPassed() {
    let reading = read(
      "code,name\n1-00-00,A\n1-01-00,B\n1-01-00-01,C\n",
      "tiers: [{name: a, parts: 1}, {name: b, parts: 2}, {name: d, parts: 4}]\nfill: \"0\"")
    #expect(links(reading) == ["1-01-00 1-00-00", "1-01-00-01 1-01-00"])
    #expect(reading.diagnostics == [])
  }

  @Test(arguments: [true, false])
  func saysThatTiersAreEmptyAndWhatMayBeMissing(parts: Bool) {
    let reading = read(
      "code,name\n1-00-00,A\n1-01-00,B\n1-01-01,C\n", parts ? byParts : byLength)
    #expect(reading.diagnostics.map(\.id) == ["empty-tier", "empty-tier"])
    #expect(
      reading.diagnostics.first?.summary
        == "no code is of the tier 'large'; '1-01-01' is taken for a 'small'")
    #expect(
      reading.diagnostics.first?.hint
        == "if codes of wider tiers are filled up with zeros, write 'fill: \"0\"'")
  }

  @Test func saysThatNothingTellsTheTiers() {
    let reading = read("code,name\n1,A\n", "tiers: [major, minor]")
    #expect(reading.diagnostics.map(\.id) == ["empty-tier"])
  }

  @Test func aColumnSaysTheTier() {
    let reading = read(
      "code,name,Level\n1,A,1\n11,B,2\n1.1,C,2\n111,D,3\nT,All,0\n",
      "tiers: [{name: major, value: 1}, {name: minor, value: 2}, {name: unit, value: 3}]",
      columns: "{code: code, title: {en: name}, tier: Level}")
    #expect(reading.concepts.map(\.tier) == ["major", "minor", "minor", "unit"])
    #expect(links(reading) == ["11 1", "1.1 1", "111 11"])
    #expect(reading.diagnostics.map(\.summary) == ["skipped once: a row of the tier '0'"])
  }

  @Test func theWordsOfTheColumnAreTheTiersWhereNoneAreListed() {
    let reading = read(
      "code,name,Level\n1,A,Major\n11,B,Minor\n2,C,Major\n", "",
      columns: "{code: code, title: {en: name}, tier: Level}")
    #expect(reading.concepts.map(\.tier) == ["Major", "Minor", "Major"])
    #expect(links(reading) == ["11 1"])
    #expect(reading.diagnostics == [])
  }

  @Test func saysThatNothingIsBelowAnything() {
    let reading = read(
      "code,name,Level\na,A,Major\nb,B,Minor\n", "",
      columns: "{code: code, title: {en: name}, tier: Level}")
    #expect(reading.diagnostics.map(\.id) == ["empty-tier"])
    #expect(
      reading.diagnostics.first?.hint
        == "name the column that has the wider code: 'columns: {broader: …}'")
  }

  // MARK: - Spreadsheets

  @Test func saysThatZerosAreLost() {
    let reading = read(
      "code,name\n0,A\n110,B\n1,C\n1110,D\n310,E\n",
      "tiers: [{name: major, length: 1}, {name: unit, length: 4}]")
    #expect(reading.statements.isEmpty)
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["3 spreadsheet"])
    #expect(
      reading.diagnostics.first?.summary
        == "the codes have lost their leading zeros (a spreadsheet took them for numbers): '110' is "
        + "'0110', and 1 more is like it")
  }

  @Test func aShortCodeIsNoLostZeroWhereOthersHaveTheirs() {
    let reading = read(
      "code,name\n0,A\n110,B\n0110,C\n",
      "tiers: [{name: major, length: 1}, {name: unit, length: 4}]")
    #expect(codes(reading) == ["0", "0110"])
    #expect(reading.diagnostics.map(\.id) == ["passed-over"])
  }

  @Test func shortCodesBesideLongOnesMayHaveLostTheirZeros() {
    let lost = read("code,name\n1111,A\n1112,B\n2113,C\n110,D\n", "")
    #expect(
      lost.diagnostics.map { "\($0.position.line) \($0.severity) \($0.id)" } == [
        "5 warning spreadsheet"
      ])
    #expect(
      lost.diagnostics.first?.summary
        == "a code has 3 digits, such as '110', and all others 4: a spreadsheet may have taken a zero "
        + "in front")
  }

  @Test(arguments: [
    "111,1111,1112,1113", "0110,1111,110", "98,99,100,101,102,103,104", "110,1111", "1,11,12,13,14",
    "A1,111,1111,1112,1113",
  ])
  func shortCodesThatAreGroupsOrNumbersHaveNot(codes: String) {
    let rows = codes.split(separator: ",").map { "\($0),x\n" }.joined()
    #expect(read("code,name\n" + rows, "").diagnostics == [])
  }

  @Test(arguments: [
    "02-Jan", "2-Jan", "Jan-02", "1-Feb-03", "2. Mrz", "01-janv", "02/Jan/2001", "1.10E+03",
    "11E+2",
  ])
  func saysThatACodeWasMadeADate(code: String) {
    let reading = read("code,name\n1,A\n\(code),B\n", "")
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["3 spreadsheet"])
  }

  @Test(arguments: ["2001-02-01", "1/2/2001", "01.02.2001", "2001-02-01 00:00:00"])
  func datesAreCodesOnlyWhereAllAre(code: String) {
    #expect(read("code,name\n1,A\n\(code),B\n", "").diagnostics.map(\.id) == ["spreadsheet"])
    #expect(read("code,name\n\(code),B\n", "").diagnostics == [])
  }

  @Test func decimalsAreCodesWhereNotAllAre() {
    #expect(read("code,name\n111.0,A\n112.0,B\n", "").diagnostics.map(\.id) == ["spreadsheet"])
    #expect(read("code,name\n111.0,A\n", "").diagnostics.map(\.id) == ["spreadsheet"])
    #expect(read("code,name\n1.0,A\n1.1,B\n", "").diagnostics == [])
    #expect(read("code,name\n1.0,A\n", "").diagnostics == [])
  }

  @Test(arguments: [
    "11-1011", "2654.1.7", "A01", "1-01", "T-12", "May", "12-34-5678", "600/1234/5", "1E5",
    "S1.1.2",
    "00.0.0.1", "MAR-X1", "10.11.12",
  ])
  func codesThatLookLikeCodesAre(code: String) {
    #expect(read("code,name\n9,x\n\(code),A\n", "").diagnostics == [])
  }

  @Test func aCodeThatStandsTwiceMayHaveLostAZero() {
    let first = read("code,name\n1,A\n1,B\n", "").diagnostics
    #expect(first.map { "\($0.position.line) \($0.id)" } == ["3 duplicate-code"])
    #expect(first.first?.hint?.hasSuffix("'01', a spreadsheet has taken its zero") == true)
    let second = read("code,name\n4.1,A\n4.1,B\n", "").diagnostics
    #expect(second.first?.hint?.hasSuffix("'4.10', a spreadsheet has taken its zero") == true)
  }

  private func read(
    _ table: String, _ map: String, columns: String = "{code: code, title: {en: name}}"
  ) -> Reading {
    let head =
      "framework: {id: x, kind: classification-of-occupations, title: {en: X}}\n"
      + "columns: \(columns)\n\(map)\n"
    return Reading(
      of: Source(parts: [
        SourcePart(name: "x.csv", text: table), SourcePart(name: "x.yaml", text: head),
      ]), with: Classifications())
  }

  private func codes(_ reading: Reading) -> [String] {
    reading.concepts.compactMap(\.id.code?.description)
  }

  private func links(_ reading: Reading) -> [String] {
    reading.links.map { "\($0.from.code?.description ?? "") \($0.to.code?.description ?? "")" }
  }
}
