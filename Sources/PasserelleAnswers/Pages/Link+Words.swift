internal import PasserelleModel

extension Link {
  /// What the subject has to do with the object, in words that claim no more than the link does.
  var words: String {
    switch relation {
    case .referencedTo: "referenced to \(to)"
    case .comparedTo: "compared with \(to)"
    case .evaluatedAs: "compared with \(to) by one centre, for its own purpose"
    case .classifiedAs: "classified at \(to) in statistics"
    case .belowScale: "below the scale of \(to)"
    case .noneAgreed: "none agreed with \(to)"
    case .notReferenced: "no level of \(to)"
    case .notUsable: "mapping to \(to) not usable"
    case .declaredEquivalent: "declared equivalent to \(to), in this direction"
    case .precedent: "decided on in one case, against \(to)"
    case .exactMatch: "an exact match of \(to)"
    case .closeMatch: "a close match of \(to)"
    case .broadMatch: "has a broader match in \(to)"
    case .narrowMatch: "has a narrower match in \(to)"
    case .relatedMatch: "related to \(to)"
    case .overlaps: "overlaps with \(to)"
    case .disjointFrom: "has nothing in common with \(to)"
    case .notExactMatch: "no exact match of \(to)"
    case .notCloseMatch: "no close match of \(to)"
    case .notBroadMatch: "has no broader match in \(to)"
    case .notNarrowMatch: "has no narrower match in \(to)"
    case .notRelatedMatch: "not related to \(to)"
    case .noMatch: "no match found in \(to)"
    case .atLevel: "at the level \(to)"
    case .inField: "in the field \(to)"
    case .preparesFor: "prepares for \(to)"
    case .attests: "attests \(to)"
    case .awardedBy: "awarded by \(to)"
    case .requiresEssential: "requires \(to)"
    case .requiresOptional: "may require \(to)"
    case .broader: "within \(to)"
    case .partOf: "part of \(to)"
    case .supersedes: "succeeds \(to)"
    }
  }

  /// For whom, for what and when the link holds, a phrase each; a declaration that does not name it
  /// says so.
  var scope: [String] {
    func stated(_ name: String, _ values: [String]) -> [String] {
      values.isEmpty ? [] : ["\(name): \(values.joined(separator: ", "))"]
    }
    func named(_ name: String, _ values: [String]) -> [String] {
      stated(name, values.isEmpty ? ["not named"] : values)
    }
    let ends: [String] =
      switch relation {
      case .declaredEquivalent:
        named("parties", parties) + named("purpose", purposes.map(\.rawValue))
      case .precedent:
        stated("decided", [outcome?.rawValue, date?.description].compactMap { $0 })
          + named("decided by", parties) + named("purpose", purposes.map(\.rawValue))
      case .evaluatedAs: named("purpose", purposes.map(\.rawValue))
      default: []
      }
    let days = [
      validity.from.map { "from \($0)" }, validity.by.map { "for certain by \($0)" },
      validity.to.map { "until \($0)" },
    ]
    return ends + stated("conditions", conditions) + stated("to make up for", compensation)
      + days.compactMap { $0 }
  }
}
