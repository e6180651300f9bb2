package import PasserelleGraph
package import PasserelleModel

extension StoredGraph {
  /// What a publication has to an excerpt, as statements in the order of the contract.
  ///
  /// What a reader of an answer must be told of its concepts and frameworks comes with them. Of a
  /// framework that is not there in full, a note says so: read in again, it must not pass for the whole.
  ///
  /// - Parameters:
  ///   - name: The framework, mapping set or agreement.
  ///   - excerpt: What is asked for.
  ///   - body: Takes each statement.
  /// - Throws: What the body throws, and errors of the store.
  package func statements(
    of name: FrameworkName, within excerpt: Excerpt,
    _ body: (PasserelleModel.Statement) throws -> Void
  ) throws {
    guard let head = try head(of: name) else { return }
    let concepts = try excerpt.concepts.filter { $0.framework == name && $0.code != nil }
      .compactMap(concept).sorted { $0.order < $1.order }.map(\.concept)
    let links = excerpt.links.filter { $0.source == name }.sorted { $0.sortKey < $1.sortKey }
      .map(\.link)
    var notes = try ([Identifier(name)] + concepts.map(\.id))
      .flatMap(notes).map(\.note).filter { !$0.isBackground }
    let names = try concepts.flatMap { try self.names(of: $0.id) }.map(\.name)
    if case .framework = head { notes.append(.excerpt(of: name)) }
    var cited = Set(concepts.compactMap(\.source))
    cited.formUnion(links.compactMap(\.source) + notes.compactMap(\.source))
    cited.formUnion(names.compactMap(\.source))
    if let source = head.source { cited.insert(source) }
    try body(head)
    for document in try documents(of: name) where cited.contains(document.key) {
      try body(.document(document))
    }
    for concept in concepts {
      try body(.concept(concept))
      for link in links where link.from == concept.id { try body(.link(link)) }
      for name in names where name.concept == concept.id { try body(.name(name)) }
      for note in notes where note.about == concept.id { try body(.note(note)) }
    }
    let own = Set(concepts.map(\.id))
    for link in links where !own.contains(link.from) { try body(.link(link)) }
    for note in notes where !own.contains(note.about) { try body(.note(note)) }
  }
}

extension PasserelleModel.Statement {
  /// The key of the document that a publication as a whole rests on.
  fileprivate var source: String? {
    switch self {
    case .framework(let framework): framework.source
    case .mappings(let mappings): mappings.source
    case .agreement(let agreement): agreement.source
    default: nil
    }
  }
}

extension Note {
  fileprivate static func excerpt(of name: FrameworkName) -> Note {
    Note(
      about: Identifier(name),
      text: .english(
        "This is an excerpt: only what one answer is based on. The framework has more."))
  }
}
