package import PasserelleModel

/// All rules that a graph should keep, and what each command takes of them.
package enum Checks {
  /// The rules, in the order in which they are asked.
  package static let all: [any Check] = [
    SharedAlias(), NotAMetaFramework(), SharedExactMatch(), ContraryMatches(), DeniedChain(),
    Cycle(), SuccessionCycle(), LevelOrder(), SourcesDisagree(), AgainstReferencing(),
    UnknownPredecessor(), UnknownScope(), TwoNames(), NothingReferenced(), UnreferencedLevel(),
    UnofficialReferencing(), OldReport(), FutureDate(), UnverifiedFramework(),
    UnplacedQualification(), LevelGap(), TitleAgainstCode(), SameTitle(),
  ]

  /// What is wrong with what was written: an import is told, and so is a check.
  package static func problems(in scope: CheckScope) throws -> [Diagnostic] {
    try diagnostics(in: scope) { !$0.isSuspicion }
  }

  /// What is legal and suspicious in what was written: only a check is told.
  package static func suspicions(in scope: CheckScope) throws -> [Diagnostic] {
    try diagnostics(in: scope) { $0.isSuspicion }
  }

  /// The statements that cannot all hold.
  package static func contradictions(in scope: CheckScope) throws -> [Contradiction] {
    try all.compactMap { $0 as? any ContradictionCheck }.flatMap {
      try $0.contradictions(in: scope)
    }
  }

  private static func diagnostics(
    in scope: CheckScope, of belongs: (any DiagnosticCheck) -> Bool
  ) throws -> [Diagnostic] {
    try all.compactMap { $0 as? any DiagnosticCheck }.filter(belongs)
      .flatMap { try $0.diagnostics(in: scope) }
  }
}
