import PasserelleKit

/// How a table says what its pairs have to do with each other: with the relations of the contract, in
/// words of its own, or once for all rows.
///
/// The head has `relation: requiresOptional` for all rows, or `relation: {E: requiresEssential}` for
/// the words of the column.
struct RelationWords {
  /// What all rows say, where no column says it.
  let constant: Relation?
  private let words: [String: Relation]
  private let column: Table.Column?

  init(_ head: SourceNode?, column: Table.Column?) throws(Diagnostic) {
    self.column = column
    guard let node = head?.child("relation") else {
      (constant, words) = (nil, [:])
      return
    }
    guard node.kind == .mapping else {
      (constant, words) = (try Self.relation(node.scalar(), at: node.position), [:])
      return
    }
    if column == nil {
      throw .error(
        .missingColumn, at: node.position, "no column says what these words are about",
        hint: "map it: 'columns: {relation: …}'")
    }
    var words: [String: Relation] = [:]
    for word in node.children {
      words[word.name.trimmed] = try Self.relation(word.scalar(), at: word.position)
    }
    (constant, self.words) = (nil, words)
  }

  /// What a row says; `nil` if it says nothing, and the rows show it.
  func relation(of row: TableRow) throws(Diagnostic) -> Relation? {
    guard let column, let text = row.text(column) else { return words[""] ?? constant }
    if let relation = words[text] { return relation }
    return try Self.relation(text, at: row.position(column))
  }

  /// What a table may say of two codes: that they match or do not, and what one is to the other.
  private static let known: [Relation] =
    Relation.matches + Relation.negatives
    + [
      .atLevel, .inField, .preparesFor, .attests, .awardedBy, .requiresEssential,
      .requiresOptional,
    ]

  private static func relation(
    _ text: String, at position: SourcePosition
  ) throws(Diagnostic) -> Relation {
    if let relation = Relation(text), known.contains(relation) { return relation }
    throw .error(
      Relation.diagnosticID, at: position,
      "'\(text.prefix(60).printable)' is not a relation that a table of pairs may state",
      hint: "write \(known.map { "'\($0.rawValue)'" }.joined(separator: ", ")); "
        + "or say what the word means: 'relation: {\(text.prefix(20).printable): …}'")
  }
}
