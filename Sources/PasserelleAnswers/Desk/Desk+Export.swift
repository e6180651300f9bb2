package import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Writes publications, or everything, in a format of the field.
  ///
  /// - Parameters:
  ///   - names: Frameworks, countries, sets of mappings or agreements; empty for everything.
  ///   - order: The format, the place, and the terms.
  /// - Returns: What the format could not carry, and on which terms the sources are.
  /// - Throws: `UnknownName`, `LicenceConflict`, and what the place is lacking.
  package func export(_ names: [String], _ order: ExportOrder) throws -> ExportOutcome {
    let chosen = try names.isEmpty ? graph.publications() : names.flatMap(publications)
    return try GraphExport(graph, order, on: day).write(chosen)
  }

  /// Writes what an answer is based on, without what it concludes.
  ///
  /// Of concepts that is their comparison, with every chain between them; of one with a place, what
  /// corresponds to it there.
  ///
  /// - Throws: `UnknownName` if a name means nothing, or several things: a file has no place for both.
  package func export(
    answerOn names: [String], in place: String?, _ order: ExportOrder
  ) throws -> ExportOutcome {
    let excerpt = try excerpt(names, in: place)
    return try GraphExport(graph, order, within: excerpt, on: day).write(excerpt.publications)
  }

  private func excerpt(_ names: [String], in place: String?) throws -> Excerpt {
    let records: [ConceptRecord]
    do {
      records = try names.map { try concept($0).record }
    } catch let ambiguity as Ambiguity {
      // A file has no place for an answer with several meanings.
      throw UnknownName(ambiguity.answer.question, near: ambiguity.answer.candidates.map(\.id))
    }
    if let place, let first = records.first {
      return Excerpt(of: try CorrespondentFinder(vantage).find(first, in: frameworks(place)))
    }
    guard records.count > 1 else { return Excerpt(of: try Comparer(vantage).compare(records)) }
    let explainer = Explainer(vantage)
    return Excerpt(
      of: try records.indices.flatMap { first in
        try records[(first + 1)...].filter { $0.id != records[first].id }
          .map { try explainer.explain(records[first], $0) }
      })
  }

  // MARK: - Pages

  /// How a page of frameworks is written.
  package enum PageFormat: Sendable {
    case markdown, html
  }

  /// A page of levels, links, sources and their state of verification.
  ///
  /// - Parameters:
  ///   - names: Frameworks or countries; empty for all that are scales of levels: long classifications
  ///     are lists.
  ///   - format: How it is written.
  ///   - language: The language of the page.
  /// - Returns: The page.
  /// - Throws: `UnknownName`, `UncoveredCountry`; errors of the store.
  package func page(
    of names: [String], as format: PageFormat, in language: Language
  ) throws -> String {
    let say = language.writing(format == .html ? .page : .text, noting: MetLanguages())
    let sheets = try frameworks(of: names).filter { !names.isEmpty || $0.kind.hasLevels }
      .map { try FrameworkSheet(of: $0, in: graph, say) }
    return switch format {
    case .markdown: MarkdownPage(sheets, say).text
    case .html: HTMLPage(sheets, say).text
    }
  }

  /// A wall chart of frameworks against the levels of a reference framework, in SVG.
  ///
  /// - Throws: `QuestionError` if the reference framework is not one.
  package func chart(
    of names: [String], against reference: String, in language: Language
  ) throws -> String {
    let say = language.writing(.page)

    let columns = try frameworks(reference)[0]
    guard columns.kind == .metaFramework else {
      throw QuestionError("'\(columns.name)' is not a reference framework; 'eqf' is one")
    }
    return try WallChart(
      against: columns, of: frameworks(of: names), on: day, in: graph, hash: graph.contentHash(),
      say
    ).svg(in: say)
  }

  private func frameworks(of names: [String]) throws -> [Framework] {
    try names.isEmpty ? graph.frameworks() : names.flatMap(frameworks)
  }
}

extension FrameworkKind {
  /// Whether it is a scale of levels, and not a list of hundreds.
  fileprivate var hasLevels: Bool {
    switch self {
    case .metaFramework, .qualificationsFramework, .educationLevels, .skillLevels: true
    case .occupations, .educationFields, .competences, .register, .recognition: false
    }
  }
}
