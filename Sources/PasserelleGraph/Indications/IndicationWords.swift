internal import PasserelleModel

/// What an indication says, in sentences that claim no more than its links.
package enum IndicationMessage: String, Message {
  // How the levels of both sides compare.
  case same = "indication.same"
  case adjacent = "indication.adjacent"
  case different = "indication.different"
  case overlapping = "indication.overlapping"
  case notKnown = "indication.not-known"

  case comparisonOfOne = "indication.comparison-of-one"
  case comparisonOfBoth = "indication.comparison-of-both"
  case comparisonAlone = "indication.comparison-alone"

  case centre = "indication.centre"
  case centreSame = "indication.centre-same"
  case centreAdjacent = "indication.centre-adjacent"
  case centreDifferent = "indication.centre-different"
  case centreUnnamed = "indication.centre-unnamed"
  case centreNoPurpose = "indication.centre-no-purpose"

  case regional = "indication.regional"
  case whole = "indication.whole"
  case wholeAlone = "indication.whole-alone"

  case statistics = "indication.statistics"
  case statisticsAlone = "indication.statistics-alone"
}

extension Indication.Kind: Message {
  package var key: String { "indication.kind.\(rawValue)" }
}

extension Purpose: Message {
  package var key: String { "purpose.\(rawValue)" }
}

extension Indication.Alignment {
  /// Where the two sides are: `EQF 4 on both sides`.
  func words(_ one: Indication.Side, _ other: Indication.Side) -> Phrase {
    let message: IndicationMessage =
      switch self {
      case .same: .same
      case .adjacent: .adjacent
      case .different: .different
      case .overlapping: .overlapping
      case .notKnown: .notKnown
      }
    return message(parts: [
      "levels": one.ends.spoken, "one": one.ends.spoken, "other": other.ends.spoken,
    ])
  }
}

extension [Identifier] {
  /// Reference levels as people say them.
  var spoken: [Phrase] { map { Phrase(level: $0) } }
}
