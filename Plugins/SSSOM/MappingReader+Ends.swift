import PasserelleKit

// The subject and the object of a mapping.

extension MappingReader {
  enum End {
    case concept(Identifier)
    /// The set looked for a term and found none.
    case nothing
  }

  /// Whether the text stands for "no term": SSSOM's word, or the one that older sets have.
  static func isNothing(_ text: String) -> Bool {
    text == "sssom:NoTermFound" || text == "sssom:NoMapping"
  }

  mutating func end(
    _ row: TableRow, _ column: Table.Column?, type: Table.Column?, named name: String
  ) throws(Diagnostic) -> End? {
    guard let column else { return nil }
    guard let text = row.text(column) else {
      if row.text(type) == "rdfs literal" {
        passedOver.count("a mapping of a literal, which is not a concept", at: row.position)
      } else {
        graph.report(missing(name, at: row.position(column)))
      }
      return nil
    }
    if Self.isNothing(text) { return .nothing }
    return try graph.attempt { () throws(Diagnostic) in
      let (framework, rest) = try prefixes.split(text, at: row.position(column))
      guard let framework, let code = Code(String(rest)) else {
        throw .error(
          Code.diagnosticID, at: row.position(column),
          "'\(text.prefix(60).printable)' does not name a concept", hint: Code.hint)
      }
      return .concept(Identifier(framework, code))
    }
  }

  /// The link between two ends; where one is nothing, the other one's framework has no match there.
  mutating func link(
    from subject: End, _ relation: Relation, to object: End, _ row: TableRow
  ) -> Link? {
    switch (subject, object) {
    case (.concept(let from), .concept(let to)): return Link(from: from, relation, to: to)
    case (.concept(let from), .nothing):
      if let to = source(row, columns.sources.object) ?? metadata.sources.object ?? ends.objects {
        return Link(from: from, .noMatch, to: Identifier(to))
      }
    case (.nothing, .concept(let to)):
      if let from = source(row, columns.sources.subject) ?? metadata.sources.subject
        ?? ends.subjects
      {
        return Link(from: to, .noMatch, to: Identifier(from))
      }
    case (.nothing, .nothing): break
    }
    passedOver.count(
      "a statement that no term was found, which does not say where it was looked for",
      at: row.position)
    return nil
  }

  private func source(_ row: TableRow, _ column: Table.Column?) -> FrameworkName? {
    row.text(column).flatMap(prefixes.framework(ofSource:))
  }
}
