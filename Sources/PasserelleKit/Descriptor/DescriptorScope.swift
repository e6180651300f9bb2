public import PasserelleModel
internal import Synchronization

/// The sources that a descriptor, or the head of a table, declares, and what rests on them.
///
/// Every fact names its source or takes the default; a name that was not declared is an error where
/// it stands.
public struct DescriptorScope: Sendable {
  /// Where problems are reported.
  public private(set) var graph: GraphWriter
  /// The documents, in the order of the declaration.
  public private(set) var documents: [Document] = []
  private var places: [SourcePosition] = []
  /// Where each is in the list, by its key.
  private var indices: [String: Int] = [:]
  private var fallback: String?
  /// Whether a source was declared whose name could not be read.
  private var hasLostSource = false
  /// Whether a default was named that is not there.
  private var hasLostDefault = false
  private let standIn = StandIn()
  /// Where the source that stands in for others is stated, even if what rests on it is not.
  private let stating: GraphWriter

  /// Reads what the node declares under `sources`, and the default under `source` of another node.
  ///
  /// Mistakes are reported, and what rests on a source that could not be read is not blamed.
  public init(_ node: SourceNode?, default owner: SourceNode?, graph: GraphWriter)
    throws(Diagnostic)
  {
    self.graph = graph
    stating = graph
    let sources = try graph.attempt { () throws(Diagnostic) in try Self.sources(of: node) }
    hasLostSource = sources == nil
    for source in sources ?? [] {
      guard let document = document(source) else {
        hasLostSource = true
        continue
      }
      if let first = indices[document.key] {
        graph.report(
          .error(
            .duplicateSource, at: source.position,
            "the source '\(document.key)' is declared twice",
            hint: "the first is \(places[first].phrase(from: source.position)); "
              + "give one of them another name"))
        continue
      }
      add(document, at: source.position)
    }
    if let name = owner?.field("source") {
      fallback = try graph.attempt { () throws(Diagnostic) in try key(name) }
      hasLostDefault = fallback == nil
    }
  }

  /// States the documents.
  ///
  /// Call it after the framework or mapping set that they belong to.
  public func addDocuments() throws(Diagnostic) {
    for (document, place) in zip(documents, places) {
      try graph.add(.document(document), at: place)
    }
  }

  /// Takes a document that the file does not declare: the file itself, for a table without a head.
  public mutating func assume(_ document: Document, at position: SourcePosition) {
    add(document, at: position)
  }

  private mutating func add(_ document: Document, at position: SourcePosition) {
    if indices[document.key] == nil { indices[document.key] = documents.count }
    documents.append(document)
    places.append(position)
  }

  /// The key of the source that facts rest on where they name none: the one that is declared as
  /// such, or the only one.
  public var defaultSource: String? {
    fallback ?? (documents.count == 1 ? documents[0].key : nil)
  }

  /// Returns the key of the source that a fact rests on.
  ///
  /// - Throws: A diagnostic where the fact names none and there is no default, or it names one that
  ///   was not declared.
  public func source(of node: SourceNode) throws(Diagnostic) -> String {
    if let name = node.field("source") { return try key(name) }
    guard let key = defaultSource else {
      throw .error(
        .missingSource, at: node.position,
        "\(node.name.isEmpty ? "this" : "'\(node.name)'") names no source",
        hint: documents.isEmpty
          ? "declare one under 'sources'"
          : "the declared sources are \(documents.map { "'\($0.key)'" }.joined(separator: ", "))")
    }
    return key
  }

  /// Returns the key of the source that a fact rests on; one that stands in for it after a mistake.
  ///
  /// So the fact stays, and nothing else is blamed for it. In a file that declares no source at all, the
  /// first fact says so for all.
  package func source(past keys: KeyReader) throws(Diagnostic) -> String {
    do throws(Diagnostic) {
      return try source(of: keys.node)
    } catch {
      let isFirst = standIn.isFirst()
      let isKnown =
        switch error.id {
        case .unknownSource: hasLostSource
        case .missingSource: hasLostSource || hasLostDefault || (documents.isEmpty && !isFirst)
        default: false
        }
      if !isKnown { graph.report(error) }
      if isFirst {
        let document = Document(key: StandIn.key, title: StandIn.key)
        try stating.add(.document(document), at: keys.node.position)
      }
      return StandIn.key
    }
  }

  /// The same sources for facts about something that has no name: they are checked, and not stated.
  package var reportingOnly: DescriptorScope {
    var scope = self
    scope.graph = graph.reportingOnly
    return scope
  }

  /// States the notes that a node has under `notes`.
  public func addNotes(of node: SourceNode?, about subject: Identifier) throws(Diagnostic) {
    guard let node,
      let items = try graph.attempt({ () throws(Diagnostic) in
        try node.items("notes", each: "note")
      })
    else { return }
    for item in items {
      _ = try graph.attempt { () throws(Diagnostic) in
        let keys = try KeyReader(item, of: .note, to: graph)
        let text = keys.requiredWords("text")
        var note = Note(about: subject, text: text ?? LocalizedText())
        note.source = try source(past: keys)
        note.isVerified = keys.flag("verified", usual: true)
        note.isBackground = keys.flag("background", usual: false)
        guard text != nil else { return }
        try graph.add(.note(note), at: item.position)
      }
    }
  }

  private func key(_ name: SourceNode) throws(Diagnostic) -> String {
    try declared(name.scalar(), at: name.position)
  }

  /// Returns the key of a source, where one is declared with it.
  ///
  /// - Throws: A diagnostic at the position where there is none.
  public func declared(
    _ key: String, at position: SourcePosition
  ) throws(Diagnostic) -> String {
    guard key.utf8.count <= 1_024, indices[key] != nil else {
      let near = nearNames(to: key, in: documents.map(\.key)).map { "'\($0)'" }.joined(
        separator: ", ")
      throw .error(
        .unknownSource, at: position,
        "the source '\(key.prefix(60).printable)' is not declared",
        hint: near.isEmpty ? "declare it under 'sources'" : "did you mean \(near)?")
    }
    return key
  }

  /// Reads a source; a mistake in one field is reported, and the source stays, so that what rests on it
  /// is not blamed.
  private func document(_ node: SourceNode) -> Document? {
    let keys: KeyReader
    do throws(Diagnostic) {
      keys = try KeyReader(node, of: .document, to: graph)
    } catch {
      graph.report(error)
      return node.kind == .element ? nil : Document(key: node.name, title: node.name)
    }
    let code: Code? = node.kind == .element ? keys.required("id") : nil
    let title = keys.requiredText("title")
    var document = Document(key: code?.description ?? node.name, title: title ?? node.name)
    document.publisher = keys.text("publisher")
    document.date = keys.value("date")
    document.url = keys.webAddress("url")
    document.licence = keys.text("licence")
    document.via = keys.text("via")
    document.isOfficial = keys.flag("official", usual: false)
    document.isVerified = keys.flag("verified", usual: true)
    return node.kind == .element && code == nil ? nil : document
  }

  private static func sources(of node: SourceNode?) throws(Diagnostic) -> [SourceNode] {
    guard let list = node?.child("sources"), !list.isNull else { return [] }
    guard list.kind == .mapping || list.kind == .element else {
      throw .error(
        .wrongType, at: list.position, "'sources' takes a mapping of names to documents",
        hint: "write 'name: {title: …}' below it")
    }
    return list.children
  }
}

/// The source of facts whose own could not be read: it is stated once, with the first of them.
private final class StandIn: Sendable {
  static let key = "?"
  private let isUsed = Mutex(false)

  func isFirst() -> Bool {
    isUsed.withLock { isUsed in
      defer { isUsed = true }
      return !isUsed
    }
  }
}
