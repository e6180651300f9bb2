public import PasserelleModel

/// The sources that a descriptor, or the head of a table, declares, and what rests on them.
///
/// Every fact names its source or takes the default; a name that was not declared is an error where
/// it stands.
public struct DescriptorScope: Sendable {
  /// Where problems are reported.
  public let graph: GraphWriter
  /// The documents, in the order of the declaration.
  public private(set) var documents: [Document] = []
  private var places: [SourcePosition] = []
  private var fallback: String?

  /// Reads what the node declares under `sources`, and the default under `source` of another node.
  public init(_ node: SourceNode?, default owner: SourceNode?, graph: GraphWriter)
    throws(Diagnostic)
  {
    self.graph = graph
    for source in try Self.sources(of: node) {
      guard let document = try graph.attempt({ () throws(Diagnostic) in try document(source) })
      else { continue }
      if let first = documents.firstIndex(where: { $0.key == document.key }) {
        graph.report(
          .error(
            .duplicateSource, at: source.position,
            "the source '\(document.key)' is declared twice",
            hint: "the first is \(places[first].phrase(from: source.position)); "
              + "give one of them another name"))
        continue
      }
      documents.append(document)
      places.append(source.position)
    }
    if let name = owner?.field("source") {
      fallback = try graph.attempt { () throws(Diagnostic) in try key(name) }
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

  /// States the notes that a node has under `notes`.
  public func addNotes(of node: SourceNode?, about subject: Identifier) throws(Diagnostic) {
    guard let node else { return }
    for item in try node.items("notes", each: "note") {
      _ = try graph.attempt { () throws(Diagnostic) in
        try item.checkKeys(of: .note, to: graph)
        _ = try item.require("text")
        var note = Note(about: subject, text: try item.localized("text"))
        note.source = try source(of: item)
        note.isVerified = try item.flag("verified", usual: true)
        note.isBackground = try item.flag("background", usual: false)
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
    let keys = documents.map(\.key)
    guard key.utf8.count <= 1_024, keys.contains(key) else {
      let near = nearNames(to: key, in: keys).map { "'\($0)'" }.joined(separator: ", ")
      throw .error(
        .unknownSource, at: position,
        "the source '\(key.prefix(60).printable)' is not declared",
        hint: near.isEmpty ? "declare it under 'sources'" : "did you mean \(near)?")
    }
    return key
  }

  private func document(_ node: SourceNode) throws(Diagnostic) -> Document {
    try node.checkKeys(of: .document, to: graph)
    let key =
      node.kind == .element
      ? try node.require("id").value(as: Code.self).description : node.name
    // A mistake in one field is reported; the source stays, so that what rests on it is not blamed.
    func field<Value>(_ read: () throws(Diagnostic) -> Value?) throws(Diagnostic) -> Value? {
      try graph.attempt(read) ?? nil
    }
    let title = try field { () throws(Diagnostic) in try node.require("title").scalar() }
    var document = Document(key: key, title: title ?? key)
    document.publisher = try field { () throws(Diagnostic) in try node.text("publisher") }
    document.date = try field { () throws(Diagnostic) in try node.value("date") }
    document.url = try field { () throws(Diagnostic) in try node.webAddress("url") }
    document.licence = try field { () throws(Diagnostic) in try node.text("licence") }
    document.via = try field { () throws(Diagnostic) in try node.text("via") }
    document.isOfficial =
      try field { () throws(Diagnostic) in try node.flag("official", usual: false) } ?? false
    document.isVerified =
      try field { () throws(Diagnostic) in try node.flag("verified", usual: true) } ?? false
    return document
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
