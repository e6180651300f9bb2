internal import PasserelleGraph
internal import PasserelleModel

// The levels of both countries, and what is stated of the two.
extension CorridorWriter {
  var levels: Sheet.Section? {
    let wholes = (corridor.from.holdings + corridor.to.holdings).flatMap(\.wholes)
    let blocks: [Sheet.Block] =
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
    LadderWriter(say: say, sources: sources).table(
      ladder, from: names.country(corridor.from.country), to: names.country(corridor.to.country))
  }

  // MARK: - Links

  var links: Sheet.Section? {
    .init(
      heading: say(.links),
      blocks: corridor.links.isEmpty
        ? [.text(say(.linksNone))] : [.list(corridor.links.map { line($0) })])
  }

  var precedents: Sheet.Section? {
    corridor.precedents.isEmpty
      ? nil
      : .init(heading: say(.decisions), blocks: [.list(corridor.precedents.map { line($0) })])
  }

  /// A link with its scope and the mark of its source.
  func line(_ record: LinkRecord, as key: CorridorKey? = nil) -> String {
    let link = LinkAnswer(record)
    return line(
      link,
      in: key.map {
        say($0, ["from": link.from, "relation": say.relation(link.relation), "to": link.to])
      })
  }

  // MARK: - Indications

  /// How many views of centres are told in full.
  private static let most = 8

  var indications: Sheet.Section? {
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
        line(IndicationAnswer(indication))
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
        "summary": say(.statistics, ["classes": classes.joined(separator: say.clauses)]),
      ]) + " \(sources.marks(corridor.statisticsEvidence))"
  }
}
