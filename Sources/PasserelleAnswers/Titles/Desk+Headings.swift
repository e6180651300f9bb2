package import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// What tells a concept from others of its title: its kind, its framework, its level and its
  /// identifier.
  ///
  /// - Parameters:
  ///   - record: The concept.
  ///   - language: The language of the kind.
  /// - Returns: The facts in one line.
  /// - Throws: Errors of the store.
  package func heading(of record: ConceptRecord, in language: Language) throws -> String {
    let framework = try graph.framework(record.id.framework)
    let levels = try vantage.placer.levels(of: record).map(\.level).filter { $0 != record.id }
    let facts =
      [record.concept.tier ?? language(record.concept.kind)]
      + [framework?.heading].compactMap { $0 } + levels.map(\.description)
      + [record.id.description]
    return facts.joined(separator: language.separator)
  }
}

extension Language {
  /// What the language calls itself.
  package var ownName: String { message("language") ?? name }
}

extension String {
  /// The text as it may stand in HTML.
  package var markup: String { markupEscaped }
}
