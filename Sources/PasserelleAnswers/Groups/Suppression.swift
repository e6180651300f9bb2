/// Decides which counts of a report are not shown, so that it says nothing of single persons.
///
/// A group of fewer cases than the threshold is put together with others. Of a group that is shown, a
/// count is hidden if fewer cases than the threshold have the thing, or fewer have it not; none at all is
/// shown. Then further counts are hidden until no hidden one can be worked out: from the total of its
/// column, or from the others of its row, of which each case that has none is in the last.
struct Suppression {
  typealias Counts = GroupTally.Counts

  /// How many cases there must be.
  let threshold: Int

  // MARK: - Groups

  /// Groups of which each has enough cases; those that had not are put together, at the end.
  ///
  /// - Returns: The groups; nothing if all cases together are too few.
  func pooled(_ groups: [GroupTally.Group]) -> (groups: [GroupTally.Group], rest: Counts?) {
    var kept = groups.filter { $0.counts.cases >= threshold }
    let small = groups.filter { $0.counts.cases < threshold }
    guard !small.isEmpty else { return (kept, nil) }
    var rest = small.reduce(Counts()) { $0 + $1.counts }
    // One small group alone could be worked out from the total.
    while rest.cases < threshold {
      guard let least = kept.indices.min(by: { kept[$0].counts.cases < kept[$1].counts.cases })
      else { break }
      rest = rest + kept.remove(at: least).counts
    }
    return (kept, rest.cases < threshold ? nil : rest)
  }

  // MARK: - Counts

  /// Which counts of the total are hidden.
  func hidden(inTotal total: Counts) -> [Bool] {
    var hidden = unsafe(total)
    while let other = cover(for: total, hidden) { hidden[other] = true }
    return hidden
  }

  /// Which counts of each group are hidden.
  ///
  /// - Parameters:
  ///   - groups: The groups of one column of the file; each case is in one of them.
  ///   - above: Which counts of the total are hidden.
  /// - Returns: For each group, whether each count is hidden.
  func hidden(in groups: [Counts], under above: [Bool]) -> [[Bool]] {
    let rows = [groups.reduce(Counts()) { $0 + $1 }] + groups
    var hidden = [above] + groups.map(unsafe)
    while let (row, column) = next(in: rows, hidden) { hidden[row][column] = true }
    return Array(hidden.dropFirst())
  }

  /// The count that is to be hidden next; `nil` if none that is hidden can be worked out.
  private func next(in rows: [Counts], _ hidden: [[Bool]]) -> (row: Int, column: Int)? {
    for row in rows.indices.dropFirst() {
      if let column = cover(for: rows[row], hidden[row]) { return (row, column) }
    }
    let ranges = CountRanges(rows, hidden)
    let columns = KnownThing.allCases.indices
    for column in columns {
      if !isCovered(column, in: rows, hidden, ranges), let row = least(column, rows, hidden) {
        return (row, column)
      }
    }
    // What is small must not be known in any other way; what was hidden for its sake only may be.
    for (row, counts) in rows.enumerated() {
      let small = zip(columns, unsafe(counts)).filter(\.1).map(\.0)
      guard let known = small.first(where: { ranges.isKnown(row, $0) }) else { continue }
      for column in [known] + columns {
        if let row = least(column, rows, hidden) { return (row, column) }
      }
    }
    return nil
  }

  private func unsafe(_ counts: Counts) -> [Bool] {
    counts.having.map { count in
      [count, counts.cases - count].contains { $0 > 0 && $0 < threshold }
    }
  }

  /// What must be hidden too in a row, for otherwise something hidden could be worked out.
  private func cover(for row: Counts, _ hidden: [Bool]) -> Int? {
    guard row.having.indices.contains(where: { hidden[$0] && isImplied($0, in: row, hidden) })
    else { return nil }
    // First whether there is nothing, on which all else bears; then what is least.
    let last = row.having.count - 1
    return row.having.indices.filter { !hidden[$0] }
      .min { ($0 == last ? -1 : row.having[$0]) < ($1 == last ? -1 : row.having[$1]) }
  }

  /// Whether a count that is hidden follows from those of its row that are shown.
  private func isImplied(_ index: Int, in row: Counts, _ hidden: [Bool]) -> Bool {
    func most(_ index: Int) -> Int { hidden[index] ? row.cases : row.having[index] }
    func least(_ index: Int) -> Int { hidden[index] ? 0 : row.having[index] }
    let last = row.having.count - 1
    let others = (0..<last).filter { $0 != index }
    let atMost = row.cases - (index == last ? others.map(least).max() ?? 0 : least(last))
    let atLeast =
      row.cases - others.map(most).reduce(0, +) - (index == last ? 0 : most(last))
    return max(0, atLeast) >= atMost
  }

  /// Whether the hidden counts of a column cover each other: they are several, and neither those who have
  /// the thing nor those who have it not are few.
  private func isCovered(
    _ column: Int, in rows: [Counts], _ hidden: [[Bool]], _ ranges: CountRanges
  ) -> Bool {
    let gaps = rows.indices.dropFirst().filter { hidden[$0][column] }
    let isTotalHidden = hidden[0][column]
    guard !gaps.isEmpty || isTotalHidden else { return true }
    let open = gaps.filter { !ranges.isKnown($0, column) }
    guard !isTotalHidden else { return !open.isEmpty }
    let having = open.map { rows[$0].having[column] }.reduce(0, +)
    let lacking = open.map { rows[$0].cases - rows[$0].having[column] }.reduce(0, +)
    return open.count > 1 && having >= threshold && lacking >= threshold
  }

  /// The group whose count in a column costs least to hide: one that some of its cases have, and not all.
  private func least(_ column: Int, _ rows: [Counts], _ hidden: [[Bool]]) -> Int? {
    func cost(_ row: Int) -> (Int, Int) {
      let (count, cases) = (rows[row].having[column], rows[row].cases)
      return (count == 0 || count == cases ? 1 : 0, cases)
    }
    return rows.indices.dropFirst().filter { !hidden[$0][column] }.min { cost($0) < cost($1) }
  }
}
