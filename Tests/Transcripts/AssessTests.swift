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

  @Test(arguments: ["\"asOf\" : \"2026-99-99\"", "\"language\" : \"tlh\"", "\"for\" : \"ZZ\""])
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

  // MARK: - Batch

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

    #expect(result.status == 0)
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
