import PasserelleKit
import Synchronization
import Testing

/// What spreadsheets need to keep a code, and what they make of one without it.
struct SpreadsheetTests {
  @Test(arguments: [
    ("=\"0110\"", "0110"), ("\"=\"\"0110\"\"\"", "0110"), ("=\"600/1234/5\"", "600/1234/5"),
    ("'0110", "0110"), ("\"'0110\"", "0110"), ("'1-01", "1-01"), ("=\"\"", ""), ("=\"é\"", "é"),
  ])
  func aGuardIsNoPartOfTheText(field: String, text: String) throws {
    let (fields, told) = try read("a,b\n\(field),x\n")
    #expect(fields == [text, "x"])
    #expect(told.map(\.id) == ["mended"])
    #expect(told.first?.position.lineAndColumn == [2, 1])
  }

  @Test(arguments: [
    "=1+1", "=A1", "=\"a\"&\"b\"", "=T(\"0110\")", "'90s music", "''", "'", "=", "=\"", "5'",
    "x=\"1\"",
  ])
  func otherTextStaysAsItIs(field: String) throws {
    let (fields, told) = try read("a,b\nx,\(field)\n")
    #expect(fields == ["x", field])
    #expect(told == [])
  }

  @Test func guardsAreCountedOnceWithThePlaceOfTheFirst() throws {
    let (_, told) = try read("a,b\nx,y\nz,=\"1\"\n=\"2\",=\"3\"\n")
    #expect(told.map(\.summary.first) == ["c"])
    #expect(told.first?.summary.hasPrefix("corrected 3 times: ") == true)
    #expect(told.first?.position.lineAndColumn == [3, 3])
  }

  @Test func theHeaderMayHaveGuards() throws {
    let table = try SourcePart(name: "t.csv", text: "=\"a\",b\n1,2\n").table()
    #expect(table.header == ["a", "b"])
  }

  @Test func aGuardedFieldIsFoundWhereItStands() throws {
    let table = try SourcePart(name: "t.csv", text: "a,b\n=\"1\",\"=\"\"2\"\"\"\n").table()
    var places: [[Int]] = []
    try table.forEachRow { row throws(Diagnostic) in
      places = table.columns.map { row.position($0.column).lineAndColumn }
    }
    #expect(places == [[2, 1], [2, 6]])
  }

  @Test func twoAddressesNeverHaveOneCode() {
    let long = "https://example.org/" + String(repeating: "a", count: 200)
    let codes = [long + "1", long + "2", "https://example.org/1", "urn:uuid:1"].map {
      Code.ofAddress($0)
    }
    #expect(!codes.contains(nil) && Set(codes).count == 4)
    #expect(codes[2]?.description == "https://example.org/1")
    #expect(["1234", "a b", "", ":x"].allSatisfy { Code.ofAddress($0) == nil })
  }

  private func read(_ text: String) throws -> (fields: [String], told: [Diagnostic]) {
    let told = Told()
    let table = try SourcePart(name: "t.csv", text: text).table()
    var fields: [String] = []
    let graph = GraphWriter(emit: { _, _ in true }, report: { told.add($0) })
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      fields = table.columns.map { row[$0.column] }
    }
    return (fields, told.all)
  }
}

/// What was told, from any thread.
final class Told: Sendable {
  private let diagnostics = Mutex<[Diagnostic]>([])

  var all: [Diagnostic] { diagnostics.withLock { $0 } }

  func add(_ diagnostic: Diagnostic) { diagnostics.withLock { $0.append(diagnostic) } }
}
