internal import PasserelleGraph
internal import PasserelleModel

/// Puts a ladder into words, each level with the marks of its sources.
struct LadderWriter {
  let say: Language
  let sources: SourceList

  /// A ladder in words.
  ///
  /// - Parameters:
  ///   - ladder: The ladder.
  ///   - from: What the first side is called.
  ///   - to: What the second side is called.
  ///   - asked: The levels that the question is about.
  /// - Returns: The table.
  func table(
    _ ladder: Ladder, from: String, to: String, asked: Set<Identifier> = []
  ) -> LadderTable {
    let reference = say(Phrase(ladder.reference))
    let rows = ladder.rows.map { row in
      LadderTable.Row(
        level: say.isolated(say(Phrase(level: row.level.id))),
        from: row.from.map { rung($0, at: row.level.id, asked) },
        to: row.to.map { rung($0, at: row.level.id, asked) },
        meeting: row.meeting)
    }
    return LadderTable(
      from: from, reference: reference, to: to, rows: rows + unplaced(ladder, asked))
  }

  private func rung(
    _ rung: Ladder.Rung, at level: Identifier, _ asked: Set<Identifier>
  ) -> LadderTable.Rung {
    let others = rung.placement.status.levels.filter { $0 != level }
    let details = [
      rung.isComparedOnly ? say(.rungCompared) : nil,
      others.isEmpty
        ? nil : say(CorridorKey.rungSpans(parts: ["levels": others.map { Phrase(level: $0) }])),
    ].compactMap(\.self)
    let name = ([say.linked(rung.id.description)] + details).joined(separator: say.separator)
    return LadderTable.Rung(
      text: "\(name) \(sources.marks(rung.placement.links))",
      bond: rung.isComparedOnly ? .comparedOnly : .referenced, isAsked: asked.contains(rung.id))
  }

  /// What reaches no reference level: a row for each reason.
  private func unplaced(_ ladder: Ladder, _ asked: Set<Identifier>) -> [LadderTable.Row] {
    var reasons: [String] = []
    func grouped(_ rungs: [Ladder.Rung]) -> [String: [Ladder.Rung]] {
      let groups = Dictionary(grouping: rungs) { place($0.placement) }
      for rung in rungs where !reasons.contains(place(rung.placement)) {
        reasons.append(place(rung.placement))
      }
      return groups
    }
    let (first, second) = (grouped(ladder.unplacedFrom), grouped(ladder.unplacedTo))
    func rungs(_ rungs: [Ladder.Rung]?) -> [LadderTable.Rung] {
      (rungs ?? []).map { rung in
        let (name, marks) = (
          say.linked(rung.id.description), sources.marks(rung.placement.links)
        )
        return LadderTable.Rung(
          text: marks.isEmpty ? name : "\(name) \(marks)", bond: .none,
          isAsked: asked.contains(rung.id))
      }
    }
    return reasons.map { reason in
      LadderTable.Row(
        level: reason, from: rungs(first[reason]), to: rungs(second[reason]), meeting: nil)
    }
  }

  /// Why a level has no place.
  private func place(_ placement: Placement) -> String {
    let levels = say.any(of: placement.namedLevels.map(\.codeText))
    return switch placement.status {
    case .null(.belowScale): say(.placeBelowScale)
    case .null(.noneAgreed): say(.placeNoneAgreed)
    case .null(.notUsable): say(.placeNotUsable)
    case .null: say(.placeNotReferenced)
    case .conflict: say(.placeInConflict, ["levels": levels.isEmpty ? say(.placeNone) : levels])
    case .notKnownThen: say(.placeNotKnownThen)
    case .levels, .comparedOnly, .unknown: say(.placeNoLink)
    }
  }
}
