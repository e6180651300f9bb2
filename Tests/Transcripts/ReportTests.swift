import Foundation
import Testing

/// Reports by group over a file of cases.
struct ReportTests {
  private static let call = "report in.csv --for IE --purpose study --as-of 2026-11-25"

  /// Cases of two groups: those with a certificate that is known, and those without.
  private static func place(separator: String = ",") throws -> Place {
    let place = try Place()
    let rows =
      (0..<12).map { "a\($0),Meister,DE,de-nqf:meister,female,\(20 + 2 * $0)" }
      + (0..<20).map { "b\($0),,,,male,\(20 + 2 * $0)" }
    try place.write(
      (["reference,title,country,id,Sex,age"] + rows).joined(separator: "\n")
        .replacing(",", with: separator), to: "in.csv")
    return place
  }

  @Test(arguments: [",", ";"])
  func sharesAreCountedByTheColumnsOfTheFile(separator: String) throws {
    let place = try Self.place(separator: separator)
    let result = try place.run("\(Self.call) --by sex --format csv")
    let lines = result.output.split(separator: "\r\n").map(String.init)

    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(lines.first == "by,group,thing,count,of cases,percent,note")
    #expect(lines.contains("sex,female,reference-level,12,12,100,"))
    #expect(lines.contains("sex,male,reference-level,0,20,0,"))
    #expect(lines.contains(",all cases,reference-level,12,32,38,"))
  }

  @Test func theTextKeepsToEightyColumns() throws {
    let place = try Self.place()
    for language in ["en", "fr", "es"] {
      let output = try place.run("\(Self.call) --by sex,age --bands age --language \(language)")
        .output
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(output.contains("12"))
    }
  }

  @Test func noCaseIsInAReport() throws {
    let place = try Self.place()
    for format in ["text", "csv", "json", "html"] {
      let output = try place.run("\(Self.call) --by reference,sex --format \(format)").output
      #expect(!output.isEmpty && !output.contains("a11") && !output.contains("Meister"))
    }
  }

  @Test func thePageHasAPictureAndTheSameNumbersInATable() throws {
    let place = try Self.place()
    let page = try place.run("\(Self.call) --by sex,age --bands age=30 --format html").output

    #expect(page.ranges(of: "<figure role=\"img\" aria-label=").count == 2)
    #expect(page.ranges(of: "<svg").count == 2)
    #expect(page.contains("<td>12 of 12 (100%)</td>"))
    #expect(page.contains("30+") && page.contains("&lt;30"))
  }

  @Test func rowsThatFailAreCountedApart() throws {
    let place = try Self.place()
    let rows = try place.read("in.csv") + "\nc,Meister,DE,de-nqf:nothing,female,30\n"
    try place.write(rows, to: "in.csv")
    let result = try place.run("\(Self.call) --by sex")

    #expect(result.status == 1)
    #expect(result.output.contains("could not be answered: 1"))
    #expect(result.errors.contains("in.csv:34:1: error: 'de-nqf:nothing'"))
  }

  @Test(arguments: [
    ("--by colour", 3, "needs the columns"), ("--by ,", 2, "name the columns"),
    ("--by sex --bands age", 2, "names no column of '--by'"),
    ("--by age --bands age=30,20", 2, "write them rising"), ("--by sex --threshold 1", 2, "from 3"),
  ])
  func whatCannotBeReportedIsSaid(options: String, status: Int32, words: String) throws {
    let place = try Self.place()
    let result = try place.run("\(Self.call) \(options)")

    #expect(result.status == status)
    #expect(result.errors.contains(words))
  }

  @Test func linesOfJSONHaveNoColumns() throws {
    let place = try Place()
    try place.write("{\"profile\":1,\"reference\":\"a\"}\n", to: "in.csv")
    let result = try place.run("\(Self.call) --by sex")

    #expect(result.status == 3)
    #expect(result.errors.contains("write the cases as CSV"))
  }
}
