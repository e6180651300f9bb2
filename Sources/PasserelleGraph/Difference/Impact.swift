package import PasserelleModel

/// What a new version does to what others state of the old one.
///
/// A link counts that another publication of the library states: a mapping, a declaration, a
/// precedent, a referencing, a place at a level. No link is carried over to a successor; one is
/// proposed, and who publishes the link decides.
package struct Impact: Sendable {
  /// A link of another publication, and what happens at its end.
  package struct Effect: Hashable, Sendable {
    package var record: LinkRecord
    /// The end of the link that lies in one of the versions.
    package var end: Identifier
    /// What differs there.
    package var changes: [ConceptChange]
    /// What sources state to have taken its place.
    package var proposed: [Successor]
  }

  /// A concept that is referenced to another level, and how many others stand at each.
  package struct Shift: Hashable, Sendable {
    package struct Reference: Hashable, Sendable {
      package var level: Identifier
      /// The levels and qualifications of others that are referenced to it.
      package var companions: Int
    }

    package var id: Identifier
    package var lost: [Reference]
    package var won: [Reference]
  }

  /// Links whose end is not in the new version under its name.
  package private(set) var broken: [Effect] = []
  /// Links whose end is there, and of which the new version says something else.
  package private(set) var changed: [Effect] = []
  /// Links that end at what is new.
  package private(set) var gained: [Effect] = []
  /// How many links name the old version of what is unchanged, where the new one has another name.
  package private(set) var outdated = 0
  package private(set) var shifts: [Shift] = []

  /// Finds what is affected.
  package init(of difference: FrameworkDifference, in library: any GraphReading) throws {
    let finder = EffectFinder(difference: difference, library: library)
    try finder.forEach(difference.removed.map(\.id)) { broken += finder.effects($1, at: $0) }
    let replaced = Dictionary(
      difference.replaced.map { ($0.old.id, $0) }, uniquingKeysWith: { first, _ in first })
    try finder.forEach(difference.replaced.map(\.old.id)) { id, links in
      guard let item = replaced[id] else { return }
      let effects = finder.effects(
        links, at: id, changes: item.changes, proposed: item.successors)
      if difference.new.concepts[id] != nil { changed += effects } else { broken += effects }
    }
    let changes = Dictionary(
      difference.changed.map { ($0.old.id, $0.changes) }, uniquingKeysWith: { first, _ in first })
    try finder.forEach(difference.changed.map(\.old.id)) { id, links in
      changed += finder.effects(links, at: id, changes: changes[id] ?? [])
    }
    let heirs = Set(difference.replaced.flatMap(\.successors).map(\.id))
      .filter { difference.old.concepts[$0] == nil }
    let fresh = difference.added.map(\.id) + difference.new.order.filter(heirs.contains)
    try finder.forEach(fresh) { gained += finder.effects($1, at: $0) }
    let renamed = difference.unchanged.map(\.id).filter { difference.new.concepts[$0] == nil }
    try finder.forEach(renamed) { outdated += $1.count }
    shifts = try finder.shifts()
  }
}

/// Looks up what others state of single concepts.
private struct EffectFinder {
  let difference: FrameworkDifference
  let library: any GraphReading

  /// Visits concepts in their order, each with what others state of it.
  func forEach(
    _ ids: [Identifier], _ body: (Identifier, [LinkRecord]) throws -> Void
  ) throws {
    let own = difference.old.publications.union(difference.new.publications)
    try ids.forEachWithLinks {
      try library.links(touching: $0, besidesThoseOf: own)
    } _: { id, ending, starting in
      try body(id, (ending + starting).filter(isOfOthers))
    }
  }

  func effects(
    _ links: [LinkRecord], at id: Identifier, changes: [ConceptChange] = [],
    proposed: [Successor] = []
  ) -> [Impact.Effect] {
    links.map { Impact.Effect(record: $0, end: id, changes: changes, proposed: proposed) }
  }

  /// Whether a link is published by others, and does not itself lead from one version to the other.
  private func isOfOthers(_ record: LinkRecord) -> Bool {
    let (old, new) = (difference.old, difference.new)
    let (from, to) = (record.link.from.framework, record.link.to.framework)
    let isBridge =
      old.names.contains(from) && new.names.contains(to)
      || new.names.contains(from) && old.names.contains(to)
    return !old.publishes(record) && !new.publishes(record) && !isBridge
  }

  func shifts() throws -> [Impact.Shift] {
    let items =
      difference.changed.map { ($0.old.id, $0.new.id, $0.changes) }
      + difference.replaced.compactMap { item in
        item.successors.first.map { (item.old.id, $0.id, item.changes) }
      }
    return try items.compactMap { old, new, changes in
      guard changes.contains(where: { $0.facet == .rereferenced }) else { return nil }
      let before = difference.old.references(of: old)
      let after = difference.new.references(of: new)
      guard before != after else { return nil }
      return Impact.Shift(
        id: old, lost: try references(before.subtracting(after)),
        won: try references(after.subtracting(before)))
    }
  }

  private func references(_ levels: Set<Identifier>) throws -> [Impact.Shift.Reference] {
    try levels.sorted { $0.description < $1.description }.map { level in
      let companions = try library.links(to: level).filter { record in
        record.link.relation == .referencedTo && isOfOthers(record)
      }
      return Impact.Shift.Reference(
        level: level, companions: Set(companions.map(\.link.from)).count)
    }
  }
}

extension FrameworkVersion {
  /// The reference levels that a concept is referenced to.
  fileprivate func references(of id: Identifier) -> Set<Identifier> {
    Set(targets(of: id) { $0 == .referencedTo }.map(\.to))
  }
}
