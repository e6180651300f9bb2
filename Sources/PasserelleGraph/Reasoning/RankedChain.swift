package import PasserelleModel

/// A chain with what it is judged by.
///
/// The order of the members is the order of judgement: the first that differs decides. It ends with
/// the text of the chain, so that no two are left in the order in which they were found.
package struct RankedChain: Hashable, Sendable {
  package var chain: Chain
  /// Statements that lead elsewhere from a place on its way: another level, or none.
  package var alternatives: [LinkRecord]
  /// How firm its weakest link is.
  package var grade: EvidenceGrade
  /// How many of its links belong to a version that is not in force on the day.
  package var expired: Int
  /// The product of the confidences that are stated; nothing where none is.
  package var confidence: Double?
  /// How many steps are not as a source states them: by hierarchy, or by succession.
  package var derived: Int
  /// The date of the oldest source; `nil` if one has no date.
  package var oldest: Day?

  package init(_ chain: Chain, alternatives: [LinkRecord], expired: Int) {
    self.chain = chain
    self.alternatives = alternatives
    self.expired = expired
    grade = chain.links.map(\.evidence.grade).min() ?? .unverified
    confidence = chain.confidence
    derived = chain.steps.count { [.hierarchy, .since, .succession].contains($0.rule) }
    oldest = chain.links.map(\.sourceDay).min { $0.isEarlier(than: $1) } ?? nil
  }

  package var conclusion: Conclusion { chain.conclusion }

  /// Whether this one comes before the other.
  package func precedes(_ other: RankedChain) -> Bool {
    func order(_ one: RankedChain) -> (Int, Int, Int, Int, Double, Int) {
      (
        Int(one.conclusion.rawValue), one.alternatives.isEmpty ? 0 : 1, -one.grade.rawValue,
        one.expired, -(one.confidence ?? -1), one.derived
      )
    }
    let (own, its) = (order(self), order(other))
    if own != its { return own < its }
    let (length, itsLength) = (chain.steps.count, other.chain.steps.count)
    if length != itsLength { return length < itsLength }
    return oldest == other.oldest ? text < other.text : other.oldest.isEarlier(than: oldest)
  }

  /// Whether this one comes to the same as the other, and is no worse in anything.
  package func makesSuperfluous(_ other: RankedChain) -> Bool {
    conclusion == other.conclusion && Set(alternatives).isSubset(of: other.alternatives)
      && grade >= other.grade && expired <= other.expired
      && (confidence ?? -1) >= (other.confidence ?? -1) && derived <= other.derived
      && chain.steps.count <= other.chain.steps.count && !oldest.isEarlier(than: other.oldest)
  }

  private var text: String {
    chain.links.map(\.sortKey).joined(separator: "\u{2}")
  }
}
