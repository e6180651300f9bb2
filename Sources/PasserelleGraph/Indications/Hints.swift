internal import PasserelleModel

/// What may indicate how a concept compares with any other: found once, for all that it is compared with.
struct Hints: Sendable {
  /// The reference frameworks that it, or its framework as a whole, is linked to, by name.
  let references: [FrameworkName]
  /// Where it is placed in a reference framework; nowhere if the sources say that it has no level there
  /// or disagree.
  let sides: [FrameworkName: Indication.Side]
  /// Where statistics classify it, by classification.
  let classifications: [FrameworkName: Indication.Side]
  /// What centres compare it with, whatever the purpose.
  let evaluations: [Evaluation]
  /// The links that only indicate: what centres and statistics say of it and its levels, and what its
  /// framework as a whole is linked to.
  let links: [LinkRecord]

  init(
    of record: ConceptRecord, at levels: [Placed.Level], in placements: [Placement],
    by links: [LinkRecord], levelsOfEvaluated: [Identifier: [Identifier]]
  ) {
    let finder = Finder(record: record, levels: levels, placements: placements, links: links)
    let references = finder.references
    self.references = references
    sides = Dictionary(
      references.compactMap { name in finder.side(in: name).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    classifications = finder.classifications
    evaluations = Evaluation.all(by: links, of: record, levelsOfEvaluated: levelsOfEvaluated)
    self.links = links
  }

  private init(_ hints: Hints, without evaluations: [LinkRecord]) {
    (references, sides) = (hints.references, hints.sides)
    classifications = hints.classifications
    self.evaluations = []
    links = hints.links.filter { !evaluations.contains($0) }
  }

  /// The hints without what centres say.
  var withoutEvaluations: Hints {
    Hints(self, without: links.filter { $0.link.relation == .evaluatedAs })
  }
}

extension Placed {
  var references: [FrameworkName] { hints.references }
  var classifications: [FrameworkName: Indication.Side] { hints.classifications }
  var indicating: [LinkRecord] { hints.links }

  /// Where it is placed in a reference framework; `nil` if nowhere, or if the sources say that it has no
  /// level there or disagree.
  func side(in reference: FrameworkName) -> Indication.Side? { hints.sides[reference] }

  /// What centres compare the concept itself with: a view of its level is not one of it.
  ///
  /// For a purpose that was asked for, no other counts.
  func evaluations(for purpose: Purpose?) -> [Evaluation] {
    guard let purpose else { return hints.evaluations }
    return hints.evaluations.filter { $0.purposes.contains(purpose) }
  }

  /// Whether anything is known of it that may indicate more than a finding says.
  var mayIndicate: Bool {
    !indicating.isEmpty || placements.count > 1 || placements.contains { !$0.isFirm }
  }
}

/// Looks for what may indicate something, in all that was collected of a concept.
private struct Finder {
  let record: ConceptRecord
  let levels: [Placed.Level]
  let placements: [Placement]
  let links: [LinkRecord]

  var references: [FrameworkName] {
    Set(placements.map(\.reference) + wholeLinks.map(\.link.to.framework))
      .sorted { $0.description < $1.description }
  }

  /// What its framework as a whole is linked to.
  private var wholeLinks: [LinkRecord] {
    levels.isEmpty ? [] : links.filter { $0.link.relation.sense == .placement }
  }

  func side(in reference: FrameworkName) -> Indication.Side? {
    let placement = placements.first { $0.reference == reference }
    switch placement?.status {
    case .levels(let ends): return side(ends, by: placement?.links ?? [])
    case .comparedOnly(let ends):
      return side(ends, by: placement?.links ?? [], isComparedOnly: true)
    case .null, .conflict, .notKnownThen: return nil
    case .unknown, nil:
      let links = wholeLinks.filter { $0.link.to.framework == reference }
      return links.isEmpty
        ? nil
        : Indication.Side(
          id: record.id, title: record.concept.title, ends: [Identifier(reference)], links: links)
    }
  }

  private func side(
    _ ends: [Identifier], by links: [LinkRecord], isComparedOnly: Bool = false
  ) -> Indication.Side {
    Indication.Side(
      id: record.id, title: record.concept.title, ends: ends,
      links: levels.compactMap(\.by) + links, isComparedOnly: isComparedOnly)
  }

  /// Where statistics classify it, by classification: by its own links, or else by those of its levels.
  ///
  /// A class is its own.
  var classifications: [FrameworkName: Indication.Side] {
    let all = links.filter { $0.link.relation == .classifiedAs }
    let own = all.filter { $0.link.from == record.id }
    let sides = Dictionary(grouping: own.isEmpty ? all : own) { $0.link.to.framework }
      .mapValues { links in
        let ways = levels.compactMap(\.by).filter { way in
          links.contains { $0.link.from == way.link.to }
        }
        return Indication.Side(
          id: record.id, title: record.concept.title,
          ends: Set(links.map(\.link.to)).sorted(), links: ways + links)
      }
    guard record.concept.kind == .educationLevel else { return sides }
    let itself = Indication.Side(
      id: record.id, title: record.concept.title, ends: [record.id], links: [])
    return sides.merging([record.id.framework: itself]) { first, _ in first }
  }
}
