/// What recoding makes of a value, whichever rows it stands in.
package struct RecodedValue: Sendable {
  /// The value as the file has it.
  var value: String
  /// The code that it was understood as; empty if it was not.
  var understood = ""
  /// What was repaired to understand it.
  var repair = ""
  /// Why there is no target.
  var reason = ""
  /// How many targets there are.
  package var targets = 0
  /// Whether nothing but comparisons without commitment leads to the targets.
  var isOnlyCompared = false
  /// The cells that the answer adds as they are written, a record for each target, or one that says why
  /// there is none: a value stands in many rows.
  private(set) var records: [String] = []

  init(_ value: String, reason: String = "") {
    (self.value, self.reason) = (value, reason)
  }

  /// The records of a row that has the value, after its own fields.
  func records(after fields: String, at separator: UInt8) -> String {
    eachRecord(after: fields, at: separator).joined()
  }

  /// The records of a row that has the value, one by one.
  func eachRecord(
    after fields: String, at separator: UInt8 = CSVFields.separators[0]
  ) -> [String] {
    let start = fields + String(Character(Unicode.Scalar(separator)))
    return records.map { start + $0 }
  }

  mutating func write(_ rows: [[String]], at separator: UInt8) {
    records = rows.map { Table.record($0, at: separator) }
  }
}

/// What became of the rows of a file that was recoded.
package struct RecodeTally: Sendable, Equatable {
  /// How many rows came out.
  package var records = 0
  /// How many rows were repaired, had no target, and had several.
  package var (repaired, unmatched, several) = (0, 0, 0)
  /// How many rows have nothing but comparisons without commitment.
  package var onlyCompared = 0
  /// Each repair, and each reason, with the number of rows.
  package var (repairs, reasons) = ([String: Int](), [String: Int]())

  /// A file of nothing but different values must not fill the memory.
  private static let most = 1_000

  package init() {}

  mutating func count(_ value: RecodedValue) {
    records += value.records.count
    if !value.repair.isEmpty {
      repaired += 1
      Self.count(
        "'\(value.value.printable)' → \(value.understood) (\(value.repair))", in: &repairs)
    }
    if value.targets == 0 {
      unmatched += 1
      Self.count("'\(value.value.printable)': \(value.reason)", in: &reasons)
    }
    if value.targets > 1 { several += 1 }
    if value.isOnlyCompared { onlyCompared += 1 }
  }

  mutating func add(_ other: RecodeTally) {
    records += other.records
    repaired += other.repaired
    unmatched += other.unmatched
    several += other.several
    onlyCompared += other.onlyCompared
    for (key, count) in other.repairs { Self.count(key, count, in: &repairs) }
    for (key, count) in other.reasons { Self.count(key, count, in: &reasons) }
  }

  private static func count(_ key: String, _ number: Int = 1, in counts: inout [String: Int]) {
    guard counts[key] != nil || counts.count < most else { return }
    counts[key, default: 0] += number
  }
}
