package import PasserelleModel

extension ImportTransaction {
  /// Writes a statement without making values of it, where it is one that need not be looked at twice:
  /// a concept, a link or a note with the fields that nearly all have, each as it must be.
  ///
  /// - Parameters:
  ///   - statement: The statement, as the adapter handed it over.
  ///   - name: Names the file of a part.
  /// - Returns: Whether it was written; if not, nothing has been said of it yet.
  /// - Throws: The database's errors; a statement that is wrong is only not written.
  package func addPlain(_ statement: PlainStatement, naming name: (Int) -> String) throws -> Bool {
    guard let publication = current, !isPassingOver else { return false }
    isSettled = false
    let isWritten =
      if statement.kind == "link" {
        try addLink(statement, to: publication, naming: name)
      } else if statement.kind == "concept" {
        try addConcept(statement, to: publication, naming: name)
      } else if statement.kind == "note" {
        try addNote(statement, to: publication, naming: name)
      } else {
        false
      }
    if isWritten { try bulk.count(&nodes) }
    return isWritten
  }

  private func addLink(
    _ statement: PlainStatement, to publication: Publication, naming name: (Int) -> String
  ) throws -> Bool {
    var (from, relation, to, source, confidence): (Text?, Text?, Text?, Text?, Text?)
    var (fromURI, toURI, justification, belief): (Text?, Text?, Text?, UInt64?)
    for index in 0..<statement.count {
      guard let field = statement.field(index), field.language.isEmpty else { return false }
      if field.name == "from", from == nil {
        from = field.value
      } else if field.name == "relation", relation == nil {
        relation = field.value
      } else if field.name == "to", to == nil {
        to = field.value
      } else if field.name == "source", source == nil {
        source = field.value
      } else if field.name == "confidence", confidence == nil,
        Confidence(String(decoding: field.value, as: UTF8.self)) != nil
      {
        confidence = field.value
      } else if field.name == "from-uri", fromURI == nil, !field.value.isEmpty {
        fromURI = field.value
      } else if field.name == "to-uri", toURI == nil, !field.value.isEmpty {
        toURI = field.value
      } else if field.name == "justification", justification == nil {
        (justification, belief) = (field.value, plain.belief(by: field.value))
        guard belief != nil else { return false }
      } else {
        return false
      }
    }
    guard let from, let relation, let to, let source,
      let relation = plain.relation(relation), let document = publication.document(source),
      let subject = try nodes.node(from),
      let object = try nodes.node(to), subject != object
    else { return false }
    let (row, at) = (plain.link, plain.linkParameters)
    row.bind(publication.id, at: at.publication)
    row.bind(subject, at: at.subject)
    row.bind(constant: relation.text, at: at.relation)
    row.bind(object, at: at.object)
    row.bind(document, at: at.document)
    row.bind(try part(statement.part, naming: name), at: at.part)
    row.bind(statement.line, at: at.line)
    row.bind(statement.column, at: at.column)
    row.bind(confidence, orNothingAt: at.confidence)
    row.bind(fromURI, orNothingAt: at.fromURI)
    row.bind(toURI, orNothingAt: at.toURI)
    row.bind(justification, orNothingAt: at.justification)
    try row.run()
    var hash = StatementHash(
      linking: subject, by: relation.number, to: object, in: publication.id, restingOn: document)
    if let confidence { hash.mix(confidence) }
    if let belief { hash.mix(belief) }
    repeats.take(link: hash, from: subject)
    return true
  }

  private func addConcept(
    _ statement: PlainStatement, to publication: Publication, naming name: (Int) -> String
  ) throws -> Bool {
    var (id, kind, tier, uri, source): (Text?, Text?, Text?, Text?, Text?)
    // A bit for each language that has a title: the second title of one goes the long way.
    var titled: UInt64 = 0
    for index in 0..<statement.count {
      guard let field = statement.field(index) else { return false }
      if field.name == "title" || field.name == "alternative" {
        guard let language = plain.language(field.language) else { return false }
        guard field.name == "title" else { continue }
        guard language < 64, titled & (1 << UInt64(language)) == 0 else { return false }
        titled |= 1 << UInt64(language)
        continue
      }
      guard field.language.isEmpty else { return false }
      if field.name == "id", id == nil {
        id = field.value
      } else if field.name == "kind", kind == nil {
        kind = field.value
      } else if field.name == "tier", tier == nil {
        tier = field.value
      } else if field.name == "uri", uri == nil {
        uri = field.value
      } else if field.name == "source", source == nil {
        source = field.value
      } else {
        return false
      }
    }
    guard titled != 0, let id, let kind, let source, plain.isKind(kind),
      id.starts(with: publication.prefix), let document = publication.document(source),
      let node = try nodes.node(id)
    else { return false }
    let (row, at) = (plain.concept, plain.conceptParameters)
    row.bind(node, at: at.node)
    row.bind(publication.id, at: at.publication)
    row.bind(publication.nextPosition, at: at.position)
    row.bind(kind, at: at.kind)
    row.bind(tier, orNothingAt: at.tier)
    row.bind(uri, orNothingAt: at.uri)
    row.bind(document, at: at.document)
    row.bind(try part(statement.part, naming: name), at: at.part)
    row.bind(statement.line, at: at.line)
    row.bind(statement.column, at: at.column)
    guard try row.run() else { return false }
    publication.nextPosition += 1
    nodes.describe(node)
    try addLabels(of: statement, to: node, publication)
    return true
  }

  private func addLabels(
    of statement: PlainStatement, to node: Int64, _ publication: Publication
  ) throws {
    var (titles, alternatives) = (0, 0)
    for index in 0..<statement.count {
      guard let field = statement.field(index) else { continue }
      let isTitle = field.name == "title"
      guard isTitle || field.name == "alternative" else { continue }
      try labels.add(
        field.value, in: field.language, isTitle ? .title : .alternative,
        isTitle ? titles : alternatives, of: node, publication: publication.id)
      if isTitle { titles += 1 } else { alternatives += 1 }
      try bulk.count(&nodes)
    }
  }

  private func addNote(
    _ statement: PlainStatement, to publication: Publication, naming name: (Int) -> String
  ) throws -> Bool {
    var (about, text, language, source, background): (Text?, Text?, Text?, Text?, Text?)
    for index in 0..<statement.count {
      guard let field = statement.field(index) else { return false }
      if field.name == "text", text == nil, plain.language(field.language) != nil {
        (text, language) = (field.value, field.language)
      } else if field.name == "about", about == nil, field.language.isEmpty {
        about = field.value
      } else if field.name == "source", source == nil, field.language.isEmpty {
        source = field.value
      } else if field.name == "background", background == nil, field.value == "true" {
        background = field.value
      } else {
        return false
      }
    }
    guard let about, let text, let language, let source,
      let document = publication.document(source), let node = try nodes.node(about)
    else { return false }
    let (row, at) = (plain.note, plain.noteParameters)
    row.bind(publication.id, at: at.publication)
    row.bind(node, at: at.node)
    row.bind(document, at: at.document)
    row.bind(try part(statement.part, naming: name), at: at.part)
    row.bind(statement.line, at: at.line)
    row.bind(statement.column, at: at.column)
    row.bind(background == nil ? 0 : 1, at: at.isBackground)
    try row.run()
    var hash = StatementHash(
      noting: node, in: publication.id, restingOn: document, isBackground: background != nil)
    hash.mix(language)
    hash.mix(text)
    repeats.take(note: hash, about: node)
    let word = plain.noteWord
    word.bind(row.rowID, at: 1)
    word.bind(0, at: 2)
    word.bind(language, at: 3)
    word.bind(text, at: 4)
    try word.run()
    return true
  }
}

private typealias Text = PlainStatement.Text
