import Foundation
import TestSupport
import Testing

/// Columns of surveys, as they are, recoded to a tidy table.
struct RecodeTests {
  private static let day = "--as-of 2026-01-01"
  private static let isco = "--column isco --from isco-88 --to isco-08 \(day)"

  /// The cells of a table that has no quotes but around fields.
  private static func cells(_ text: String, at separator: Character = ",") -> [[String]] {
    text.split(separator: "\r\n").map { line in
      var (fields, isQuoted) = ([""], false)
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case separator where !isQuoted: fields.append("")
        default: fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }

  /// The rows that come out of a column of codes, by the names of their columns.
  private func rows(
    of codes: [String], _ call: String = Self.isco, separator: Character = ";"
  ) throws -> [[String: String]] {
    let place = try Place()
    let name = try #require(call.firstMatch(of: /--column (\w+)/)).1
    let lines = codes.enumerated().map { "\($0)\(separator)\($1)" }
    try place.write(
      (["case\(separator)\(name)"] + lines).joined(separator: "\n") + "\n", to: "in.csv")
    let result = try place.run("recode in.csv \(call)")
    #expect(result.status == 0, "\(result.errors)")
    let table = Self.cells(result.output, at: separator)
    let header = try #require(table.first)
    return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test func aRowComesOutForEachTargetAndNoneIsPicked() throws {
    let rows = try rows(of: ["2230", "7231"])
    let nurses = rows.filter { $0["case"] == "0" }

    #expect(
      nurses.map { $0["target code"] } == ["1342", "1343", "2221", "2222", "3221", "3222"])
    #expect(nurses.allSatisfy { $0["targets"] == "6" && $0["understood"] == "isco-88:2230" })
    #expect(nurses.allSatisfy { $0["relation"] == "overlaps" && $0["repair"] == "" })
    #expect(nurses[2]["cardinality"] == "1:n")
    #expect(nurses[0]["source"]?.hasPrefix("International Labour Organization") == true)
    #expect(rows.last?["case"] == "1")
  }

  @Test(arguments: ["4", "DQR:4", "dqr: 4", "de-nqf:4"])
  func aCellMayNameItsFramework(cell: String) throws {
    let rows = try rows(of: [cell], "--column level --from DQR --to eqf \(Self.day)")

    #expect(rows.map { $0["understood"] } == ["de-nqf:4"])
    #expect(rows.map { $0["repair"] } == [""])
  }

  /// In a column of whole codes, the short ones have lost their zeros.
  @Test(arguments: [
    ("110", "isco-88:0110", "lost zeros"), ("7223.0", "isco-88:7223", "decimals"),
    (" 7223 ", "isco-88:7223", "spaces"), ("72230", "isco-88:7223", "pad"),
    ("7220", "isco-88:722", "pad"), ("7000", "isco-88:7", "pad"),
    ("07223", "isco-88:7223", "surplus"), ("'0110", "isco-88:0110", "quotation"),
    ("722", "isco-88:722", ""), ("7223", "isco-88:7223", ""),
  ])
  func aCodeIsRepairedAndTheRepairIsNamed(code: String, id: String, words: String) throws {
    let row = try #require(try rows(of: ["5122", code]).last)

    #expect(row["understood"] == id)
    #expect(words.isEmpty ? row["repair"] == "" : row["repair"]?.contains(words) == true)
  }

  /// Alone, it may be the sub-major group filled up to three digits as well.
  @Test func whatMayMeanSeveralCodesIsNotRead() throws {
    let row = try #require(try rows(of: ["110", "999", "722"]).first)

    #expect(row["understood"] == "" && row["target"] == "" && row["targets"] == "0")
    #expect(row["remark"] == "'110' may mean more than one code: isco-88:0110, isco-88:11")
  }

  @Test(arguments: [
    ("", "the cell is empty"), ("9999", "'9999' is not a code of isco-88"),
    ("-9", "'-9' is not a code of isco-88"), ("0000", "'0000' is not a code of isco-88"),
    ("nurse", "'nurse' is not a code of isco-88"),
  ])
  func whatMatchesNothingStaysWithItsReason(code: String, reason: String) throws {
    let rows = try rows(of: ["5122", code]).filter { $0["case"] == "1" }

    #expect(rows.count == 1)
    #expect(rows.first?["isco"] == code)
    #expect(rows.first?["target"] == "" && rows.first?["remark"] == reason)
  }

  @Test func programmesOfISCED1997AreRecodedAndWhatIsNoCodeNamesItsParts() throws {
    let call = "--column edu --from isced-1997 --to isced-2011 \(Self.day)"
    let rows = try rows(of: ["3A", "3a", "5", "2.0"], call, separator: "\t")

    #expect(rows.first?["understood"] == "isced-1997:3A")
    #expect(rows.first { $0["case"] == "1" }?["understood"] == "isced-1997:3A")
    #expect(
      rows.first { $0["case"] == "2" }?["remark"]
        == "'5' is not a code of isced-1997, which only has its parts: isced-1997:5A, isced-1997:5B"
    )
    #expect(rows.last?["understood"] == "isced-1997:2")
    #expect(rows.last?["repair"]?.contains("decimals") == true)
  }

  @Test func aNationalLevelComesWithItsReferenceLevelOrWhyThereIsNone() throws {
    let german = try rows(of: ["6", "06"], "--column level --from DQR --to eqf \(Self.day)")
    let scottish = try rows(of: ["1"], "--column level --from gb-scqf --to eqf")

    #expect(german.map { $0["target"] } == ["eqf:6", "eqf:6"])
    #expect(german[0]["relation"] == "same-reference-level")
    #expect(german[1]["repair"]?.contains("surplus zeros") == true)
    #expect(scottish[0]["targets"] == "0" && scottish[0]["relation"] == "belowScale")
    #expect(scottish[0]["remark"] != "" && scottish[0]["source"] != "")
  }

  @Test func aComparisonWithoutCommitmentIsSaidToBeOne() throws {
    let place = try Place()
    try place.write("level\n6\n", to: "in.csv")
    let result = try place.run("recode in.csv --column level --from ua-nqf --to eqf \(Self.day)")

    #expect(result.output.contains(",comparedTo,"))
    #expect(result.output.contains("a non-binding comparison"))
    #expect(result.errors.hasSuffix("only compared without commitment: 1\n"))
  }

  @Test func theReportCountsRowsAndNamesRepairsAndReasons() throws {
    let place = try Place()
    try place.write("id,isco\n1,5122\n2,110\n3,110\n4,9999\n5,\n", to: "in.csv")
    let result = try place.run("recode in.csv \(Self.isco)")

    #expect(result.status == 0)
    #expect(result.errors.contains("  2 × '110' → isco-88:0110 (lost zeros were restored"))
    #expect(result.errors.contains("  1 × '9999': '9999' is not a code of isco-88"))
    #expect(
      result.errors.hasSuffix(
        "rows in: 5, rows out: 11; repaired: 2, without a target: 2, with several targets: 3, only compared "
          + "without commitment: 0\n"))
  }

  @Test func oneARowIsRefusedWhereARowHasSeveralTargets() throws {
    let place = try Place()
    try place.write("isco\n2230\n7231\n2230\n", to: "in.csv")
    let refused = try place.run("recode in.csv --one-per-row --output out.csv \(Self.isco)")
    try place.write("level\n6\n7\n", to: "levels.csv")
    let done = try place.run(
      "recode levels.csv --one-per-row --column level --from DQR --to eqf \(Self.day)")

    #expect(refused.status == 3 && refused.output.isEmpty)
    #expect(refused.errors.contains("with several targets: 3; none was chosen"))
    #expect(
      !FileManager.default.fileExists(atPath: place.folder.appending(path: "out.csv").path))
    #expect(done.status == 0 && Self.cells(done.output).count == 3)
  }

  @Test func aSecondRecodingNamesItsColumnsApart() throws {
    let place = try Place()
    try place.write("isco;edu\n2230;3A\n", to: "in.csv")
    _ = try place.run("recode in.csv --output out.csv \(Self.isco)")
    let result = try place.run(
      "recode out.csv --column edu --from isced-1997 --to isced-2011 \(Self.day)")

    #expect(Self.cells(result.output, at: ";").first?.contains("edu target") == true)
  }

  @Test func numbersWithASignAndEmptyLinesStayAsTheyAre() throws {
    let place = try Place()
    try place.write("isco\n-9\n\n2230\n", to: "in.csv")
    let rows = Self.cells(try place.run("recode in.csv \(Self.isco)").output)

    #expect(rows[1][0] == "-9" && rows[2][0] == "" && rows[3][0] == "2230")
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}xl/worksheets", "the ZIP archive is damaged"),
    ("{\"isco\":\"2230\"}\n", "has no columns"), ("code,x\n2230,1\n", "needs the columns 'isco'"),
  ])
  func whatIsNoTableWithTheColumnIsRefused(text: String, words: String) throws {
    let place = try Place()
    try place.write(text, to: "in.csv")
    let result = try place.run("recode in.csv \(Self.isco)")

    #expect(result.status == 3 && result.errors.contains(words), "\(result.errors)")
  }

  @Test(arguments: [
    ("--from isco-99 --to isco-08", "isco-99"), ("--from isco-88 --to ISCO-88", "same framework"),
    ("--from isco-88 --to GB", "several frameworks"),
  ])
  func aFrameworkThatIsNoneIsWrongUsage(frameworks: String, words: String) throws {
    let place = try Place()
    try place.write("isco\n2230\n", to: "in.csv")
    let result = try place.run("recode in.csv --column isco \(frameworks)")

    #expect(result.status == 2 && result.errors.contains(words), "\(result.errors)")
  }

  /// A survey as it is: codes as numbers, three digits, blanks, missing values, ISCED of 1997.
  @Test(arguments: 1...2)
  func everyRowOfASurveyComesOutInItsOrder(seed: Int) throws {
    var dice = Dice(seed: seed)
    let codes = [
      "2230", "110", "7223.0", " 5122 ", "722", "7220", "72230", "", "9999", "-9", "1229",
    ]
    let levels = ["3A", "5A", "5", "2.0", "", "6"]
    let lines = (0..<2_000).map { number in
      let code = codes[Int.random(in: codes.indices, using: &dice)]
      return "\(number);\(code);\(levels[Int.random(in: levels.indices, using: &dice)])"
    }
    let place = try Place()
    try place.write("\u{FEFF}case;isco;edu\n" + lines.joined(separator: "\n"), to: "in.csv")
    _ = try place.run("recode in.csv --output jobs.csv \(Self.isco)")
    let result = try place.run(
      "recode jobs.csv --column edu --from isced-1997 --to isced-2011 \(Self.day)")
    let rows = Self.cells(result.output, at: ";").dropFirst()
    var inputs: [String] = []
    for row in rows where inputs.last != row.prefix(3).joined(separator: ";") {
      inputs.append(row.prefix(3).joined(separator: ";"))
    }

    #expect(inputs == lines)
    // Every row has a target, or says why it has none.
    #expect(rows.allSatisfy { ($0[4] == "") == ($0[9] == "0") && ($0[4] != "" || $0[12] != "") })
    #expect(rows.allSatisfy { $0.count == 23 })
  }

  @Test func equivalentsAnswersAFileByTheSameClerk() throws {
    let place = try Place()
    try place.write(
      "case,id,in\na,isco-88:2230,isco-08\nb,isco-88:110,isco-08\nc,ie-nqf:8,DE\nd,xx:1,DE\n",
      to: "in.csv")
    let result = try place.run("equivalents --batch in.csv \(Self.day)")
    let rows = Self.cells(result.output).dropFirst()

    #expect(result.status == 0)
    #expect(rows.count { $0[0] == "a" } == 6)
    #expect(rows.first { $0[0] == "b" }?.last?.contains("may mean more than one code") == true)
    #expect(rows.contains { $0[0] == "c" && $0[4] == "de-nqf:6" })
    #expect(rows.first { $0[0] == "d" }?[4] == "")
    #expect(result.errors.contains("in.csv:5:1: error: no framework"))
  }

  @Test func equivalentsInJSONLinesGivesTheAnswerOfASingleQuestion() throws {
    let place = try Place()
    try place.write("{\"id\":\"isco-88:2230\"}\n", to: "in.jsonl")
    let result = try place.run("equivalents --batch in.jsonl --in isco-08 \(Self.day)")
    let alone = try place.run("equivalents isco-88:2230 --in isco-08 --format json \(Self.day)")

    let line = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let single = try #require(
      JSONSerialization.jsonObject(with: Data(alone.output.utf8)) as? [String: Any])
    #expect(line["mappings"] as? NSArray == single["mappings"] as? NSArray)
    #expect(line["answer"] as? String == "correspondents")
  }

  @Test(arguments: ["equivalents --batch in.csv --resume --output out.csv", "equivalents"])
  func aQuestionThatIsNotWholeIsWrongUsage(call: String) throws {
    let place = try Place()
    #expect(try place.run(call).status == 2)
  }
}
