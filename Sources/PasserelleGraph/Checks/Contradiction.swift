package import PasserelleModel

/// Statements that cannot all hold, with the fewest of them that show it.
package struct Contradiction: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Two concepts of one framework are exact matches of the same thing.
    case sharedExactMatch = "shared-exact-match"
    /// Two concepts match each other in ways that exclude each other.
    case contraryMatches = "contrary-matches"
    /// A chain of mappings comes to what a source denies.
    case deniedChain = "denied-chain"
    /// A hierarchy or a succession leads from something back to itself.
    case cycle
    /// A level stands above another and is referenced below it.
    case levelInversion = "level-inversion"
    /// Sources name different reference levels for one level, or a level and none.
    case sourcesDisagree = "sources-disagree"
    /// A qualification claims another reference level than its level has.
    case againstReferencing = "against-referencing"
  }

  package var kind: Kind
  /// The concepts that it is about.
  package var concepts: [Identifier]
  /// The statements.
  package var rows: [LinkRecord]

  /// What is wrong, in a sentence.
  package var words: String {
    let names = concepts.map(\.description).joined(separator: " and ")
    return switch kind {
    case .sharedExactMatch: "\(names) are two, and would be exact matches of each other"
    case .contraryMatches: "\(names) match in ways that exclude each other"
    case .deniedChain: "a chain between \(names) comes to what a source denies"
    case .cycle: "each of \(names) leads to the next, and the last to the first"
    case .levelInversion: "\(names) are referenced against their order"
    case .sourcesDisagree: "the sources disagree on \(names)"
    case .againstReferencing: "\(names) claims another reference level than its level has"
    }
  }
}
