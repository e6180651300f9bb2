internal import PasserelleModel

/// What an import says twice, or of a thing and itself.
///
/// What may have been said before is only noted while statements come in, in many places of a large
/// source and without an index; whether it was is seen at the end.
struct Repeats {
  private var seen = SeenStatements()
  /// The nodes whose links, names or notes may be there twice.
  private(set) var linked = NodeSet()
  private(set) var named = NodeSet()
  private(set) var noted = NodeSet()
  private var selfReferences = WarningList(
    .selfReference, others: "more links lead from something to itself; they were left out")
  private var titles = WarningList(
    .duplicateLanguage, others: "more titles are given twice in one language")
  private var procedures = WarningList(
    .duplicateStatement, others: "more procedures are stated twice")

  /// Notes a link.
  mutating func take(link hash: StatementHash, from subject: Int64) {
    if seen.insert(hash) { linked.insert(subject) }
  }

  /// Notes a note.
  mutating func take(note hash: StatementHash, about node: Int64) {
    if seen.insert(hash) { noted.insert(node) }
  }

  /// Notes a name.
  mutating func take(name hash: StatementHash, of node: Int64) {
    if seen.insert(hash) { named.insert(node) }
  }

  /// Says that a link leads from something to itself.
  mutating func tell(_ link: Link, at place: SourcePosition) {
    selfReferences.add(at: place) {
      (
        "'\(link.from)' is linked to itself by '\(link.relation.rawValue)'; the link was left out",
        "link it to something else, or delete the link"
      )
    }
  }

  /// Says that a title has several texts in one language, and what becomes of the others.
  mutating func tell(
    _ others: LocalizedText, titling id: Identifier, _ fate: String, at place: SourcePosition
  ) {
    guard let second = others.entries.first else { return }
    titles.add(at: place) {
      (
        "'\(id)' has more than one title in '\(second.language)'; "
          + "'\(second.text.prefix(60).printable)' is \(fate)",
        "give one title in each language"
      )
    }
  }

  /// Says that a procedure is stated twice.
  mutating func tell(
    _ procedure: Procedure, at place: SourcePosition, first: SourcePosition
  ) {
    procedures.add(at: place) {
      (
        "the procedure for '\(procedure.purpose.rawValue)' is stated twice",
        "the first is \(first.phrase(from: place)), and is kept"
      )
    }
  }

  /// What was said while statements came in.
  var warnings: [Diagnostic] {
    selfReferences.warnings + titles.warnings + procedures.warnings
  }
}

extension StatementHash {
  /// The hash of a link that says no more than what the plain ones do.
  ///
  /// - Parameters:
  ///   - subject: The node of its subject.
  ///   - relation: The number of its relation.
  ///   - object: The node of its object.
  ///   - publication: What it belongs to.
  ///   - document: What it rests on.
  init(
    linking subject: Int64, by relation: Int, to object: Int64, in publication: Int64,
    restingOn document: Int64?
  ) {
    self.init(publication: publication, document: document, kind: relation)
    mix(UInt64(bitPattern: subject) &<< 32 ^ UInt64(bitPattern: object))
  }

  /// The hash of a note, before its texts.
  init(
    noting node: Int64, in publication: Int64, restingOn document: Int64?, isBackground: Bool
  ) {
    self.init(publication: publication, document: document, kind: isBackground ? 254 : 255)
    mix(UInt64(bitPattern: node))
  }

  /// The hash of a name with its texts.
  init(naming node: Int64, _ name: Name, in publication: Int64, restingOn document: Int64?) {
    self.init(publication: publication, document: document, kind: 253)
    mix(UInt64(bitPattern: node))
    mix(name.kind.rawValue)
    for entry in name.text.entries {
      mix(entry.language.description)
      mix(entry.text)
    }
  }

  /// Takes what a link says beside its ends; nothing where it says nothing.
  mutating func mix(detailsOf link: Link) {
    if let confidence = link.confidence { mix(confidence.description) }
    var rest = link
    (rest.from, rest.relation, rest.to) = (Self.bare.from, Self.bare.relation, Self.bare.to)
    (rest.fromURI, rest.toURI, rest.source, rest.confidence) = (nil, nil, nil, nil)
    if rest != Self.bare { mix(Self.number(of: rest)) }
  }

  /// What `mix(detailsOf:)` takes of a link that says nothing but why it is believed.
  static func belief(by justification: Justification) -> UInt64 {
    var link = bare
    link.justification = justification
    return number(of: link)
  }

  private static func number(of link: Link) -> UInt64 {
    UInt64(bitPattern: Int64(link.hashValue))
  }

  private static let anything = Identifier(FrameworkName(series: "x"))
  private static let bare = Link(from: anything, .broader, to: anything)
}
