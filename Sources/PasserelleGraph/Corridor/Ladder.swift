package import PasserelleModel

/// The levels of two countries on the scale of one reference framework.
package struct Ladder: Sendable {
  /// How levels of the two meet at a reference level.
  package enum Meeting: String, CaseIterable, Sendable {
    /// Both are referenced to it.
    case referenced
    /// At least one is only compared with it, without commitment.
    case comparedOnly = "compared-only"
    /// At least one spans several levels, so that which one applies is open.
    case spanning
  }

  /// A level of one of the countries, and what says where it is placed.
  package struct Rung: Hashable, Sendable {
    package var record: ConceptRecord
    package var placement: Placement

    package var id: Identifier { record.id }

    /// Whether it is only compared, without commitment.
    package var isComparedOnly: Bool {
      if case .comparedOnly = placement.status { true } else { false }
    }
  }

  /// A reference level, with what reaches it on either side.
  package struct Row: Sendable {
    package var level: ConceptRecord
    package var from: [Rung]
    package var to: [Rung]
  }

  /// Two levels that meet.
  package struct Pair: Hashable, Sendable {
    package var level: Identifier
    package var from: Rung
    package var to: Rung
    package var meeting: Meeting
  }

  package var reference: FrameworkName
  /// The reference levels, highest first.
  package var rows: [Row]
  /// The levels of the first country that reach none, highest first.
  package var unplacedFrom: [Rung]
  /// The levels of the second country that reach none, highest first.
  package var unplacedTo: [Rung]

  /// The levels that meet, highest first.
  package var pairs: [Pair] { rows.flatMap(\.pairs) }

  /// Whether levels of both reach the scale.
  package var isShared: Bool {
    rows.contains { !$0.from.isEmpty } && rows.contains { !$0.to.isEmpty }
  }
}

extension Ladder.Row {
  package var pairs: [Ladder.Pair] {
    from.flatMap { one in
      to.map { other in
        let both = [one, other]
        let meeting: Ladder.Meeting =
          if both.contains(where: \.isComparedOnly) {
            .comparedOnly
          } else if both.contains(where: { $0.placement.status.levels.count > 1 }) {
            .spanning
          } else {
            .referenced
          }
        return Ladder.Pair(level: level.id, from: one, to: other, meeting: meeting)
      }
    }
  }

  /// How the sides meet, at best; `nil` if only one side is there.
  package var meeting: Ladder.Meeting? {
    let found = Set(pairs.map(\.meeting))
    return Ladder.Meeting.allCases.first(where: found.contains)
  }
}

extension Ladder {
  /// Puts the levels of two countries on the scale of a reference framework.
  ///
  /// - Parameters:
  ///   - reference: The reference framework.
  ///   - scale: Its levels, lowest first.
  ///   - from: The levels of the first country, lowest first, with all their placements.
  ///   - to: Those of the second.
  init(
    _ reference: FrameworkName, scale: [ConceptRecord],
    from: [(record: ConceptRecord, placements: [Placement])],
    to: [(record: ConceptRecord, placements: [Placement])]
  ) {
    func rungs(_ levels: [(record: ConceptRecord, placements: [Placement])]) -> [Rung] {
      levels.map { record, placements in
        let placement = placements.first { $0.reference == reference }
        return Rung(
          record: record,
          placement: placement
            ?? Placement(reference: reference, status: .unknown, links: []))
      }
    }
    let (first, second) = (rungs(from), rungs(to))
    self.reference = reference
    rows = scale.reversed().map { level in
      func here(_ rung: Rung) -> Bool { rung.placement.status.levels.contains(level.id) }
      return Row(level: level, from: first.filter(here), to: second.filter(here))
    }
    unplacedFrom = first.reversed().filter(\.placement.status.levels.isEmpty)
    unplacedTo = second.reversed().filter(\.placement.status.levels.isEmpty)
  }
}
