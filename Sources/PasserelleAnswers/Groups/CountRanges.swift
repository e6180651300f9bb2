/// What a reader can work out of the counts of a table: how small and how large each hidden one may be.
///
/// The first row is the total. Columns add up; and a case that has none of the things is in the last column of
/// its row, and in no other.
struct CountRanges {
  typealias Counts = GroupTally.Counts

  private var low: [[Int]]
  private var high: [[Int]]

  /// Narrows all counts as far as the sums allow.
  init(_ rows: [Counts], _ hidden: [[Bool]]) {
    low = zip(rows, hidden).map { row, hidden in zip(row.having, hidden).map { $1 ? 0 : $0 } }
    high = zip(rows, hidden).map { row, hidden in
      zip(row.having, hidden).map { $1 ? row.cases : $0 }
    }
    var before: [[Int]] = []
    while before != low + high {
      before = low + high
      for (index, row) in rows.enumerated() { narrow(row: index, of: row.cases) }
      for column in KnownThing.allCases.indices { narrow(column: column) }
    }
  }

  /// Whether there is but one count that it can be.
  func isKnown(_ row: Int, _ column: Int) -> Bool { low[row][column] >= high[row][column] }

  private mutating func narrow(row: Int, of cases: Int) {
    let last = KnownThing.allCases.count - 1
    for index in 0...last {
      let others = (0..<last).filter { $0 != index }
      let most = others.map { high[row][$0] }.reduce(0, +)
      let (atLeast, atMost) =
        index == last
        ? (cases - most, cases - (others.map { low[row][$0] }.max() ?? 0))
        : (cases - most - high[row][last], cases - low[row][last])
      narrow(row, index, to: atLeast, atMost)
    }
  }

  private mutating func narrow(column: Int) {
    var (least, most) = (low.dropFirst().sum(column), high.dropFirst().sum(column))
    narrow(0, column, to: least, most)
    for row in low.indices.dropFirst() {
      let (othersLeast, othersMost) = (least - low[row][column], most - high[row][column])
      narrow(row, column, to: low[0][column] - othersMost, high[0][column] - othersLeast)
      (least, most) = (othersLeast + low[row][column], othersMost + high[row][column])
    }
  }

  private mutating func narrow(_ row: Int, _ column: Int, to least: Int, _ most: Int) {
    low[row][column] = max(low[row][column], least)
    high[row][column] = min(high[row][column], most)
  }
}

extension Sequence<[Int]> {
  fileprivate func sum(_ column: Int) -> Int { reduce(0) { $0 + $1[column] } }
}
