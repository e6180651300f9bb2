package import PasserelleModel

/// A rule that a graph should keep: what breaks it, as values.
///
/// Each rule is a file. What it conforms to says who asks it: `DiagnosticCheck` for `check` and imports,
/// `ContradictionCheck` for `contradictions`; a rule that is both gives both the same answer.
package protocol Check: Sendable {
  /// What breaks the rule: the facts, from which the words are made.
  associatedtype Finding: Hashable, Sendable

  /// The relations without which there is nothing to find; empty where the rule is not about links.
  ///
  /// A register of a million records that references none of them is spared the rules of referencing.
  var relations: Set<Relation> { get }

  /// Finds what breaks the rule among what was written.
  ///
  /// - Parameter scope: The graph, the day, and what was written.
  /// - Returns: The findings, in a fixed order.
  /// - Throws: The graph's errors.
  func findings(in scope: CheckScope) throws -> [Finding]
}

extension Check {
  package var relations: Set<Relation> { [] }

  /// The findings, where what was written can have any.
  fileprivate func relevantFindings(in scope: CheckScope) throws -> [Finding] {
    guard relations.isEmpty || scope.hasAny(of: relations) else { return [] }
    return try findings(in: scope)
  }
}

/// A check whose findings are told to the author of what was written.
package protocol DiagnosticCheck: Check {
  /// Whether what it finds is legal: its author should look at it, and may be right.
  ///
  /// An import is not told of it, a check is.
  var isSuspicion: Bool { get }

  /// Says what was found, where, and what to do.
  func diagnostic(of finding: Finding) -> Diagnostic
}

extension DiagnosticCheck {
  /// What the author of what was written is told.
  package func diagnostics(in scope: CheckScope) throws -> [Diagnostic] {
    try relevantFindings(in: scope).map(diagnostic)
  }
}

/// A check whose findings are statements that cannot all hold.
package protocol ContradictionCheck: Check {
  /// Names the statements.
  func contradiction(of finding: Finding) -> Contradiction
}

extension ContradictionCheck {
  /// The statements that cannot all hold.
  package func contradictions(in scope: CheckScope) throws -> [Contradiction] {
    try relevantFindings(in: scope).map(contradiction)
  }
}

extension ContradictionCheck where Finding == Contradiction {
  package func contradiction(of finding: Contradiction) -> Contradiction { finding }
}
