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
  private var documents: MappingDocuments
  /// The lines of the links so far, by their hashes.
  private var lines: [Int: Int] = [:]

  init(
    columns: MappingColumns, prefixes: PrefixMap, metadata: SetMetadata, ends: MappingEnds,
    graph: GraphWriter
  ) {
    self.columns = columns
    self.prefixes = prefixes
    self.metadata = metadata
    self.ends = ends
    self.graph = graph
    documents = MappingDocuments(metadata)
  }

  /// Reads a row: all that is wrong with it is reported, and what is right becomes a link.
  mutating func read(_ row: TableRow) throws(Diagnostic) {
    let slots = try slots(of: row)
    let subject = try end(row, columns.subject, "subject", slots)
    let object = try end(row, columns.object, "object", slots)
    let relation = try relation(of: row)
    let justification = try justification(of: row)
    let confidence: Confidence?? = try graph.attempt { () throws(Diagnostic) in
      try row.value(columns.confidence)
    }
    guard var slots, let subject, let object, let relation, let justification, let confidence,
      let (made, isReversed) = link(from: subject, relation, to: object, slots, row)
    else { return }
    var link = made
    link.confidence = confidence
    link.justification = justification.known
    if link.justification == nil { slots["mapping_justification"] = [justification.text] }
    // What was looked for is not in the relation, if nothing was found.
    if link.relation == .noMatch { slots["predicate_id"] = [row.text(columns.predicate) ?? ""] }
    let source = try documents.key(of: slots, link.justification, at: row.position, into: graph)
    link.source = source
    link.take(isReversed ? slots.turned : slots)
    if let line = lines.updateValue(row.position.line, forKey: link.hashValue) {
      graph.report(
        .warning(
          .duplicatePair, at: row.position,
          "this mapping of '\(link.from)' to '\(link.to)' is a repetition; it is read once",
          hint: "the first is on line \(line)"))
      return
    }
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
      _ = try Slot.ofMapping["predicate_modifier"]?.value(
        word, named: "predicate_modifier", prefixes, at: row.position(modifier))
      return true
    }
    guard let isDenied else { return nil }
    if let relation = Predicate.relation(text, isDenied: isDenied) { return relation }
    _ = try graph.attempt { () throws(Diagnostic) in
      guard try prefixes.reference(text, at: row.position(column)) != nil else { return }
      if let unknown = Predicate.misspelt(text, at: row.position(column)) { throw unknown }
      let what = isDenied ? "the denial of '\(text.printable)'" : "'\(text.printable)'"
      passedOver.count("a mapping by \(what), for which there is no relation", at: row.position)
    }
    return nil
  }

  /// The justification of a row, and the address of one that is not known.
  private func justification(
    of row: TableRow
  ) throws(Diagnostic) -> (text: String, known: Justification?)? {
    guard let column = columns.justification else { return nil }
    guard let text = row.text(column) else {
      graph.report(missing("mapping_justification", at: row.position(column)))
      return nil
    }
    let term = text.hasPrefix("semapv:") ? text.dropFirst("semapv:".count) : ""
    if let known = Justification(term: String(term)) { return (text, known) }
    let reference = try graph.attempt { () throws(Diagnostic) in
      try prefixes.reference(text, at: row.position(column))
    }
    guard let reference, let reference else { return nil }
    graph.report(
      .warning(
        .unknownJustification, at: row.position(column),
        "'\(text.prefix(60).printable)' is not a justification that SSSOM knows",
        hint: "it is kept as it is, and the mapping is based on the set as a whole"))
    return (reference.address ?? text, nil)
  }

  /// What a row says in all other slots, or the set says for it; `nil` if something in it is wrong.
  private func slots(of row: TableRow) throws(Diagnostic) -> [String: [String]]? {
    var slots = metadata.common
    var isRight = true
    for (name, slot, column) in columns.others {
      guard let field = row.text(column) else { continue }
      let values = try graph.attempt { () throws(Diagnostic) in
        var values: [String] = []
        for value in slot.values(of: field) {
          guard
            let value = try slot.value(value, named: name, prefixes, at: row.position(column))
          else { return [String]?.none }
          values.append(value)
        }
        return values
      }
      if let values, let values { slots[name] = values } else { isRight = false }
    }
    return isRight ? slots : nil
  }

  func missing(_ slot: String, at position: SourcePosition) -> Diagnostic {
    .error(
      .missingSlot, at: position, "the mapping has no '\(slot)'",
      hint: "SSSOM requires it in every mapping")
  }
}
