import PasserelleKit

/// One row of a correspondence table.
struct Pair {
  let from: Identifier
  let to: Identifier
  let comment: String?
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
    var (mended, passedOver) = (Tally(of: "corrected", as: .mended), Tally())
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      for column in [columns.from.code, columns.to.code] {
        guard let text = row.text(column), columns.empty.contains(text) else { continue }
        passedOver.count("a row with '\(text.printable)' for a code", at: row.position(column))
        return
      }
      for column in [columns.from.code, columns.to.code] where row.hasStraySpace(column) {
        mended.count(TableRow.straySpace, at: row.position(column))
      }
      let pair = try Pair(row, columns)
      if let line = lines.updateValue(row.position.line, forKey: pair.key) {
        graph.report(
          .error(
            .duplicatePair, at: row.position,
            "'\(pair.from)' and '\(pair.to)' appear twice", hint: "the first is on line \(line)"
          ))
        return
      }
      counts[pair.from, default: 0] += 1
      counts[pair.to, default: 0] += 1
      pairs.append(pair)
    }
    mended.report(to: graph)
    passedOver.report(to: graph)
    for index in pairs.indices {
      pairs[index].isOnlyFrom = counts[pairs[index].from] == 1
      pairs[index].isOnlyTo = counts[pairs[index].to] == 1
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

  private var key: Key { Key(from: from, to: to, stated: stated) }

  private init(_ row: TableRow, _ columns: CorrespondenceColumns) throws(Diagnostic) {
    from = Identifier(columns.from.framework, try row.require(columns.from.code))
    to = Identifier(columns.to.framework, try row.require(columns.to.code))
    comment = row.text(columns.comment)
    source = row.text(columns.source).flatMap { key in
      columns.source.map { (key, row.position($0)) }
    }
    position = row.position(columns.from.code)
    confidence = try row.value(columns.confidence)
    stated = try Self.relation(row, columns.relation)
    markedFrom = row.text(columns.from.part) != nil
    markedTo = row.text(columns.to.part) != nil
  }

  /// What a table may say of two codes: a match, that there is none, or that an occupation stands at
  /// a level.
  private static let relations = Relation.matches + Relation.negatives + [.atLevel]

  private static func relation(
    _ row: TableRow, _ column: Table.Column?
  ) throws(Diagnostic) -> Relation? {
    guard let column, let text = row.text(column) else { return nil }
    guard let relation = Relation(text), relations.contains(relation) else {
      throw .error(
        Relation.diagnosticID, at: row.position(column),
        "'\(text.prefix(60).printable)' is not a relation of a correspondence",
        hint: "write \(relations.map { "'\($0.rawValue)'" }.joined(separator: ", "))")
    }
    return relation
  }
}
