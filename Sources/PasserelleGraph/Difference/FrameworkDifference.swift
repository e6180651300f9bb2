package import PasserelleModel

/// What differs between two versions of a framework or taxonomy.
///
/// What sources state of a concept's successors goes first; then a code of one series that both
/// versions have is taken to be one concept. Codes of two series are never paired by themselves.
package struct FrameworkDifference: Sendable {
  /// A concept of the old version that others have taken the place of, as sources state.
  package struct Replacement: Hashable, Sendable {
    package var old: Concept
    package var successors: [Successor]
    /// What differs, where there is one successor of one concept.
    package var changes: [ConceptChange]
  }

  /// A concept that both versions have and of which they say different things.
  package struct Change: Hashable, Sendable {
    package var old: Concept
    package var new: Concept
    package var changes: [ConceptChange]
  }

  package let old: FrameworkVersion
  package let new: FrameworkVersion
  /// What no concept of the old version is known to have led to.
  package private(set) var added: [Concept] = []
  /// What the new version lacks, without a successor that a source states.
  package private(set) var removed: [Concept] = []
  package private(set) var replaced: [Replacement] = []
  package private(set) var changed: [Change] = []
  /// The concepts of the old version that are kept as they were.
  package private(set) var unchanged: [Concept] = []
  package private(set) var reordered: LevelReordering?

  /// Compares two versions.
  ///
  /// - Parameters:
  ///   - old: The version to start from.
  ///   - new: The version that it is compared with.
  ///   - library: What else is known: correspondence tables between the two.
  /// - Throws: What the library throws.
  package init(
    from old: FrameworkVersion, to new: FrameworkVersion, in library: any GraphReading
  ) throws {
    (self.old, self.new) = (old, new)
    let succession = try Succession(from: old, to: new, in: library)
    var candidates: [Identifier: Identifier] = [:]
    for id in new.order where !succession.heirs.contains(id) { candidates[id.withoutVersion] = id }
    var pairs: [LevelReordering.Pair] = []
    for id in old.order {
      guard let concept = old.concepts[id] else { continue }
      if let successors = succession.successors[id] {
        replace(concept, by: successors)
        if let only = successors.first, only.isAlone { pairs.append((id, only.id)) }
        continue
      }
      guard let twin = candidates.removeValue(forKey: id.withoutVersion) else {
        removed.append(concept)
        continue
      }
      pairs.append((id, twin))
      keep(concept, as: twin)
    }
    let fresh = Set(candidates.values)
    added = new.order.filter(fresh.contains).compactMap { new.concepts[$0] }
    reordered = LevelReordering(pairs, from: old, to: new)
  }

  /// How many concepts were paired by their codes alone.
  package var pairedByCode: Int { changed.count + unchanged.count }

  /// How many concepts differ in a facet.
  package func count(of facet: ConceptChange.Facet) -> Int {
    (changed.map(\.changes) + replaced.map(\.changes)).count { changes in
      changes.contains { $0.facet == facet }
    }
  }

  /// The tiers of the old version for which sources state successors of no concept at all.
  ///
  /// A table of unit groups says nothing of major groups: that they have none is no finding.
  package var tiersWithoutSuccessors: [String] {
    guard !replaced.isEmpty else { return [] }
    let covered = Set(replaced.compactMap(\.old.tier))
    return Set(removed.compactMap(\.tier)).subtracting(covered).sorted()
  }

  private mutating func replace(_ concept: Concept, by successors: [Successor]) {
    let only = successors.first.flatMap { $0.isAlone ? $0.id : nil }
    replaced.append(
      Replacement(
        old: concept, successors: successors,
        changes: only.map { only in
          ConceptChange.between(
            concept.id, of: old, and: only, of: new, in: ConceptChange.Facet.acrossCodes)
        } ?? []))
  }

  private mutating func keep(_ concept: Concept, as twin: Identifier) {
    let changes = ConceptChange.between(concept.id, of: old, and: twin, of: new)
    guard let other = new.concepts[twin], !changes.isEmpty else {
      unchanged.append(concept)
      return
    }
    changed.append(Change(old: concept, new: other, changes: changes))
  }
}
