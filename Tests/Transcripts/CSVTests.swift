import Foundation
import Testing

/// All CSV of the program has one line end, which strict readers insist on.
struct CSVTests {
  @Test(arguments: [
    "list ie-nqf --format csv", "search welder --format csv",
    "equivalents ie-nqf:8 --in de --format csv", "adapters list --format csv",
  ])
  func everyLineOfAnAnswerEndsAlike(call: String) throws {
    let place = try Place()
    let output = try place.run(call).output

    #expect(output.utf8.count > 2)
    #expect(Self.isUniform(output), "\(output.suffix(80))")
  }

  @Test func everyLineOfABatchAndOfABundleEndsAlike() throws {
    let place = try Place()
    try place.write("from,to\nie-nqf:8,de-nqf:6\nie-nqf:7,de-nqf:6\n", to: "in.csv")
    let answers = try place.run("compare --batch in.csv").output
    _ = try place.run("export ie-nqf --to csv --output bundle")
    let folder = place.folder.appending(path: "bundle")
    let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }

    #expect(Self.isUniform(answers))
    #expect(tables.count == 11)
    for table in tables {
      #expect(Self.isUniform(try place.read("bundle/\(table)")), "\(table)")
    }
  }

  /// Whether every record ends with CR LF; a line break within quotes ends none.
  private static func isUniform(_ text: String) -> Bool {
    var (isQuoted, last) = (false, UInt8(0))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted, last != 0x0D { return false }
      if last == 0x0D, !isQuoted, byte != 0x0A { return false }
      last = byte
    }
    return text.utf8.suffix(2).elementsEqual([0x0D, 0x0A])
  }
}
