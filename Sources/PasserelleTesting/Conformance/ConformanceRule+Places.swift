import PasserelleKit

extension ConformanceRule {
  /// Every statement and diagnostic stands at a place that the source has.
  public static let knowsWhereItRead = ConformanceRule("knows where it read") { trial in
    let texts = trial.sample.files.map(PlacedText.init)
    return
      (trial.reading.statements.map(\.position) + trial.reading.diagnostics.map(\.position))
      .compactMap { position in
        let isThere =
          texts.indices.contains(position.part)
          && texts[position.part].name == position.file && texts[position.part].has(position)
        return isThere ? nil : "there is no place \(position) in the sample"
      }
  }

  /// A place leads to the text that it is said of: what starts there has something of the statement in it.
  ///
  /// What starts at a place is an XML element, a JSON value, a block of YAML, or else the line. A concept's
  /// must have its code, a title or its URI in it, a link's one of its ends, a note's its text. A statement
  /// of which the source has nothing word for word, as one that was inferred, is not looked at.
  public static let pointsAtWhatItSays = pointsAtWhatItSays(within: 0)

  /// The same for a reader that knows its lines only roughly.
  ///
  /// - Parameter lines: How many lines a place may be off.
  /// - Returns: The rule.
  public static func pointsAtWhatItSays(within lines: Int) -> ConformanceRule {
    ConformanceRule("points at what it says") { trial in
      let texts = trial.sample.files.map(PlacedText.init)
      let addresses = Dictionary(
        trial.reading.concepts.compactMap { concept in concept.uri.map { (concept.id, $0) } },
        uniquingKeysWith: { first, _ in first })
      return trial.reading.statements.compactMap { statement, position in
        guard texts.indices.contains(position.part), position.line > 0 else { return nil }
        let text = texts[position.part]
        var values = statement.tellingValues
        // A link may lead to a concept of the source by its address, and not by its code.
        if case .link(let link) = statement, let address = addresses[link.to] {
          values.others.append(address)
        }
        guard let told = values.own.first(where: text.whole.contains) else { return nil }
        let extent = text.extent(at: position, within: lines)
        return (values.own + values.others).contains(where: extent.contains)
          ? nil
          : "at \(position) is '\(extent.prefix(60).printable)', not '\(told.prefix(60).printable)'"
      }
    }
  }

  /// Every fact rests on a document that was stated before it.
  public static let restsOnEvidence = ConformanceRule("rests on evidence") { trial in
    trial.reading.factsWithoutEvidence
  }
}

extension Reading {
  /// What is stated without a document, or before it.
  var factsWithoutEvidence: [String] {
    var keys: Set<String> = []
    return statements.compactMap { statement, position in
      if case .document(let document) = statement { keys.insert(document.key) }
      guard let (fact, source) = statement.fact else { return nil }
      guard let source else { return "\(position): \(fact) names no source" }
      return keys.contains(source)
        ? nil : "\(position): the document '\(source)' does not come before \(fact)"
    }
  }
}

extension Statement {
  /// What the statement is about, and the source that it rests on; nothing where it needs none.
  fileprivate var fact: (about: String, source: String?)? {
    switch self {
    case .concept(let concept): ("the concept '\(concept.id)'", concept.source)
    case .link(let link): ("the link from '\(link.from)'", link.source)
    case .note(let note): ("the note about '\(note.about)'", note.source)
    case .name(let name): ("the name of '\(name.concept)'", name.source)
    case .procedure(let procedure):
      ("the procedure for \(procedure.purpose.rawValue)", procedure.source)
    case .framework, .mappings, .agreement, .document, .profile, .asset: nil
    }
  }

  /// What the source is likely to have word for word where the statement is made, and what stands there
  /// perhaps as well: the subject of a link may be the record that the place is in.
  fileprivate var tellingValues: (own: [String], others: [String]) {
    let (own, others): ([String?], [String?]) =
      switch self {
      case .concept(let concept):
        ([concept.id.code?.description, concept.uri] + concept.title.entries.map(\.text), [])
      case .link(let link):
        (
          [link.to.code?.description, link.to.description, link.toURI],
          [link.from.code?.description]
        )
      case .note(let note): (note.text.entries.map(\.text), [note.about.code?.description])
      case .name(let name): (name.text.entries.map(\.text), [name.concept.code?.description])
      case .procedure(let procedure): (procedure.deciders, [procedure.purpose.rawValue])
      case .framework, .mappings, .agreement, .document, .profile, .asset: ([], [])
      }
    return (own.compactMap(\.self), others.compactMap(\.self))
  }
}
