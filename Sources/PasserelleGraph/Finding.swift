/// What a comparison comes to, in the fixed words of every answer.
package enum Finding: String, Message {
  /// A law, agreement or decision declares it, within its scope.
  case declaredEquivalent = "declared-equivalent"
  /// All reach the same level of a reference framework.
  case sameReferenceLevel = "same-reference-level"
  /// The reference levels are neighbours.
  case adjacent
  /// The reference levels are further apart.
  case different
  /// There are links, and whether they held on the day that is asked about is not known.
  case notKnownThen = "not-known-then"
  /// No official source links them.
  case noOfficialLink = "no-official-link"
  /// The sources disagree.
  case conflict
  /// One level spans several, or the question has several meanings.
  case ambiguous
  /// A mapping exists that its own authors did not endorse.
  case notUsable = "not-usable"
  /// The parties found no level to agree on.
  case noneAgreed = "none-agreed"
  /// At least one stands below the scale.
  case belowScale = "below-scale"
}

extension Finding {
  package var key: String { "finding.\(rawValue)" }
}
