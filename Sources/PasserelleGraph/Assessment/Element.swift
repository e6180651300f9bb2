internal import PasserelleModel

/// What a qualification is judged by (EAR manual, chapter 10): none of the five speaks for another.
package enum Element: String, CaseIterable, Sendable {
  case level, workload, quality, profile
  case outcomes = "learning-outcomes"
}

/// What can be said of one element of a qualification, beside what it is compared with.
///
/// It prepares a decision and is none: only the body that decides says that a difference is
/// substantial, and that refuses nobody by itself.
package enum Comparability: String, CaseIterable, Sendable {
  case comparable
  case partly
  case substantialDifferencePossible = "substantial-difference-possible"
  case notKnown = "not-known"
}

/// What is said of one element, why, and by whom.
package struct ElementJudgement: Sendable {
  package var element: Element
  package var comparability: Comparability
  /// Why, each a sentence.
  package var reasons: [Phrase]
  /// What it rests on; empty where nothing is known.
  package var links: [LinkRecord]
  /// What the level is judged by; `nil` for the other elements, within one system, and if the level is
  /// not known.
  package var basis: LevelBasis?
}
