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

  package var reference: FrameworkName
  /// The reference levels, highest first.
  package var rows: [Row]
  /// The levels of the first country that reach none, highest first.
  package var unplacedFrom: [Rung]
  /// The levels of the second country that reach none, highest first.
  package var unplacedTo: [Rung]

  /// Whether levels of both reach the scale.
  package var isShared: Bool {
    rows.contains { !$0.from.isEmpty } && rows.contains { !$0.to.isEmpty }
  }
}

extension Ladder.Row {
  /// The levels that meet, and of which at least one is only compared.
  var comparedPairs: [(from: Ladder.Rung, to: Ladder.Rung)] {
    from.flatMap { one in
      to.filter { one.isComparedOnly || $0.isComparedOnly }.map { (one, $0) }
    }
  }

  /// How many pairs meet in each way, without making them: there are as many as one side times the other.
  package func count(of meeting: Ladder.Meeting) -> Int {
    func upTo(_ meeting: Ladder.Meeting) -> Int {
      from.count { $0.meeting <= meeting } * to.count { $0.meeting <= meeting }
    }
    return switch meeting {
    case .referenced: upTo(.referenced)
    case .spanning: upTo(.spanning) - upTo(.referenced)
    case .comparedOnly: upTo(.comparedOnly) - upTo(.spanning)
    }
  }

  /// How the sides meet, at best; `nil` if only one side is there.
  package var meeting: Ladder.Meeting? {
    Ladder.Meeting.allCases.first { count(of: $0) > 0 }
  }
}

extension Ladder.Rung {
  /// How it meets a level that is referenced.
  fileprivate var meeting: Ladder.Meeting {
    if isComparedOnly { return .comparedOnly }
    return placement.status.levels.count > 1 ? .spanning : .referenced
  }
}

extension Ladder.Meeting: Comparable {
  /// How far from a plain meeting; a pair meets as the side does that is further from it.
  private var rank: Int {
    switch self {
    case .referenced: 0
    case .spanning: 1
    case .comparedOnly: 2
    }
  }

  package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
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
