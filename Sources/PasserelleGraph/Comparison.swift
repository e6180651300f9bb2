package import PasserelleModel

/// What concepts have to do with each other, and who says so.
package struct Comparison: Sendable {
  /// One thing that is compared, as it is placed beside anything else: it is shared by their answers.
  package final class Item: Sendable {
    package let record: ConceptRecord
    package let framework: Framework
    /// The level of its own framework, where it stands at one.
    package let level: Identifier?
    /// The levels of which it is not known whether it stood there on the day.
    package let openLevels: [Identifier]
    /// Where it stands in the reference framework; nothing where there is none in common.
    package let placement: Placement?
    /// The links from the item to its reference level, in order.
    package let links: [LinkRecord]
    /// Where it stands in other reference frameworks.
    package let others: [Placement]
    /// What has taken the place of its level since, and where that stands.
    package let successors: [Successor]

    init(
      record: ConceptRecord, framework: Framework, level: Identifier?, openLevels: [Identifier],
      placement: Placement?, links: [LinkRecord], others: [Placement], successors: [Successor]
    ) {
      (self.record, self.framework) = (record, framework)
      (self.level, self.openLevels) = (level, openLevels)
      (self.placement, self.links, self.others) = (placement, links, others)
      self.successors = successors
    }
  }

  /// A level that has taken the place of another, in a later version of the framework.
  package struct Successor: Hashable, Sendable {
    package var record: ConceptRecord
    /// The link that says so, then where the successor stands.
    package var links: [LinkRecord]
    package var placement: Placement?
  }

  package var finding: Finding
  /// The framework through which the items were compared.
  package var reference: FrameworkName?
  /// The levels that the items reach there, in the items' order where they differ.
  package var referenceLevels: [Identifier]
  package var items: [Item]
  /// What is stated of the items directly: declarations, published mappings, succession.
  package var direct: [LinkRecord]
  /// What recognition bodies have decided in cases of the same two: they bind no other case.
  package var precedents: [LinkRecord]
  /// Weaker knowledge beside the finding, strongest first: it never changes what was found.
  package var indications: [Indication]
  /// What the answer is for, where that was asked.
  package var purpose: Purpose?
  /// The weakest link of the path and why it is that.
  package var weakest: WeakestLink?
  /// What the reader must know, most important first.
  package var caveats: [Phrase]
  /// The day as of which the answer holds.
  package var day: Day

  /// Links of an item on which its sources disagree.
  package var conflicts: [(item: Identifier, links: [LinkRecord])] {
    items.compactMap { item in
      guard let placement = item.placement, placement.status == .conflict else { return nil }
      return (item.record.id, placement.links)
    }
  }

  /// The elements of a qualification that a level says nothing about.
  package static let unknownElements = Element.allCases.filter { $0 != .level }
}
