import PasserelleStore
import Testing

/// Rows that are counted so that parts add up, whatever their order.
struct RowSumTests {
  private let rows = ["a", "b", "", "a", "é"]

  private func sum(_ rows: [String]) -> RowSum {
    rows.reduce(into: RowSum()) { $0.add($1.utf8) }
  }

  @Test func partsAddUpInAnyOrder() {
    var parts = sum(Array(rows.suffix(2).reversed()))
    parts += sum(Array(rows.prefix(3)))

    #expect(parts == sum(rows))
    #expect(parts.rows == 5)
  }

  @Test func aRowThatIsLostDoubledOrChangedMakesAnotherSum() {
    for other in [rows.dropLast(), rows + ["a"], ["b"] + rows.dropFirst()] {
      #expect(sum(Array(other)).digest != sum(rows).digest)
    }
  }

  /// As Python's integers add up.
  @Test func theSumIsThatOfTheHashesModuloTwoToThe256th() {
    #expect(
      sum(["a", "b", "c", "d", "e"]).digest
        == "8f5e8f1afaf0adb2b6db6052011806ff528df6eb461629c9d9a9f66826de9fec")
    #expect(RowSum().digest == String(repeating: "0", count: 64))
  }

  @Test func aLineEndIsNoPartOfARow() {
    var records = RowSum()
    for record in ["a\r\n", "b\n", "", "a", "é\n"] { records.add(record: record) }

    #expect(records == sum(rows))
  }

  @Test func itIsReadAsItIsWritten() {
    let sum = sum(rows)

    #expect(RowSum(rows: sum.rows, digest: sum.digest) == sum)
    for text in ["", "0", String(repeating: "g", count: 64), "+" + sum.digest.dropFirst()] {
      #expect(RowSum(rows: 1, digest: text) == nil)
    }
  }
}
