internal import PasserelleGraph
internal import PasserelleModel

/// A comparison in one sentence: the finding, and the levels as people name them.
struct Headline: Sendable {
  let phrase: Phrase
  /// Whether it is what the one who asks hopes for.
  let isGood: Bool

  init(_ comparison: Comparison, place: (Comparison.Item) -> Phrase = Self.place) {
    isGood = [.sameReferenceLevel, .declaredEquivalent].contains(comparison.finding)
    phrase =
      comparison.items.count > 1
      ? Self.ofSeveral(comparison, place) : Self.ofOne(comparison, place)
  }

  private static func ofSeveral(
    _ comparison: Comparison, _ place: (Comparison.Item) -> Phrase
  ) -> Phrase {
    var items: [String: [Phrase]] { ["items": comparison.items.map(place)] }
    return switch comparison.finding {
    case .sameReferenceLevel: AnswerKey.headlineSame(parts: levels(of: comparison))
    case .adjacent: AnswerKey.headlineAdjacent(parts: items)
    case .different: AnswerKey.headlineDifferent(parts: items)
    case .declaredEquivalent: AnswerKey.headlineDeclared()
    case .noOfficialLink where comparison.direct.isEmpty: AnswerKey.headlineNoLink()
    case .noOfficialLink where comparison.direct.allSatisfy(\.isOfWholes):
      AnswerKey.headlineWholes(parts: links(comparison.direct))
    case .noOfficialLink: AnswerKey.headlineDirect(parts: links(comparison.direct))
    case .conflict: AnswerKey.headlineConflict(parts: items)
    case .ambiguous: AnswerKey.headlineAmbiguous(parts: items)
    case .notKnownThen: AnswerKey.headlineNotKnownThen(parts: ["day": [Phrase(comparison.day)]])
    case .notUsable: AnswerKey.headlineNotUsable()
    case .noneAgreed: AnswerKey.headlineNoneAgreed()
    case .belowScale: belowScale(comparison)
    }
  }

  private static func ofOne(
    _ comparison: Comparison, _ place: (Comparison.Item) -> Phrase
  ) -> Phrase {
    var items: [String: [Phrase]] { ["items": comparison.items.map(place)] }
    switch comparison.finding {
    case .sameReferenceLevel:
      let values = ["id": comparison.items.first?.record.id.description ?? ""]
      return comparison.items.first?.links.isEmpty == false
        ? AnswerKey.headlineReferenced(values, parts: levels(of: comparison))
        : AnswerKey.headlineIsLevel(values, parts: levels(of: comparison))
    case .conflict: return AnswerKey.headlineConflict(parts: items)
    case .ambiguous: return AnswerKey.headlineAmbiguous(parts: items)
    case .notKnownThen:
      return AnswerKey.headlineNotKnownThen(parts: ["day": [Phrase(comparison.day)]])
    case .noOfficialLink: return AnswerKey.headlineNoLink()
    case .belowScale: return belowScale(comparison)
    case .noneAgreed: return AnswerKey.headlineNoneAgreed()
    case .notUsable: return AnswerKey.headlineNotUsable()
    // A single thing is compared with nothing.
    case .adjacent, .different, .declaredEquivalent: return comparison.finding()
    }
  }

  private static func belowScale(_ comparison: Comparison) -> Phrase {
    comparison.reference.map { AnswerKey.headlineBelowScale(parts: ["reference": [Phrase($0)]]) }
      ?? AnswerKey.headlineBelowAScale()
  }

  private static func levels(of comparison: Comparison) -> [String: [Phrase]] {
    ["levels": comparison.referenceLevels.map { Phrase(level: $0) }]
  }

  /// The levels that an item reaches: `ie-nqf:7 EQF 6`.
  static func place(of item: Comparison.Item) -> Phrase {
    let levels = item.placement?.namedLevels.map { Phrase(level: $0) } ?? []
    let hasNull = item.placement?.links.contains { $0.link.relation.isNull } ?? false
    let places = levels + (hasNull ? [AnswerKey.placeNone()] : [])
    return AnswerKey.headlineItem(
      ["id": "\(item.record.id)"], parts: ["levels": [anyOf(places)]])
  }

  private static func anyOf(_ places: [Phrase]) -> Phrase {
    guard let last = places.last else { return AnswerKey.placeUnknown() }
    return places.count == 1
      ? last : AnswerKey.answerOr(parts: ["first": places.dropLast(), "last": [last]])
  }

  private static func links(_ records: [LinkRecord]) -> [String: [Phrase]] {
    ["links": records.map(\.link.statement)]
  }
}

extension LinkRecord {
  /// Whether it is about two frameworks, and says nothing of their levels.
  fileprivate var isOfWholes: Bool { link.from.code == nil && link.to.code == nil }
}
