internal import PasserelleAnswers

extension Console {
  /// How many repairs, and how many reasons, are listed.
  private static let most = 20

  /// Tells what became of the rows of a table.
  static func report(_ tally: RecodeTally, of rows: Int) {
    guard tally.records > 0 else { return }
    list("repaired", tally.repairs)
    list("without a target", tally.reasons)
    error(
      "rows in: \(rows), rows out: \(tally.records); repaired: \(tally.repaired), "
        + "without a target: \(tally.unmatched), with several targets: \(tally.several), "
        + "only compared without commitment: \(tally.onlyCompared)")
  }

  /// Lists values with the number of their rows, the most frequent first.
  private static func list(_ heading: String, _ counts: [String: Int]) {
    guard !counts.isEmpty else { return }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    lines(["\(heading):"])
    lines(sorted.prefix(most).map { "  \($0.value) × \($0.key.printable)" })
    if sorted.count > most { lines(["  other values: \(sorted.count - most)"]) }
  }
}
