import PasserelleKit

// The subject and the object of a mapping.

extension MappingReader {
  enum End {
    /// A concept, and its address if the set states one.
    case concept(Identifier, address: String?)
    /// The set looked for a term and found none.
    case nothing
  }

  /// Whether the text stands for "no term": SSSOM's word, or the one that older sets have.
  static func isNothing(_ text: String) -> Bool {
    text == "sssom:NoTermFound" || text == "sssom:NoMapping"
  }

  mutating func end(
    _ row: TableRow, _ column: Table.Column?, _ side: String, _ slots: [String: [String]]?
  ) throws(Diagnostic) -> End? {
    guard let column else { return nil }
    let (name, type) = ("\(side)_id", slots?["\(side)_type"]?.first)
    guard let text = row.text(column) else {
      if type == "rdfs literal" {
        passedOver.count("a mapping of a literal, which is not a concept", at: row.position)
      } else {
        graph.report(missing(name, at: row.position(column)))
      }
      return nil
    }
    if Self.isNothing(text) { return .nothing }
    return try graph.attempt { () throws(Diagnostic) -> End? in
      guard let reference = try prefixes.reference(text, at: row.position(column)) else {
        return nil
      }
      let framework = reference.framework(from: slots?["\(side)_source"]?.first)
      guard let framework, let code = reference.code else {
        throw .error(
          Code.diagnosticID, at: row.position(column),
          "'\(text.prefix(60).printable)' does not name a concept", hint: Code.hint)
      }
      return .concept(
        Identifier(framework, code), address: reference.isOwn ? nil : reference.address)
    } ?? nil
  }

  /// The link between two ends; if nothing was found for one of them, it has no match in the framework
  /// that was searched.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - relation: The relation of the predicate.
  ///   - object: The object.
  ///   - slots: What else the row says.
  ///   - row: The row.
  /// - Returns: The link, and whether its subject is the row's object; `nil` if it cannot be made.
  mutating func link(
    from subject: End, _ relation: Relation, to object: End, _ slots: [String: [String]],
    _ row: TableRow
  ) -> (link: Link, isReversed: Bool)? {
    func noMatch(_ id: Identifier, _ address: String?, in framework: FrameworkName) -> Link {
      var link = Link(from: id, .noMatch, to: Identifier(framework))
      link.fromURI = address
      return link
    }
    switch (subject, object) {
    case (.concept(let from, let fromURI), .concept(let to, let toURI)):
      var link = Link(from: from, relation, to: to)
      (link.fromURI, link.toURI) = (fromURI, toURI)
      return (link, false)
    case (.concept(let from, let address), .nothing):
      if let to = searched(slots["object_source"], ends.objects) {
        return (noMatch(from, address, in: to), false)
      }
    case (.nothing, .concept(let to, let address)):
      if let from = searched(slots["subject_source"], ends.subjects) {
        return (noMatch(to, address, in: from), true)
      }
    case (.nothing, .nothing): break
    }
    passedOver.count(
      "a statement that no term was found, which does not say where it was looked for",
      at: row.position)
    return nil
  }

  /// The framework in which nothing was found: the one that the mapping names, or the only one on that
  /// side of the set.
  private func searched(
    _ source: [String]?, _ frameworks: Set<FrameworkName>
  ) -> FrameworkName? {
    source?.lazy.compactMap { self.metadata.framework(ofSource: $0, among: frameworks) }.first
      ?? frameworks.only
  }
}
