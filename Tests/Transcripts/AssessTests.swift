import Foundation
import Testing

/// Statements that are filed, made again, and made many at a time.
struct AssessTests {
  private static let meister = """
    profile: 1
    reference: case-7
    target: ie-nqf:8
    certificates: [{title: Meister, country: DE, id: "de-nqf:meister", date: 2015-03}]
    """

  private static let call = "assess case.yaml --for IE --purpose study --as-of 2026-11-25"

  private static func place() throws -> Place {
    let place = try Place()
    try place.write(meister, to: "case.yaml")
    return place
  }

  // MARK: - Replay

  @Test(arguments: ["en", "fr"])
  func aStatementThatIsMadeAgainFromTheSameGraphIsTheSameBytes(language: String) throws {
    let place = try Self.place()
    let filed = try place.run("\(Self.call) --format json --language \(language)").output
    try place.write(filed, to: "filed.json")
    let again = try place.run("assess --replay filed.json")

    #expect(again.status == 0)
    #expect(again.output == filed)
  }

  @Test func whatHasChangedInTheGraphIsSaid() throws {
    let place = try Self.place()
    try place.write(try place.run("\(Self.call) --format json").output, to: "filed.json")
    try place.write(
      """
      passerelle: 1
      framework: {id: zz-nqf, kind: qualifications-framework, title: {en: Another}, source: s}
      sources: {s: {title: A source}}
      levels: [{code: "1", title: {en: Level 1}}]
      """, to: "another.yaml")
    _ = try place.run("import another.yaml")
    let again = try place.run("assess --replay filed.json")

    #expect(again.status == 1)
    #expect(again.output.contains("graph: "))
    #expect(!again.output.contains("comparability"))
  }

  @Test func aStatementThatWasAlteredIsFoundOut() throws {
    let place = try Self.place()
    let filed = try place.run("\(Self.call) --format json").output
    try place.write(
      filed.replacing("\"comparability\" : \"partly\"", with: "\"comparability\" : \"comparable\""),
      to: "altered.json")
    let again = try place.run("assess --replay altered.json")

    #expect(again.status == 1)
    #expect(again.output.contains("\"comparable\" → \"partly\""))
  }

  @Test(arguments: ["\"x\"", "5", "null", "[]", "{}"])
  func whatIsNoProfileIsNoStatement(profile: String) throws {
    let place = try Place()
    try place.write(
      "{\"statement\":1,\"asOf\":\"2026-11-25\",\"language\":\"en\",\"graph\":\"\",\"program\":\"\","
        + "\"for\":\"IE\",\"purpose\":\"study\",\"profile\":\(profile)}", to: "filed.json")

    #expect(try place.run("assess --replay filed.json").status == 3)
  }

  @Test(arguments: ["\"asOf\" : \"2026-99-99\"", "\"language\" : \"tlh\"", "\"for\" : \"JJ\""])
  func aStatementThatAsksTheImpossibleIsBadInput(change: String) throws {
    let place = try Self.place()
    let filed = try place.run("\(Self.call) --format json").output
    let key = change.prefix { $0 != ":" }
    let lines = filed.split(separator: "\n").map {
      $0.hasPrefix("  \(key)") ? "  \(change)," : String($0)
    }
    try place.write(lines.joined(separator: "\n"), to: "filed.json")

    #expect(try place.run("assess --replay filed.json").status == 3)
  }

  // MARK: - Standing statements

  private static let standing =
    "assess --standing ph-pqf:nc-ii --for DE --purpose work --as-of 2026-11-25"

  @Test func aStandingStatementIsAboutNoPersonAndIsMadeAgain() throws {
    let place = try Place()
    let filed = try place.run("\(Self.standing) --format json").output
    try place.write(filed, to: "filed.json")
    let again = try place.run("assess --replay filed.json")

    #expect(again.status == 0)
    #expect(again.output == filed)
    #expect(!filed.contains("\"profile\" :"))
    #expect(filed.contains("\"number\" : \"ph-pqf:nc-ii/2026-11-25/"))
  }

  @Test(arguments: ["text", "html"])
  func aStandingStatementHasNoCaseAndNoSignature(format: String) throws {
    let text = try Place().run("\(Self.standing) --format \(format)").output
      .replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "")

    #expect(text.contains("Standing statement of comparability"))
    for word in ["Case", "Still missing", "Work experience and", "signature", "document was seen"] {
      #expect(!text.contains(word))
    }
  }

  @Test(arguments: ["isco-08:7212", "eqf:4", "no-such:thing"])
  func whatIsNoQualificationOfACountryHasNoStandingStatement(id: String) throws {
    let result = try Place().run("assess --standing \(id) --for DE --purpose work")

    #expect(result.status == 2)
    #expect(result.errors.contains("'\(id.hasPrefix("no-such") ? "no-such" : id)'"))
  }

  // MARK: - Batch

  @Test func aRowSaysForItselfWhereAndWhatFor() throws {
    let place = try Place()
    try place.write(
      """
      reference,title,country,id,for,purpose
      a,Meister,DE,de-nqf:meister,IE,study
      b,Meister,DE,de-nqf:meister,,
      c,Meister,DE,de-nqf:meister,Atlantis,work
      d,Meister,DE,de-nqf:meister,IE,holiday

      """, to: "in.csv")
    let result = try place.run("assess --batch in.csv --for PL --purpose work --as-of 2026-11-25")
    let rows = result.output.split(separator: "\r\n")

    #expect(rows.count == 5)
    #expect(rows[1].contains("ie-nqf:7, ie-nqf:8"))
    #expect(rows[2].contains("pl-nqf:6"))
    #expect(
      result.errors.contains("in.csv:4:1: error: no framework or country is named 'Atlantis'"))
    #expect(result.errors.contains("in.csv:5:1: error: 'holiday' is not a purpose"))
  }

  @Test func withoutTheOptionsTheColumnsAreNeeded() throws {
    let place = try Place()
    try place.write("reference,title,country\na,Meister,DE\n", to: "in.csv")
    let result = try place.run("assess --batch in.csv --for IE")

    #expect(result.status == 3)
    #expect(result.errors.contains("needs the columns 'reference' and 'purpose'"))
  }

  @Test func aLineOfJSONSaysForItselfWhereAndWhatFor() throws {
    let place = try Self.place()
    let profile =
      #""profile":1,"reference":"case-7","target":"ie-nqf:8","certificates":"#
      + #"[{"title":"Meister","country":"DE","id":"de-nqf:meister","date":"2015-03"}]"#
    try place.write(
      "{\(profile),\"for\":\"IE\",\"purpose\":\"study\"}\n{\(profile),\"for\":7}\n{\(profile)}\n",
      to: "in.jsonl")
    let result = try place.run("assess --batch in.jsonl --as-of 2026-11-25")
    let lines = result.output.split(separator: "\n")

    #expect(lines.count == 3)
    #expect(lines[0].contains("\"for\":\"IE\",") && lines[0].contains("\"purpose\":\"study\""))
    #expect(lines[1].contains("\"finding\":\"error\""))
    #expect(lines[2].contains("the row names no destination"))
  }

  @Test func aTableWithSemicolonsIsAnsweredWithSemicolons() throws {
    let place = try Place()
    try place.write(
      "reference;title;country;id;mine\r\na;Meister;DE;de-nqf:meister;\"x;y, z\"\r\n", to: "in.csv")
    let call = "assess --batch in.csv --for IE --purpose study --as-of 2026-11-25"
    _ = try place.run("\(call) --output out.csv")
    let lines = try place.read("out.csv").split(separator: "\r\n")

    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("reference;title;country;id;mine;number;finding;"))
    #expect(lines[1].hasPrefix("a;Meister;DE;de-nqf:meister;\"x;y, z\";a/2026-11-25/"))
    let whole = try place.bytes("out.csv")
    #expect(try place.run("\(call) --output out.csv --resume").status == 0)
    #expect(try place.bytes("out.csv") == whole)
  }

  @Test func withoutATargetALevelIsNotCalledComparable() throws {
    let place = try Place()
    try place.write("reference,title,country,id\na,Meister,DE,de-nqf:meister\n", to: "in.csv")
    let output = try place.run("assess --batch in.csv --for PL --purpose work").output
    let lines = output.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let column = try #require(lines[0].firstIndex(of: "level"))

    #expect(lines[0][column - 2...column] == ["same level there", "level on award", "level"])
    #expect(output.contains(",eqf:6,pl-nqf:6,,,"))
  }

  @Test func aTableOfCasesComesOutInItsOrderWithItsOwnColumns() throws {
    let place = try Place()
    let rows = (0..<600).map { "c\($0),\"mine, \($0)\",Meister,DE,de-nqf:meister" }
    try place.write(
      (["reference,mine,title,country,id"] + rows).joined(separator: "\n"), to: "in.csv")
    let result = try place.run("assess --batch in.csv --for IE --purpose study --output out.csv")
    let cases = try place.read("out.csv").split(separator: "\r\n").dropFirst()
      .map { $0.prefix { $0 != "," } }

    #expect(result.status == 0)
    #expect(cases == (0..<600).map { "c\($0)" })
  }

  @Test func casesThatCannotBeReadAreReportedByLine() throws {
    let place = try Place()
    try place.write(
      """
      reference,title,country,id
      a,Meister,Germany,
      b,Meister,DE,de-nqf:nothing
      c,Meister,DE,de-nqf:meister

      """, to: "in.csv")
    let result = try place.run("assess --batch in.csv --for IE --purpose study")

    #expect(result.status == 1)
    #expect(result.errors.contains("in.csv:2:1: error: 'Germany' is not a country code"))
    #expect(result.errors.contains("in.csv:3:1: error: 'de-nqf:nothing' is not in the library"))
    #expect(result.errors.contains("3 rows answered, 2 of them with a problem"))
  }

  @Test func aLineOfJSONIsAnsweredByTheStatementThatACaseAloneWouldHave() throws {
    let place = try Self.place()
    try place.write(
      #"{"profile": 1, "reference": "case-7", "target": "ie-nqf:8", "certificates": "#
        + #"[{"title": "Meister", "country": "DE", "id": "de-nqf:meister", "date": "2015-03"}]}"#,
      to: "in.jsonl")
    let line = try place.run(
      "assess --batch in.jsonl --for IE --purpose study --as-of 2026-11-25"
    ).output
    let alone = try place.run("\(Self.call) --format json").output
    func value(_ text: String) throws -> NSDictionary {
      try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    }

    #expect(try value(line)["statement"] as? NSDictionary == value(alone))
  }

  @Test func aBatchThatWasEndedGoesOnToTheSameBytes() throws {
    let place = try Place()
    let rows = (0..<40).map { "c\($0),Meister,DE,de-nqf:meister" }
    try place.write((["reference,title,country,id"] + rows).joined(separator: "\n"), to: "in.csv")
    let call = "assess --batch in.csv --for IE --purpose study --as-of 2026-11-25"
    _ = try place.run("\(call) --output whole.csv")
    let whole = try place.bytes("whole.csv")
    try whole.prefix(whole.count / 2).write(to: place.folder.appending(path: "part.csv"))
    _ = try place.run("\(call) --output part.csv --resume")

    #expect(try place.bytes("part.csv") == whole)
  }
}
