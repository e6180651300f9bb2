public import PasserelleModel

/// States the records of a register: qualifications with their levels, bodies, fields and competences.
///
/// A register is open, and all that it says rests on one document. What many records name, such as a
/// body, is stated when it first comes.
public struct Register: Sendable {
  /// The name of the register, in which its records have their codes.
  public let name: FrameworkName
  /// What no statement was made of.
  public var passedOver = Tally()

  private let source: String
  private let graph: GraphWriter
  /// The titles of what many records name.
  private var stated: [Identifier: LocalizedText] = [:]
  private var records: [Identifier: (content: Int, position: SourcePosition)] = [:]

  /// Opens a register.
  ///
  /// - Parameters:
  ///   - framework: What it is.
  ///   - documents: What it rests on: the first of them.
  ///   - position: The place in the source.
  ///   - graph: Where it is stated.
  /// - Throws: A `stopped` diagnostic when the host has asked to end.
  public init(
    _ framework: Framework, restingOn documents: [Document], at position: SourcePosition,
    into graph: GraphWriter
  ) throws(Diagnostic) {
    var framework = framework
    source = documents.first?.key ?? ""
    framework.source = source
    framework.isOpen = true
    name = framework.name
    self.graph = graph
    try graph.add(.framework(framework), at: position)
    for document in documents { try graph.add(.document(document), at: position) }
  }

  /// Opens a set of mappings, which is as open as a register, and has links and notes alone.
  ///
  /// - Parameters:
  ///   - mappings: The set.
  ///   - document: What it rests on.
  ///   - position: The place in the source.
  ///   - graph: Where it is stated.
  /// - Throws: A `stopped` diagnostic when the host has asked to end.
  public init(
    _ mappings: MappingSet, restingOn document: Document, at position: SourcePosition,
    into graph: GraphWriter
  ) throws(Diagnostic) {
    var mappings = mappings
    source = document.key
    mappings.source = source
    mappings.isOpen = true
    name = mappings.name
    self.graph = graph
    try graph.add(.mappings(mappings), at: position)
    try graph.add(.document(document), at: position)
  }

  /// Opens a register that is what one file holds: it is named after the file.
  ///
  /// - Parameters:
  ///   - part: The file.
  ///   - form: What it is a file of: `Europass`.
  ///   - graph: Where it is stated.
  /// - Throws: A `stopped` diagnostic when the host has asked to end.
  public init(
    ofFile part: SourcePart, in form: String, into graph: GraphWriter
  ) throws(Diagnostic) {
    let file = part.name.split(separator: "/").last.map(String.init) ?? part.name
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let name = FrameworkName(folding: "\(form) \(stem)") ?? FrameworkName(series: "file")
    let framework = Framework(
      name: name, kind: .register, title: .english("Qualifications of the \(form) file \(file)"))
    try self.init(
      framework, restingOn: [Document(key: "file", title: file)], at: part.position, into: graph)
  }

  /// Names a record.
  public func identifier(_ code: Code) -> Identifier { Identifier(name, code) }

  /// States a record.
  public func state(_ concept: Concept, at position: SourcePosition) throws(Diagnostic) {
    var concept = concept
    concept.source = source
    try graph.add(.concept(concept), at: position)
  }

  /// States what many records name, unless one has done so before; another title is counted.
  public mutating func stateOnce(
    _ concept: Concept, at position: SourcePosition
  ) throws(Diagnostic) {
    guard let title = stated[concept.id] else {
      stated[concept.id] = concept.title
      return try state(concept, at: position)
    }
    let isOther = concept.title.entries.contains { entry in
      title.entries.contains { $0.language == entry.language && $0.text != entry.text }
    }
    if isOther {
      passedOver.count(
        "another title of what an earlier record names by its identifier", at: position)
    }
  }

  /// What a record is among those that were met.
  public enum Novelty: Sendable {
    /// The first with its name.
    case new
    /// One that says what an earlier one with its name has said.
    case repeated
    /// One that says something else than the earlier one with its name.
    case contrary
  }

  /// Meets a record: two of one name are never made one.
  ///
  /// A record that says something else than an earlier one is an error at its place.
  ///
  /// - Parameters:
  ///   - id: Its name.
  ///   - content: What it says.
  ///   - position: Where it is.
  /// - Returns: What it is; only a new one is to be stated.
  public mutating func meet(
    _ id: Identifier, saying content: some Hashable, at position: SourcePosition
  ) -> Novelty {
    guard let first = records[id] else {
      records[id] = (content.hashValue, position)
      return .new
    }
    guard first.content != content.hashValue else { return .repeated }
    graph.report(
      .error(
        .duplicateCode, at: position,
        "'\(id.code?.description ?? "")' is the identifier of two records that differ",
        hint: "the first is \(first.position.phrase(from: position))"))
    return .contrary
  }

  /// States a relation.
  public func link(
    _ from: Identifier, _ relation: Relation, _ to: Identifier, fromURI: String? = nil,
    uri: String? = nil, note: LocalizedText? = nil, at position: SourcePosition
  ) throws(Diagnostic) {
    var link = Link(from: from, relation, to: to, source: source)
    link.fromURI = fromURI
    link.toURI = uri
    if let note { link.note = note }
    try graph.add(.link(link), at: position)
  }

  /// States a relation of which more is known.
  public func state(_ link: Link, at position: SourcePosition) throws(Diagnostic) {
    var link = link
    link.source = source
    try graph.add(.link(link), at: position)
  }

  /// Reports a problem that can be read past.
  public func report(_ diagnostic: Diagnostic) { graph.report(diagnostic) }

  /// States what helps to know a record by.
  public func describe(
    _ about: Identifier, _ text: LocalizedText, at position: SourcePosition
  ) throws(Diagnostic) {
    guard !text.isEmpty else { return }
    var note = Note(about: about, text: text, source: source)
    note.isBackground = true
    try graph.add(.note(note), at: position)
  }

  /// States what whoever reads an answer about a thing must know of it.
  public func tell(
    _ about: Identifier, _ text: LocalizedText, at position: SourcePosition
  ) throws(Diagnostic) {
    try graph.add(.note(Note(about: about, text: text, source: source)), at: position)
  }

  /// Says what was passed over.
  public func finish() {
    passedOver.report(to: graph)
  }
}
