package import PasserelleModel

/// What follows for two concepts from the parts or the wider groups of one, or from several tables.
package enum Tie: Hashable, Sendable {
  /// A chain of statements leads from one to the other.
  case match(Conclusion)
  /// Something in the one belongs to the other as well; which of the two is wider is not known.
  case partInCommon
  /// A part or a wider group is linked to it, and for the concept itself nothing follows.
  case undetermined
}

extension Tie {
  /// The ties that no vocabulary of mappings has a relation for.
  package static let unnamed: [Tie] = [.partInCommon, .undetermined]

  /// The tie as JSON and tables have it: `narrowMatch`, `part-in-common`.
  package var name: String {
    switch self {
    case .match(let conclusion): conclusion.relation?.rawValue ?? conclusion.name
    case .partInCommon: "part-in-common"
    case .undetermined: "undetermined"
    }
  }

  /// What says more comes first.
  package var rank: Int {
    switch self {
    case .match(let conclusion): 2 * Int(conclusion.rawValue)
    case .partInCommon: 2 * Int(Conclusion.overlaps.rawValue) + 1
    case .undetermined: 2 * Conclusion.allCases.count
    }
  }

  /// What a tie and a further move yield: by the rules of chains, or else a part in common.
  ///
  /// What goes down to something narrower and up again, or down and across to what only overlaps, yields
  /// no match; but the two ends have something in common.
  static func extend(_ first: Tie?, by move: Move) -> Tie? {
    switch (first, move) {
    case (nil, _): return ChainRules.extend(nil, by: move).map { .match($0.0) }
    case (.match(.narrowMatch), .broad), (.match(.narrowMatch), .wider),
      (.match(.narrowMatch), .overlap), (.match(.overlaps), .broad), (.match(.overlaps), .wider),
      (.partInCommon, .exact), (.partInCommon, .broad), (.partInCommon, .wider):
      return .partInCommon
    case (.match(let conclusion), _):
      return ChainRules.extend(conclusion, by: move).map { .match($0.0) }
    case (.partInCommon, _), (.undetermined, _): return nil
    }
  }

  /// Whether a denial of the same two concepts, in the same direction, says that this does not hold.
  func isDenied(by denial: Relation) -> Bool {
    switch self {
    case .match(let conclusion): conclusion.isDenied(by: denial)
    case .partInCommon: Conclusion.overlaps.isDenied(by: denial)
    case .undetermined: denial == .disjointFrom
    }
  }
}

/// What a tie says of the concept that was asked about, in words.
package enum TieWords: String, Message {
  case within = "tie.within"
  case around = "tie.around"
  case partInCommon = "tie.part-in-common"
  case undetermined = "tie.undetermined"
}

extension Tie {
  /// The tie in words, for a concept that is tied by its parts or its wider groups.
  package func words(for id: Identifier) -> Phrase? {
    let words: TieWords? =
      switch self {
      case .match(.narrowMatch): .within
      case .match(.broadMatch): .around
      case .match: nil
      case .partInCommon: .partInCommon
      case .undetermined: .undetermined
      }
    return words?(["id": "\(id)"])
  }
}
