package import PasserelleModel

/// A conclusion with all that it was drawn from: the links in order, and the rule that joined each.
package struct Chain: Hashable, Sendable {
  /// One link, as the chain goes along it.
  package struct Step: Hashable, Sendable {
    package var from: Identifier
    package var to: Identifier
    package var link: LinkRecord
    package var move: Move
    /// Whether the chain goes from the link's object to its subject.
    package var isAgainst: Bool
    /// What the chain comes to with this step.
    package var conclusion: Conclusion
    /// The rule that joins the step to those before it.
    package var rule: Rule
  }

  package var steps: [Step]

  package var conclusion: Conclusion { steps.last?.conclusion ?? .exactMatch }
  package var links: [LinkRecord] { steps.map(\.link) }
  /// The concepts on the way, from the first to the last.
  package var path: [Identifier] { steps.prefix(1).map(\.from) + steps.map(\.to) }

  /// How sure the sources are of the whole: the product of what they say of each statement.
  ///
  /// It is never more than the least of them, and says nothing where no source does.
  package var confidence: Double? {
    let stated = Set(links).compactMap(\.link.confidence?.value).sorted()
    return stated.isEmpty ? nil : stated.reduce(1, *)
  }

  /// How many statements have no confidence of their own.
  package var unstatedConfidences: Int {
    Set(links).count { $0.link.confidence == nil }
  }
}
