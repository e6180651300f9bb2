internal import PasserelleModel

extension Placed {
  /// What may indicate how the concept compares with any other: found once, for all that it is compared with.
  package struct Hints: Sendable {
    /// The reference frameworks that it, or its framework as a whole, is linked to, by name.
    var references: [FrameworkName] = []
    /// Where statistics classify it, by classification.
    var classifications: [FrameworkName: Indication.Side] = [:]
  }

  /// Looks for what may indicate something, once all is collected.
  mutating func findHints() {
    hints = Hints(references: foundReferences, classifications: foundClassifications)
  }

  var references: [FrameworkName] { hints.references }
  var classifications: [FrameworkName: Indication.Side] { hints.classifications }

  /// Whether anything is known of it that may indicate more than a finding says.
  var mayIndicate: Bool {
    !indicating.isEmpty || placements.count > 1 || placements.contains { !$0.isFirm }
  }

  private var foundReferences: [FrameworkName] {
    Set(placements.map(\.reference) + wholeLinks.map(\.link.to.framework))
      .sorted { $0.description < $1.description }
  }

  /// What its framework as a whole is linked to.
  private var wholeLinks: [LinkRecord] {
    levels.isEmpty ? [] : indicating.filter { $0.link.relation.sense == .placement }
  }

  /// Where it is placed in a reference framework; `nil` if nowhere, or if the sources say that it has no
  /// level there or disagree.
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
  private var foundClassifications: [FrameworkName: Indication.Side] {
    let all = indicating.filter { $0.link.relation == .classifiedAs }
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
