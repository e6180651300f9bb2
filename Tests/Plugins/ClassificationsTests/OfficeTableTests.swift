import PasserelleKit
import PasserelleTesting
import Testing

@testable import Classifications

/// Tables as offices publish them: each form with the few lines of a map that read it.
struct OfficeTableTests {
  // MARK: - The rows

  @Test func linesAboveTheHeaderAndRemarksBelowAreNoRows() {
    let reading = read(
      "Table 3: Occupations,,\n\nCode,,\nnew,Name,Old\nSource: an office,,\n1,A,x\n11,B,y\nNote\n",
      """
      header: [3, 4]
      skip: [5]
      except: {Code new: "Note*"}
      columns: {code: Code new, title: {en: Code Name}, ignored: [Code Old]}
      """)
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "11"])
  }

  @Test func theHeaderIsFoundByTheNameOfAColumn() {
    let reading = read(
      "Table 5,,\nReleased today,,\nCode,Title,\n1,A,\n11,B,\n",
      "header: Code\ncolumns: {code: Code, title: {en: Title}}")
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "11"])
  }

  @Test func aTitleMayHaveNoHeader() {
    let reading = read(
      "Major,Unit,\n1,,A\n,11,B\n", "columns: {code: [Major, Unit], title: {en: (1)}}")
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map(\.title.preferred) == ["A", "B"])
  }

  @Test func anOutlineHasTitlesWhereTheNextTierHasCodes() {
    let reading = read(
      "Major,Minor,Unit,Title\n1,Managers,,\n,11,Chief executives,\n,,111,Legislators\n,12,Others,\n",
      "columns: {code: [Major, Minor, Unit], title: {en: [Minor, Unit, Title]}}")
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "11", "111", "12"])
    #expect(
      reading.concepts.map(\.title.preferred) == [
        "Managers", "Chief executives", "Legislators", "Others",
      ])
    #expect(reading.links.map { "\($0.from) \($0.to)" }.count == 3)
  }

  @Test func codesThatHaveLostZerosAreFilledUpByTheirTier() {
    let reading = read(
      "Level,Code,Title\n1,0,A\n2,1,B\n3,12,C\n",
      """
      pad: "0"
      columns: {code: Code, title: {en: Title}, tier: Level}
      tiers: [{name: a, value: 1, length: 1}, {name: b, value: 2, length: 2}, {name: c, value: 3, length: 3}]
      """)
    #expect(reading.diagnostics.map(\.id) == ["mended"])
    #expect(codes(reading) == ["0", "01", "012"])
  }

  @Test func rowsAreChosenByAColumn() {
    let reading = read(
      "type,code,name\ngroup,1,A\ntotal,T,All\ngroup,2,B\n",
      "only: {type: group}\ncolumns: {code: code, title: {en: name}, ignored: [type]}")
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "2"])
  }

  @Test func aColumnThatStandsTwiceIsReadByItsNumber() {
    let text = "Code,Programme,Entry age,Entry age\n1,Primary,6,7\n"
    let ignored = read(text, "columns: {code: Code, title: {en: Programme}, ignored: [Entry age]}")
    #expect(ignored.diagnostics == [])
    let read = read(
      text,
      "columns: {code: Code, title: {en: Programme}, notes: [Entry age (2)], ignored: [Entry age (1)]}"
    )
    #expect(read.notes.map(\.text.preferred) == ["Entry age (2): 7"])
  }

  @Test func aMappedColumnThatStandsTwiceIsAnErrorInTheMap() {
    let source = Source(parts: [
      SourcePart(name: "x.csv", text: "Code,Name,Code\n1,A,2\n"),
      SourcePart(name: "x.yaml", text: head + "columns: {code: Code, title: {en: Name}}\n"),
    ])
    #expect(Classifications().identify(source) == 100)
    let found = Reading(of: source, with: Classifications()).diagnostics
    #expect(found.map { "\($0.position.file) \($0.id)" } == ["x.yaml duplicate-column"])
    #expect(found.first?.hint == "write 'Code (1)' for the first, 'Code (2)' for the second")
  }

  @Test func aTableIsRecognisedByItsHeadHoweverItsHeaderIs() {
    for text in ["", "\u{0}\n", "a,b\n", "a,b\n1,\"2\n"] {
      let source = Source(parts: [
        SourcePart(name: "x.csv", text: text),
        SourcePart(name: "x.yaml", text: head + "columns: {code: a, title: {en: c}}\n"),
      ])
      #expect(Classifications().identify(source) == 100)
      #expect(!Reading(of: source, with: Classifications()).diagnostics.isEmpty)
    }
  }

  // MARK: - Wide tables

  private let wide = """
    major_code,major,minor_code,minor,unit_code,unit
    1,Managers,11,Office managers,111,Bank managers
    1,Managers,11,Office managers,112,Shop managers
    2,Others,,,,

    """
  private let wideMap = """
    columns:
      code: [major_code, minor_code, unit_code]
      title: {en: [major, minor, unit]}
    tiers: [major, minor, unit]
    """

  @Test func aWideTableDefinesEachWiderConceptOnce() {
    let reading = read(wide, wideMap)
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "11", "111", "112", "2"])
    #expect(reading.concepts.map(\.tier) == ["major", "minor", "unit", "unit", "major"])
    #expect(
      reading.concepts.compactMap(\.title.preferred) == [
        "Managers", "Office managers", "Bank managers", "Shop managers", "Others",
      ])
    #expect(links(reading) == ["11 broader 1", "111 broader 11", "112 broader 11"])
  }

  @Test func aRowOfItsOwnSaysMoreOfAWiderConcept() {
    let reading = read(
      "A,TA,B,TB,note\n1,X,11,Y,\n1,X,,,of one\n",
      "columns: {code: [A, B], title: {en: [TA, TB]}, notes: [note]}")
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "11"])
    #expect(reading.notes.map(\.about.description) == ["x:1"])
  }

  @Test func oneCodeWithTwoTitlesIsAnErrorAtTheSecond() {
    let reading = read(
      "A,TA,B,TB\n1,X,11,Y\n1,Z,12,V\n", "columns: {code: [A, B], title: {en: [TA, TB]}}")
    #expect(
      reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" } == [
        "3:1 duplicate-code"
      ])
    #expect(reading.diagnostics.first?.summary == "'1' is 'Z' here, and 'X' on line 2")
  }

  @Test func aConceptOfTwoWiderOnesBelongsBelowBoth() {
    let reading = read(
      "A,TA,B,TB,C,TC\n1,X,11,Y,a,V\n2,Z,11,Y,b,W\n",
      "columns: {code: [A, B, C], title: {en: [TA, TB, TC]}}")
    #expect(reading.diagnostics == [])
    #expect(links(reading) == ["11 broader 1", "11 broader 2", "a broader 11", "b broader 11"])
  }

  @Test func withoutTheTitlesOfWiderCodesTheHintSaysHow() {
    let reading = read(
      wide,
      "columns: {code: [major_code, minor_code, unit_code], title: {en: unit}, ignored: [major, minor]}\n"
        + "except: {unit: \"\"}")
    #expect(reading.diagnostics.map(\.id) == ["orphan"])
    #expect(
      reading.diagnostics.last?.summary
        == "'111' belongs below '11', which has no row of its own; 2 codes belong below it")
    #expect(
      reading.diagnostics.last?.hint
        == "list a column of titles for each column of codes: 'title: {en: [A, B]}'")
  }

  @Test func theColumnsOfTitlesAreAsManyAsThoseOfCodes() {
    let reading = read(
      wide, "columns: {code: [major_code, unit_code], title: {en: [major, minor, unit]}}")
    #expect(reading.diagnostics.map(\.id) == ["wrong-type"])
  }

  // MARK: - Long tables

  @Test func rowsInSeveralLanguagesAreOneConcept() {
    let reading = read(
      "code,lang,title,other\n1,en,Cooks,\n1,fr,Cuisiniers,Chefs\n2,en,Bakers,\n2,fr,Boulangers,\n",
      "columns: {code: code, language: lang, title: title, alternatives: other}")
    #expect(reading.diagnostics == [])
    #expect(codes(reading) == ["1", "2"])
    #expect(
      reading.concepts[0].title.entries.map { "\($0.language) \($0.text)" } == [
        "en Cooks", "fr Cuisiniers",
      ])
    #expect(
      reading.concepts[0].alternatives.entries.map { "\($0.language) \($0.text)" } == ["fr Chefs"])
  }

  @Test func twoTitlesInOneLanguageAreTold() {
    let reading = read(
      "code,lang,title\n1,en,Cooks\n1,en,Chefs\n1,xx-yy-zz-long-tag-nobody,z\n1,,z\n",
      "columns: {code: code, language: lang, title: title}")
    #expect(
      reading.diagnostics.map { "\($0.position.line) \($0.id)" } == [
        "5 bad-language", "3 duplicate-code",
      ])
  }

  // MARK: - Cells

  @Test func marksOfFootnotesAreNoPartOfACode() {
    let reading = read(
      "code,name\n1*,A\n 2 (a),B\n3,C\n",
      "marks: {\"*\": {en: only in part}, (a): {en: old}}\ncolumns: {code: code, title: {en: name}}"
    )
    #expect(codes(reading) == ["1", "2", "3"])
    #expect(
      reading.notes.map { "\($0.about) \($0.text.preferred ?? "")" } == [
        "x:1 only in part", "x:2 old",
      ])
    #expect(reading.notes.allSatisfy { !$0.isBackground })
    #expect(reading.diagnostics.map(\.id) == ["mended", "mended"])
  }

  @Test(arguments: ["2*", "2(2)", "2 (a)", "2²", "2†"])
  func aCodeThatEndsLikeAMarkIsTold(code: String) {
    let reading = read("code,name\n1,A\n\(code),B\n", "columns: {code: code, title: {en: name}}")
    #expect(codes(reading) == ["1", code])
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["3 footnote-mark"])
  }

  @Test func severalLabelsInACellArePartedAsTheMapSays() {
    let reading = read(
      "code,name,other\n1,A,\"x, y、z\nv;w, x\"\n",
      "separators: [\",\", \"、\"]\ncolumns: {code: code, title: {en: name}, alternatives: {en: other}}"
    )
    #expect(reading.concepts[0].alternatives.entries.map(\.text) == ["x", "y", "z", "v;w"])
    #expect(
      reading.diagnostics.map(\.summary) == ["corrected once: a label that its row has twice"])
  }

  @Test func aCodeThatACellHasTwiceIsOneLink() {
    let reading = read(
      "code,name,isco\n1,A,2221;2222;2221\n",
      "columns: {code: code, title: {en: name}, links: {closeMatch: {column: isco, to: isco-08}}}")
    #expect(reading.links.map(\.to.description) == ["isco-08:2221", "isco-08:2222"])
    #expect(reading.diagnostics.map(\.id) == ["mended"])
  }

  // MARK: - Addresses

  @Test func addressesMayStandInPlaceOfCodes() {
    let reading = read(
      "uri,up,name,skill\nhttps://a.example/1,,A,\nhttps://a.example/2,https://a.example/1,B,https://b.example/s\n",
      """
      columns:
        uri: uri
        broader-uri: up
        title: {en: name}
        links: {requiresEssential: {uri: skill, to: esco}}
      """)
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map(\.uri) == ["https://a.example/1", "https://a.example/2"])
    #expect(Set(reading.concepts.map(\.id)).count == 2)
    let broader = reading.links.filter { $0.relation == .broader }
    #expect(broader.map(\.to) == [reading.concepts[0].id])
    let skill = reading.links.filter { $0.relation == .requiresEssential }
    #expect(skill.map(\.toURI) == ["https://b.example/s"])
  }

  @Test func widerAddressesLeadToTheCodesOfTheirRows() {
    let reading = read(
      "code,uri,up,name\n1,u:1,,A\n11,u:11,u:1,B\n12,u:12,u:9,C\n",
      "columns: {code: code, uri: uri, broader-uri: up, title: {en: name}}")
    #expect(links(reading) == ["11 broader 1"])
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["4 orphan"])
  }

  @Test func whatIsNotAnAddressIsToldWhereItStands() {
    let reading = read("uri,name\n12,A\n", "columns: {uri: uri, title: {en: name}}")
    #expect(
      reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" } == [
        "2:1 bad-url"
      ])
  }

  private func read(_ table: String, _ map: String) -> Reading {
    Reading(
      of: Source(parts: [
        SourcePart(name: "x.csv", text: table), SourcePart(name: "x.yaml", text: head + map + "\n"),
      ]), with: Classifications())
  }

  private let head = "framework: {id: x, kind: classification-of-occupations, title: {en: X}}\n"

  private func codes(_ reading: Reading) -> [String] {
    reading.concepts.compactMap(\.id.code?.description)
  }

  private func links(_ reading: Reading) -> [String] {
    reading.links.map {
      "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to.code?.description ?? "")"
    }
  }
}
