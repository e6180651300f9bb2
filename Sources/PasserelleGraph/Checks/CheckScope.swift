package import PasserelleModel

/// What checks look at: a graph on a day, and what of it was written just now.
///
/// What several rules ask for is asked of the graph once and kept.
package final class CheckScope {
  package let vantage: Vantage
  /// What was written; nothing where all of the graph is looked at.
  private let written: Written?
  private var keptLevels: [FrameworkName: [ConceptRecord]] = [:]
  private var keptDocuments: [FrameworkName: [DocumentRecord]] = [:]
  private var keptReferencing: [LinkRecord]?
  private var keptMappings: LinkNetwork?

  private struct Written {
    var publications: Set<FrameworkName>
    var relations: Set<Relation>
  }

  /// Looks at all of a graph.
  package init(_ vantage: Vantage) {
    self.vantage = vantage
    written = nil
  }

  /// Looks at some publications within a graph.
  ///
  /// - Parameters:
  ///   - vantage: The graph and the day.
  ///   - publications: The frameworks and mapping sets that were written.
  ///   - relations: The relations of their links.
  package init(
    _ vantage: Vantage, written publications: Set<FrameworkName>, relations: Set<Relation>
  ) {
    self.vantage = vantage
    written = Written(publications: publications, relations: relations)
  }

  var graph: any GraphReading { vantage.graph }
  var placer: Placer { vantage.placer }
  var day: Day { vantage.day }

  /// Whether any link that was written has one of these relations.
  func hasAny(of relations: Set<Relation>) -> Bool {
    written.map { !$0.relations.isDisjoint(with: relations) } ?? true
  }

  /// What was written, by name; nothing where all of the graph is looked at.
  var publications: Set<FrameworkName>? { written?.publications }

  /// Whether a link was written.
  func isWritten(_ record: LinkRecord) -> Bool {
    guard let written else { return true }
    return record.publication.map(written.publications.contains) ?? false
  }

  // MARK: - Frameworks

  /// The frameworks that were written, by name.
  func frameworks() throws -> [Framework] {
    guard let written else { return try graph.frameworks() }
    return try written.publications.sorted { $0.description < $1.description }
      .compactMap(graph.framework)
  }

  /// The qualifications frameworks that were written, by name.
  func qualificationsFrameworks() throws -> [Framework] {
    try frameworks().filter { $0.kind == .qualificationsFramework }
  }

  /// The levels of a framework, in its order.
  func levels(of framework: FrameworkName) throws -> [ConceptRecord] {
    if let kept = keptLevels[framework] { return kept }
    let levels = try graph.concepts(of: framework, kind: .level)
    keptLevels[framework] = levels
    return levels
  }

  /// The documents that a publication declares, in its order.
  func documents(of publication: FrameworkName) throws -> [DocumentRecord] {
    if let kept = keptDocuments[publication] { return kept }
    let documents = try graph.documents(declaredBy: publication)
    keptDocuments[publication] = documents
    return documents
  }

  // MARK: - Links

  /// The links that were written and say where a level stands in a reference framework, or that it does
  /// not, whenever they hold.
  func levelReferencing() throws -> [LinkRecord] {
    guard hasAny(of: Relation.saysWhere) else { return [] }
    if let kept = keptReferencing { return kept }
    let links = try graph.links(Relation.saysWhere, publishedWith: publications, from: .level)
    keptReferencing = links
    return links
  }

  /// The links of some relations that hold on the day, in all of the graph.
  ///
  /// A taxonomy has a hundred thousand links that no rule looks at.
  func links(_ relations: Set<Relation>) throws -> [LinkRecord] {
    placer.valid(try graph.links(relations, publishedWith: nil, from: nil))
  }

  /// The mappings of the graph that hold on the day, made ready for walking.
  func mappings() throws -> LinkNetwork {
    if let kept = keptMappings { return kept }
    let network = LinkNetwork(try links(Relation.mapped))
    keptMappings = network
    return network
  }
}

extension Relation {
  /// The relations that say where a concept stands in a reference framework, or that it does not.
  static let saysWhere = Set(allCases.filter { $0.sense == .placement || $0.sense == .null })

  /// Those that bind: an authority's referencing, or its word that there is none.
  static let binding: Set<Relation> = saysWhere.subtracting([.comparedTo])
}
