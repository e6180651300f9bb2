import PasserelleKit

/// Makes links of the rows of a set.
struct MappingReader {
  let columns: MappingColumns
  let prefixes: PrefixMap
  let metadata: SetMetadata
  let ends: MappingEnds
  let graph: GraphWriter
  /// What no link is made of.
  var passedOver = Tally()
  private var justifications: Set<Justification> = []

  init(
    columns: MappingColumns, prefixes: PrefixMap, metadata: SetMetadata, ends: MappingEnds,
    graph: GraphWriter
  ) {
    self.columns = columns
    self.prefixes = prefixes
    self.metadata = metadata
    self.ends = ends
    self.graph = graph
  }

  /// Reads a row: all that is wrong with it is reported, and what is right becomes a link.
  mutating func read(_ row: TableRow) throws(Diagnostic) {
    let remarks = try remarks(of: row)
    let subject = try end(row, columns.subject, type: columns.types.subject, named: "subject_id")
    let object = try end(row, columns.object, type: columns.types.object, named: "object_id")
    let relation = try relation(of: row)
    let source = try source(of: row)
    let confidence: Confidence?? = try graph.attempt { () throws(Diagnostic) in
      try row.value(columns.confidence)
    }
    let date: CalendarDate?? = try graph.attempt { () throws(Diagnostic) in
      try day(row, columns.date)
    }
    guard let remarks, let subject, let object, let relation, let source, let confidence, let date,
      var link = link(from: subject, relation, to: object, row)
    else { return }
    (link.source, link.confidence, link.date) = (source, confidence, date)
    // What was looked for is not in the relation, where nothing was found.
    let searched = link.relation == .noMatch ? row.text(columns.predicate) : nil
    let note = [searched.map { "predicate_id: \($0)" }, remarks.isEmpty ? nil : remarks]
      .compactMap(\.self).joined(separator: "; ")
    if !note.isEmpty { link.note = .english(note) }
    try graph.add(.link(link), at: row.position)
  }

  private mutating func relation(of row: TableRow) throws(Diagnostic) -> Relation? {
    guard let column = columns.predicate else { return nil }
    guard let text = row.text(column) else {
      graph.report(missing("predicate_id", at: row.position(column)))
      return nil
    }
    let isDenied = try graph.attempt { () throws(Diagnostic) in
      guard let modifier = columns.modifier, let word = row.text(modifier) else { return false }
      try Slot.ofMapping["predicate_modifier"]?.check(
        word, named: "predicate_modifier", prefixes, at: row.position(modifier))
      return true
    }
    guard let isDenied else { return nil }
    if let relation = Predicate.relation(text, isDenied: isDenied) { return relation }
    _ = try graph.attempt { () throws(Diagnostic) in
      _ = try prefixes.split(text, at: row.position(column))
      if let unknown = Predicate.misspelt(text, at: row.position(column)) { throw unknown }
      let what = isDenied ? "the denial of '\(text.printable)'" : "'\(text.printable)'"
      passedOver.count("a mapping by \(what), for which there is no relation", at: row.position)
    }
    return nil
  }

  /// The key of the document that a row rests on: one for each kind of justification, stated when it
  /// first comes.
  private mutating func source(of row: TableRow) throws(Diagnostic) -> String? {
    guard let column = columns.justification else { return nil }
    guard let text = row.text(column) else {
      graph.report(missing("mapping_justification", at: row.position(column)))
      return nil
    }
    guard let justification = Justification(text) else {
      return try graph.attempt { () throws(Diagnostic) in
        _ = try prefixes.split(text, at: row.position(column))
        graph.report(
          .warning(
            .unknownJustification, at: row.position(column),
            "'\(text.prefix(60).printable)' is not a justification that SSSOM knows",
            hint: "the mapping is then based on the set as a whole"))
        return metadata.document.key
      }
    }
    if justifications.insert(justification).inserted {
      try graph.add(.document(metadata.document(by: justification)), at: row.position)
    }
    return justification.rawValue
  }

  /// What a row says beside that, as a text; nothing where something in it is wrong.
  private func remarks(of row: TableRow) throws(Diagnostic) -> String? {
    var texts: [String] = []
    var isRight = true
    for (name, slot, column) in columns.remarks {
      guard let field = row.text(column) else { continue }
      let values = slot.values(of: field)
      let checked: Void? = try graph.attempt { () throws(Diagnostic) in
        for value in values {
          try slot.check(value, named: name, prefixes, at: row.position(column))
        }
      }
      if checked == nil { isRight = false }
      texts.append(name == "comment" ? field : "\(name): \(values.joined(separator: ", "))")
    }
    return isRight ? texts.joined(separator: "; ") : nil
  }

  private func day(
    _ row: TableRow, _ column: Table.Column?
  ) throws(Diagnostic) -> CalendarDate? {
    guard let column, let text = row.text(column) else { return nil }
    try Slot.ofMapping["mapping_date"]?.check(
      text, named: "mapping_date", prefixes, at: row.position(column))
    return CalendarDate(text)
  }

  func missing(_ slot: String, at position: SourcePosition) -> Diagnostic {
    .error(
      .missingSlot, at: position, "the mapping has no '\(slot)'",
      hint: "SSSOM requires it in every mapping")
  }
}
