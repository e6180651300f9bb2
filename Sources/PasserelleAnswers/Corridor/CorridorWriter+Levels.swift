internal import PasserelleGraph
internal import PasserelleModel

// The levels of both countries, and what is stated of the two.
extension CorridorWriter {
  var levels: ComparabilitySheet.Section? {
    let wholes = (corridor.from.holdings + corridor.to.holdings).flatMap(\.wholes)
    let blocks: [ComparabilitySheet.Block] =
      corridor.ladders.isEmpty
      ? [.text(say(.ladderNone))]
      : [.text(say(.legend))] + corridor.ladders.map { .ladder(ladder($0)) }
    return .init(
      heading: say(.levels), blocks: blocks + list(wholes.map { line($0, as: whole($0)) }))
  }

  /// How a framework as a whole is linked.
  private func whole(_ record: LinkRecord) -> CorridorKey {
    switch record.link.relation {
    case .referencedTo: .wholeReferenced
    case .comparedTo: .wholeCompared
    default: .whole
    }
  }

  private func ladder(_ ladder: Ladder) -> LadderTable {
    let reference = ladder.reference.spoken
    let rows = ladder.rows.map { row in
      LadderTable.Row(
        level: say(
          .scale, ["reference": reference, "level": row.level.id.codeText]),
        from: row.from.map { rung($0, at: row.level.id) },
        to: row.to.map { rung($0, at: row.level.id) },
        meeting: row.meeting)
    }
    return LadderTable(
      from: heading(of: corridor.from), reference: reference, to: heading(of: corridor.to),
      rows: rows + unplaced(ladder))
  }

  private func heading(of end: Corridor.End) -> String { names.country(end.country) }

  private func rung(_ rung: Ladder.Rung, at level: Identifier) -> LadderTable.Rung {
    let others = rung.placement.status.levels.filter { $0 != level }
    let details = [
      rung.isComparedOnly ? say(.rungCompared) : nil,
      others.isEmpty
        ? nil : say(.rungSpans, ["levels": others.map(\.spoken).joined(separator: ", ")]),
    ].compactMap(\.self)
    let name = ([rung.id.description] + details).joined(separator: ", ")
    return LadderTable.Rung(
      text: "\(name) \(sources.marks(rung.placement.links))",
      bond: rung.isComparedOnly ? .comparedOnly : .referenced)
  }

  /// What reaches no reference level: a row for each reason.
  private func unplaced(_ ladder: Ladder) -> [LadderTable.Row] {
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
        let marks = sources.marks(rung.placement.links)
        return LadderTable.Rung(
          text: marks.isEmpty ? "\(rung.id)" : "\(rung.id) \(marks)", bond: .none)
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

  // MARK: - Links

  var links: ComparabilitySheet.Section? {
    .init(
      heading: say(.links),
      blocks: corridor.links.isEmpty
        ? [.text(say(.linksNone))] : [.list(corridor.links.map { line($0) })])
  }

  var precedents: ComparabilitySheet.Section? {
    corridor.precedents.isEmpty
      ? nil
      : .init(heading: say(.decisions), blocks: [.list(corridor.precedents.map { line($0) })])
  }

  /// A link with its scope and the mark of its source.
  func line(_ record: LinkRecord, as key: CorridorKey? = nil) -> String {
    let link = LinkAnswer(record)
    let stated =
      key.map { say($0, ["from": link.from, "relation": link.relation, "to": link.to]) }
      ?? "\(link.from) \(link.relation) \(link.to)"
    let scope = link.scope(in: say)
    return ([stated] + scope + [link.note].compactMap(\.self)).joined(separator: "; ")
      + " \(sources.marks([record]))"
  }

  // MARK: - Indications

  /// How many views of centres are told in full.
  private static let most = 8

  var indications: ComparabilitySheet.Section? {
    let compared = corridor.indications.count { $0.kind == .comparison }
    let others = corridor.indications.filter { $0.kind != .comparison }
    let kept = others.prefix(Self.most)
    let told =
      (compared == 0
        ? []
        : [
          say(
            .indicationLine,
            [
              "kind": say(Indication.Kind.comparison),
              "summary": say(.indicationsCompared, ["count": "\(compared)"]),
            ])
            + " "
            + sources.marks(
              corridor.indications.filter { $0.kind == .comparison }.flatMap(\.links))
        ])
      + kept.map { indication in
        IndicationAnswer(indication).line(in: say) + " \(sources.marks(indication.links))"
      }
      + (others.count > kept.count
        ? [say(.indicationsMore, ["count": "\(others.count - kept.count)"])] : [])
      + [statistics].compactMap(\.self)
    return told.isEmpty ? nil : .init(heading: say(.weaker), blocks: [.list(told)])
  }

  /// The classes that statistics place programmes of both countries in.
  private var statistics: String? {
    let shared = corridor.statistics.filter { $0.from > 0 && $0.to > 0 }
    guard !shared.isEmpty else { return nil }
    let classes = shared.map { count in
      say(
        .statisticsClass,
        [
          "level": "\(count.level)", "from": "\(corridor.from.country)", "first": "\(count.from)",
          "to": "\(corridor.to.country)", "second": "\(count.to)",
        ])
    }
    return say(
      .indicationLine,
      [
        "kind": say(Indication.Kind.statistics),
        "summary": say(.statistics, ["classes": classes.joined(separator: "; ")]),
      ]) + " \(sources.marks(corridor.statisticsEvidence))"
  }
}
