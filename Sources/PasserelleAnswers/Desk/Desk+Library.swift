internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Shows one concept, framework or agreement with everything known about it; of a country without a
  /// framework, who decides there.
  ///
  /// - Parameter name: A concept, a framework, an agreement or a country.
  /// - Returns: The concept, framework or agreement, or what the name may mean.
  /// - Throws: `UnknownName` if the name means nothing, or several frameworks; errors of the store.
  public func show(_ name: String) throws -> Reply<ConceptAnswer> {
    // Before a country: 'kr-eps' is not a part of Korea.
    if let agreement = try agreement(named: name) {
      return .answer(try ConceptAnswer(agreement, in: graph))
    }
    let frameworks = name.contains(":") ? [] : try resolver.frameworks(name)
    if frameworks.count == 1 { return .answer(try ConceptAnswer(frameworks[0], in: graph)) }
    guard frameworks.isEmpty else {
      throw UnknownName(name, near: frameworks.map(\.name.description), .framework)
    }
    // The name of a country is looked for in all languages, which takes longer than the answer.
    if !name.contains(":"), let recognition = try recognition(in: name).first {
      return .answer(try ConceptAnswer(recognition, in: graph))
    }
    return try reply {
      let record = try concept(name).record
      return try ConceptAnswer(
        record, of: graph.framework(record.id.framework), from: vantage)
    }
  }

  /// Lists all frameworks, in order, and the registers after them; who decides in a country is not one.
  ///
  /// - Throws: Errors of the store.
  public func frameworkList() throws -> FrameworkListAnswer {
    FrameworkListAnswer(try graph.frameworks().filter { $0.kind != .recognition })
  }

  /// Lists the frameworks of a country, who decides there among them.
  ///
  /// - Parameter country: The country, by its code or name; all frameworks if `nil`.
  /// - Returns: The list.
  /// - Throws: `UnknownName`, `UncoveredCountry`; errors of the store.
  package func frameworkList(in country: String?) throws -> FrameworkListAnswer {
    guard let country else { return try frameworkList() }
    let bodies = try recognition(in: country)
    do {
      let found = try frameworks(country)
      return FrameworkListAnswer(found + bodies.filter { !found.map(\.name).contains($0.name) })
    } catch let error as UncoveredCountry {
      guard !bodies.isEmpty else { throw error }
      return FrameworkListAnswer(bodies)
    }
  }

  /// Lists all concepts of a framework, or of the frameworks of a country, in their order.
  ///
  /// - Throws: `UnknownName`, `UncoveredCountry`; errors of the store.
  public func list(_ name: String) throws -> ConceptListAnswer {
    try ConceptListAnswer(frameworks(name), from: vantage)
  }

  /// Searches all labels and names, across case, accents and word order; if nothing has the words, what
  /// is near them.
  ///
  /// - Parameters:
  ///   - words: The words; some of them may name a country or a framework.
  ///   - limit: How many labels to give at most.
  /// - Returns: The labels, best first.
  /// - Throws: Errors of the store.
  public func search(_ words: String, limit: Int = 20) throws -> SearchAnswer {
    try search { try LabelSearch(self, limit: limit).find(words) }
  }

  /// What was found, with the places of each.
  func search(_ find: () throws -> LabelSearch.Found) throws -> SearchAnswer {
    let found = try find()
    return SearchAnswer(
      asOf: day.description,
      hits: try found.hits.map { hit in
        let record = try graph.concept(hit.id)
        let place = try record.map(place)
        return SearchAnswer.Hit(
          id: hit.id.description,
          countries: try graph.framework(hit.id.framework)?
            .countries.map(\.description) ?? [], kind: hit.kind,
          levels: place?.levels ?? [], reference: place?.reference ?? [],
          language: hit.label.language.description, label: hit.label.text,
          match: hit.match.rawValue, nameKind: hit.name?.kind.rawValue,
          nameVerified: hit.name?.isVerified,
          title: hit.name == nil ? nil : record?.concept.title.preferred)
      }, remark: found.remark)
  }

  /// Where a concept is placed: its levels, and what they reach.
  private func place(
    of record: ConceptRecord
  ) throws -> (levels: [String], reference: [String]) {
    let levels = try vantage.placer.levels(of: record)
    let placements = try vantage.placer.placements(of: record, at: levels)
    return (
      levels.map(\.level.description),
      placements.filter { $0.reference != record.id.framework }.flatMap(Self.tokens)
    )
  }

  /// A placement in tokens, which claim no more than it does.
  private static func tokens(for placement: Placement) -> [String] {
    let levels = placement.namedLevels.map(\.description)
    return switch placement.status {
    case .levels: levels
    case .conflict: ["conflict"]
    case .comparedOnly: levels.enumerated().map { $0 == 0 ? "compared:\($1)" : $1 }
    case .null: ["none:\(placement.reference)"]
    case .notKnownThen, .unknown: []
    }
  }

  /// Counts what the store holds, and gives the hash of its content.
  ///
  /// - Throws: Errors of the store.
  public func statistics() throws -> StatisticsAnswer {
    try StatisticsAnswer(of: graph)
  }

  /// Lists statements that cannot all hold, with the fewest of them that show it.
  ///
  /// - Parameter limit: How many to list at most.
  /// - Returns: The contradictions, and whether these are all.
  /// - Throws: Errors of the store.
  public func contradictions(limit: Int = 1_000) throws -> ContradictionsAnswer {
    ContradictionsAnswer(try ContradictionFinder(graph, day: day, limit: limit).find())
  }

  /// Lists the contradictions in which statements of some files have a part.
  package func contradictions(
    limit: Int, amongStatementsOf files: Set<String>
  ) throws -> ContradictionsAnswer {
    ContradictionsAnswer(
      try ContradictionFinder(graph, day: day, limit: limit) { record in
        files.contains(record.evidence.position.file)
      }.find())
  }
}
