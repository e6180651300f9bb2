import PasserelleKit
import PasserelleTesting
import Testing

@testable import Correspondence

/// Tables of pairs as offices publish them: what an occupation requires, scores, addresses, marks.
struct PairTableTests {
  @Test(arguments: ["requiresEssential", "requiresOptional", "attests", "atLevel", "inField"])
  func aColumnMayStateAnyRelationOfConcepts(relation: String) {
    let reading = read(
      "occupation,skill,relation\n11-1,2.A,\(relation)\n",
      "columns: {from: occupation, to: skill, relation: relation}")
    #expect(reading.diagnostics == [])
    #expect(links(reading) == ["a:11-1 \(relation) b:2.A"])
  }

  @Test func theTableMayHaveWordsOfItsOwn() {
    let reading = read(
      "o,s,type\n1,x,essential\n1,y,optional\n1,z,\n1,v,other\n",
      """
      columns: {from: o, to: s, relation: type}
      relation: {essential: requiresEssential, optional: requiresOptional, "": relatedMatch}
      """)
    #expect(
      links(reading) == [
        "a:1 requiresEssential b:x", "a:1 requiresOptional b:y", "a:1 relatedMatch b:z",
      ])
    #expect(
      reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" }
        == ["5:5 bad-relation"])
  }

  @Test func theHeadMayStateTheRelationOfAllRows() {
    let reading = read(
      "o,s\n1,x\n1,y\n", "columns: {from: o, to: s}\nrelation: requiresEssential")
    #expect(links(reading) == ["a:1 requiresEssential b:x", "a:1 requiresEssential b:y"])
  }

  @Test func codesThatHaveLostZerosGetThemBack() {
    let reading = read(
      "old,new\n11,10\n0012,10020\n", "columns: {from: old, to: new}\npad: {from: 4, to: 5}")
    #expect(links(reading) == ["a:0011 exactMatch b:00010", "a:0012 exactMatch b:10020"])
    #expect(reading.diagnostics.map(\.id) == ["mended", "mended"])
  }

  @Test(arguments: ["relation: same", "relation: {x: same}", "relation: {x: exactMatch}"])
  func saysWhatIsWrongWithARelation(line: String) {
    let reading = read("o,s\n1,x\n", "columns: {from: o, to: s}\n\(line)")
    #expect(reading.links == [])
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.position.file == "x.yaml")
  }

  private let ratings = """
    O*NET-SOC Code,Element ID,Scale ID,Data Value
    11-1011.00,2.A.1.a,IM,4.12
    11-1011.00,2.A.1.a,LV,4.75
    11-1011.00,2.A.1.b,IM,4.00

    """

  @Test func rowsAreChosenByTheirScaleAndTheScoreIsANote() {
    let reading = read(
      ratings,
      """
      only: {Scale ID: IM}
      relation: requiresEssential
      columns:
        from: O*NET-SOC Code
        to: Element ID
        score: {column: Data Value, scale: "importance, 1 to 5"}
      """)
    #expect(reading.diagnostics == [])
    #expect(
      links(reading) == [
        "a:11-1011.00 requiresEssential b:2.A.1.a", "a:11-1011.00 requiresEssential b:2.A.1.b",
      ])
    #expect(
      reading.links.map(\.note.preferred) == [
        "importance, 1 to 5: 4.12", "importance, 1 to 5: 4.00",
      ])
    #expect(reading.links.allSatisfy { $0.confidence == nil })
  }

  @Test func aScoreWithoutAScaleIsNamedAfterItsColumn() {
    let reading = read(
      "o,s,share,c\n1,x,30%,a remark\n", "columns: {from: o, to: s, score: share, comment: c}")
    #expect(reading.links.map(\.note.preferred) == ["a remark; share: 30%"])
  }

  @Test func twoScalesOfAPairAreToldWithAWayOut() {
    let reading = read(
      ratings, "columns: {from: O*NET-SOC Code, to: Element ID}\nrelation: requiresEssential")
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["3 duplicate-pair"])
    #expect(reading.diagnostics.first?.hint?.contains("only: {Column: value}") == true)
  }

  @Test func addressesStandInPlaceOfCodesAtEitherEnd() {
    let reading = read(
      "concept_uri,onet\nhttp://data.example/o1,11-1\nhttp://data.example/o2,11-2\n",
      "columns: {from-uri: concept_uri, to: onet}")
    #expect(reading.diagnostics == [])
    #expect(reading.links.map(\.fromURI) == ["http://data.example/o1", "http://data.example/o2"])
    #expect(Set(reading.links.map(\.from)).count == 2)
    #expect(reading.links.allSatisfy { $0.from.framework.description == "a" && $0.toURI == nil })

    let other = read(
      "x,y\n1,urn:z:1\n", "columns: {from: x, to-uri: y}")
    #expect(other.links.map(\.toURI) == ["urn:z:1"])
  }

  @Test func bothCodeAndAddressAreKept() {
    let reading = read(
      "x,u,y\n1,urn:x:1,9\n,urn:x:2,8\n", "columns: {from: x, from-uri: u, to: y}")
    #expect(reading.links.map(\.fromURI) == ["urn:x:1", "urn:x:2"])
    #expect(reading.links.first?.from.description == "a:1")
  }

  @Test func whatIsNotAnAddressIsToldWhereItStands() {
    let reading = read("x,y\n1,5122\n", "columns: {from: x, to-uri: y}")
    #expect(
      reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" }
        == ["2:3 bad-url"])
  }

  @Test func aSideNeedsAColumn() {
    let reading = read("x,y\n1,2\n", "columns: {from: x}")
    #expect(reading.diagnostics.map(\.id) == ["missing-key"])
  }

  @Test func rowsWithoutACodeArePassedOverWhereTheHeadSaysSo() {
    let text = "x,y\n1,2\nGroup,\n3,4\n"
    let reading = read(text, "columns: {from: x, to: y}")
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["3 bad-code"])
    #expect(reading.diagnostics.first?.hint == "pass such rows over: 'except: {y: \"\"}'")
    #expect(read(text, "columns: {from: x, to: y}\nexcept: {y: \"\"}").diagnostics == [])
  }

  @Test func marksOfFootnotesAreNoPartOfACode() {
    let reading = read(
      "x,y\n1,2*\n3,4(2)\n5,6\n",
      "columns: {from: x, to: y}\nmarks: {\"*\": {en: only in part}, (2): {es: según el sector}}")
    #expect(reading.links.map(\.to.description) == ["b:2", "b:4", "b:6"])
    #expect(
      reading.links.map { $0.note.entries.map { "\($0.language) \($0.text)" } }
        == [["en only in part"], ["es según el sector"], []])
    #expect(
      reading.diagnostics.map(\.summary) == ["corrected twice: a code with a mark of a footnote"])
  }

  @Test func marksThatNobodyListedAreTold() {
    let reading = read("x,y\n1,2*\n3,4(2)\n", "columns: {from: x, to: y}")
    #expect(reading.diagnostics.map(\.id) == ["footnote-mark"])
    #expect(reading.diagnostics.first?.summary == "2 codes end like a mark of a footnote: '2*'")
  }

  @Test(arguments: ["111.0|112.0", "02-Jan|1-1", "1.1E+03|12"])
  func saysWhatASpreadsheetHasMadeOfCodes(codes: String) {
    let rows = codes.split(separator: "|").enumerated().map { "\($0),\($1)\n" }.joined()
    let reading = read("x,y\n" + rows, "columns: {from: x, to: y}")
    #expect(
      reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" } == [
        "2:3 spreadsheet"
      ])
  }

  @Test func readsGuardedCodes() {
    let reading = Reading(
      of: "ISCO-88 code,ISCO 08 Code\n=\"0110\",=\"0110\"\n7212,7212\n", named: "x.csv",
      with: Correspondence())
    #expect(
      reading.links.map { "\($0.from) \($0.to)" } == [
        "isco-88:0110 isco-08:0110", "isco-88:7212 isco-08:7212",
      ])
    #expect(reading.diagnostics.map(\.id) == ["mended"])
  }

  @Test func aColumnOfCodesThatStandsTwiceIsToldWhereItStands() {
    expectDiagnostics(
      from: Correspondence(), reading: "A-1 code,1️⃣A-1 code\n1,2\n", named: "x.csv",
      ["1️⃣": "duplicate-column"])
  }

  private func read(_ table: String, _ map: String) -> Reading {
    Reading(
      of: Source(parts: [
        SourcePart(name: "x.csv", text: table),
        SourcePart(name: "x.yaml", text: "from: a\nto: b\n\(map)\n"),
      ]), with: Correspondence())
  }

  private func links(_ reading: Reading) -> [String] {
    reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" }
  }
}
