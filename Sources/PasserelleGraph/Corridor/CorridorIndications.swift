internal import PasserelleModel

/// Finds what only indicates how two countries compare.
struct CorridorIndications {
  let graph: any GraphReading

  /// What was found, the strongest first.
  func indications(
    _ from: Corridor.End, _ to: Corridor.End, ladders: [Ladder], links: [LinkRecord]
  ) throws -> [Indication] {
    compared(ladders) + (try evaluated(links)) + wholes(from, to, ladders: ladders)
  }

  /// Levels that meet at a reference level, where at least one is only compared with it.
  private func compared(_ ladders: [Ladder]) -> [Indication] {
    let rules = Indications(reference: nil, purpose: nil)
    return ladders.flatMap { ladder in
      ladder.rows.flatMap(\.comparedPairs).compactMap { pair in
        rules.placed(pair.from.side, pair.to.side, in: ladder.reference, orders: [:])
      }
    }
  }

  /// What the centre of one country compares certificates of the other with.
  private func evaluated(_ links: [LinkRecord]) throws -> [Indication] {
    let views = links.filter { $0.link.relation == .evaluatedAs }
    return try Dictionary(grouping: views, by: \.link.from)
      .sorted { $0.key.description < $1.key.description }
      .flatMap { id, views -> [Indication] in
        let title = try graph.concept(id)?.concept.title ?? LocalizedText()
        return Evaluation.grouped(views).compactMap { links in
          let ends = Set(links.map(\.link.to)).sorted()
          guard let basis = ends.first?.framework else { return nil }
          let evaluation = Evaluation(
            basis: basis,
            side: Indication.Side(id: id, title: title, ends: ends, links: links), levels: ends)
          return Indication(
            kind: .nationalCentre, basis: basis, sides: [evaluation.side],
            words: evaluation.words(.centre))
        }
      }
  }

  /// Frameworks that are linked to one reference framework, at least one of them only as a whole.
  private func wholes(
    _ from: Corridor.End, _ to: Corridor.End, ladders: [Ladder]
  ) -> [Indication] {
    from.frameworks.flatMap { one in
      to.frameworks.flatMap { other -> [Indication] in
        let references = one.references.union(other.references)
        return references.sorted { $0.description < $1.description }.compactMap { reference in
          guard one.framework.name != other.framework.name,
            let first = side(of: one, in: reference, ladders),
            let second = side(of: other, in: reference, ladders), first.isWhole || second.isWhole
          else { return nil }
          return Indication(
            kind: .regionalFramework, basis: reference, sides: [first, second],
            alignment: .notKnown,
            words: IndicationMessage.whole(parts: ["framework": [Phrase(reference)]]))
        }
      }
    }
  }

  /// Where a framework is linked: by its levels, or else as a whole; `nil` if it is not.
  private func side(
    of holding: Corridor.Holding, in reference: FrameworkName, _ ladders: [Ladder]
  ) -> Indication.Side? {
    let id = Identifier(holding.framework.name)
    let rungs = ladders.filter { $0.reference == reference }.flatMap(\.rows)
      .flatMap { $0.from + $0.to }.filter { $0.id.framework == holding.framework.name }
    if !rungs.isEmpty {
      return Indication.Side(
        id: id, title: holding.framework.title,
        ends: Set(rungs.flatMap(\.placement.status.levels)).sorted(),
        links: rungs.flatMap(\.placement.links))
    }
    let links = holding.placements.filter { $0.link.to.framework == reference }
    return links.isEmpty
      ? nil
      : Indication.Side(
        id: id, title: holding.framework.title, ends: [Identifier(reference)], links: links)
  }
}

extension Ladder.Rung {
  /// The level as a side of an indication.
  fileprivate var side: Indication.Side {
    Indication.Side(
      id: id, title: record.concept.title, ends: placement.status.levels, links: placement.links,
      isComparedOnly: isComparedOnly)
  }
}

extension Corridor.Holding {
  /// The links that place the framework as a whole.
  fileprivate var placements: [LinkRecord] {
    wholes.filter { $0.link.relation.sense == .placement }
  }

  fileprivate var references: Set<FrameworkName> { Set(placements.map(\.link.to.framework)) }
}
