/// How the levels of one framework are linked to those of another, the strongest first.
///
/// It says what `compare` can say of their levels, and no more: that two frameworks are linked makes
/// nothing equivalent.
package enum Reach: String, Message {
  /// A source declares or maps levels of the two to one another, or one is the reference framework of the other.
  case direct
  /// Both are referenced to the same reference framework, and levels of them can be compared there.
  case chained
  /// Both are linked, and no two levels come to a finding: sources disagree, a level spans several, or
  /// it is not known whether the links held on the day.
  case unsettled
  /// Something indicates how levels compare: a comparison without commitment, a regional framework,
  /// statistics.
  case indication
  /// The two are linked as wholes: which levels correspond is not stated.
  case wholes
  /// Nothing holds on the day; what was linked has ended, or links a version that is no longer in force.
  case stale
  /// No source here says anything.
  case none
}

extension Reach {
  package var key: String { "reach.\(rawValue)" }
}
