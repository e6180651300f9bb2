import PasserelleKit

/// One row of a correspondence table.
struct Pair {
  let from: PairEnd
  let to: PairEnd
  /// What the row says besides: its score, and a comment.
  let note: LocalizedText
  /// The source that the row names, where it names one.
  let source: (key: String, position: SourcePosition)?
  let position: SourcePosition
  /// How sure the table is of the row, where it says so.
  let confidence: Confidence?
  /// What the table itself says.
  private let stated: Relation?
  private let markedFrom: Bool
  private let markedTo: Bool
  /// Whether the code stands in one row alone.
  private var isOnlyFrom = false
  private var isOnlyTo = false

  /// How the first code stands to the second: as the table says, or else as its rows show.
  ///
  /// A code is meant as a whole where no mark says otherwise and no other row has it. Two wholes
  /// match; a whole inside a part has a broader match; a part around a whole, a narrower one; two
  /// parts overlap, and overlapping is never sameness.
  var relation: Relation {
    if let stated { return stated }
    let (isWholeFrom, isWholeTo) = (!markedFrom && isOnlyFrom, !markedTo && isOnlyTo)
    return switch (isWholeFrom, isWholeTo) {
    case (true, true): .exactMatch
    case (true, false): .broadMatch
    case (false, true): .narrowMatch
    case (false, false): .overlaps
    }
  }

  /// Reads the pairs of a table.
  ///
  /// A pair that stands there twice is reported.
  static func all(
    in table: Table, _ columns: CorrespondenceColumns, graph: GraphWriter
  ) throws(Diagnostic) -> [Pair] {
    var pairs: [Pair] = []
    var lines: [Key: Int] = [:]
    var counts: [Identifier: Int] = [:]
    var passedOver = Tally()
    var from = SideReader(columns.from, marks: columns.marks)
    var to = SideReader(columns.to, marks: columns.marks)
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      if let empty = from.emptyValue(in: row, columns.empty)
        ?? to.emptyValue(in: row, columns.empty)
      {
        passedOver.count("a row with '\(empty.text.printable)' for a code", at: empty.at)
        return
      }
      let pair = try Pair(try from.end(in: row), try to.end(in: row), row, columns)
      if let line = lines.updateValue(row.position.line, forKey: pair.key) {
        graph.report(
          .error(
            .duplicatePair, at: row.position,
            "'\(pair.from.id)' and '\(pair.to.id)' appear twice",
            hint: "the first is on line \(line); if a column says what is different, "
              + "choose rows by it: 'only: {Column: value}'"))
        return
      }
      counts[pair.from.id, default: 0] += 1
      counts[pair.to.id, default: 0] += 1
      pairs.append(pair)
    }
    from.report(with: to, to: graph)
    passedOver.report(to: graph)
    for index in pairs.indices {
      pairs[index].isOnlyFrom = counts[pairs[index].from.id] == 1
      pairs[index].isOnlyTo = counts[pairs[index].to.id] == 1
    }
    return pairs
  }

  /// What makes two rows one: a table may well say two things of a pair, which 'contradictions' looks
  /// at.
  private struct Key: Hashable {
    var from: Identifier
    var to: Identifier
    var stated: Relation?
  }

  private var key: Key { Key(from: from.id, to: to.id, stated: stated) }

  private init(
    _ from: PairEnd, _ to: PairEnd, _ row: TableRow, _ columns: CorrespondenceColumns
  ) throws(Diagnostic) {
    (self.from, self.to) = (from, to)
    source = row.text(columns.source).flatMap { key in
      columns.source.map { (key, row.position($0)) }
    }
    position = row.position
    confidence = try row.value(columns.confidence)
    stated = try columns.relation.relation(of: row)
    markedFrom = row.text(columns.from.part) != nil
    markedTo = row.text(columns.to.part) != nil
    var note = row.text(columns.comment).map { .english($0) } ?? LocalizedText()
    if let score = columns.score?.note(of: row) { note.join(.english(score)) }
    note.join(from.meaning)
    note.join(to.meaning)
    self.note = note
  }
}
