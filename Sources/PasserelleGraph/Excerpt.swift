package import PasserelleModel

/// The part of the graph that an answer rests on: what was asked about, and the statements that the
/// answer names.
///
/// What the answer concludes is not in it: no source states that.
package struct Excerpt: Sendable {
  /// What was asked about, and all that the links join.
  package private(set) var concepts: Set<Identifier> = []
  package private(set) var links: Set<LinkRecord> = []

  /// What the comparisons of concepts rest on, and every chain between them.
  package init(of explanations: [Explanation]) {
    for explanation in explanations {
      add(explanation.comparison)
      add(
        explanation.chains.flatMap { $0.chain.links + $0.alternatives }
          + explanation.denied.flatMap { $0.chain.links + [$0.denial] })
    }
  }

  /// What a comparison rests on.
  package init(of comparison: Comparison) {
    add(comparison)
  }

  /// What a list of correspondents rests on.
  package init(of found: Correspondents) {
    add(found.subject)
    add(found.matches.flatMap(\.links) + found.nulls + found.indications.flatMap(\.links))
    concepts.formUnion(found.indications.flatMap(\.sides).map(\.id))
    concepts.formUnion(found.matches.flatMap { $0.qualifications + [$0.record] }.map(\.id))
    let mappings =
      found.declared + found.precedents + found.mappings + found.compared
    add(mappings.flatMap(\.links) + found.derived.found.flatMap(\.allLinks))
  }

  private mutating func add(_ comparison: Comparison) {
    for item in comparison.items {
      concepts.insert(item.record.id)
      add(item.links + item.others.flatMap(\.links) + (item.placement?.links ?? []))
      add(item.successors.flatMap { $0.links + ($0.placement?.links ?? []) })
    }
    add(
      comparison.direct + comparison.precedents + comparison.indications.flatMap(\.links))
  }

  private mutating func add(_ records: [LinkRecord]) {
    links.formUnion(records)
    concepts.formUnion(records.flatMap { [$0.link.from, $0.link.to] })
  }

  /// What was published that the excerpt is of, by name.
  package var publications: [FrameworkName] {
    Set(links.map(\.source) + concepts.map(\.framework))
      .sorted { $0.description < $1.description }
  }
}

extension LinkRecord {
  /// What the link was published with: its own framework where nothing else is known.
  package var source: FrameworkName { publication ?? link.from.framework }
}
