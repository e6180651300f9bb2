internal import PasserelleModel

/// Finds what elsewhere only indicates that it compares with a concept: apart from what corresponds to
/// it, and never as much.
struct IndicationFinder {
  private let graph: any GraphReading
  private let placer: Placer

  /// What was found of one kind: the nearest, and how many more there are.
  typealias Found = (shown: [Indication], leftOut: Int)

  /// How many of one kind are shown: a list of all programmes of a country answers nothing.
  private static let most = 8

  init(_ vantage: Vantage) {
    graph = vantage.graph
    placer = vantage.placer
  }

  /// Searches frameworks for what stands with a concept by indication alone.
  ///
  /// - Parameters:
  ///   - placed: The concept.
  ///   - reference: The reference framework that its own finding is based on.
  ///   - targets: The frameworks to search.
  ///   - purpose: What it is for, if that was asked.
  ///   - matches: What corresponds by more than an indication.
  /// - Returns: What was found, the strongest first.
  /// - Throws: Errors of the graph.
  func find(
    _ placed: Placed, beside reference: FrameworkName?, in targets: [Framework],
    for purpose: Purpose?, without matches: Set<Identifier>
  ) throws -> Found {
    let search = Search(
      graph: graph, placer: placer, placed: placed,
      names: targets.map(\.name).sorted { $0.description < $1.description }, purpose: purpose,
      rules: Indications(reference: reference, purpose: purpose))
    let compared = try search.compared(without: matches)
    let known = Set(
      (matches + compared.flatMap(\.sides).map(\.id)).map(\.framework))
    let kinds = [
      compared, try search.evaluated(),
      try search.wholes(of: targets.filter { !known.contains($0.name) }),
      try search.classified(without: matches),
    ]
    return kinds.reduce(into: ([], 0)) { found, kind in
      found.shown += kind.prefix(Self.most)
      found.leftOut += max(0, kind.count - Self.most)
    }
  }
}

/// One search: a concept, and where to look.
private struct Search {
  let graph: any GraphReading
  let placer: Placer
  let placed: Placed
  let names: [FrameworkName]
  let purpose: Purpose?
  let rules: Indications

  /// The links of some relations that lead from the frameworks to a concept, and hold.
  private func links(to id: Identifier, _ relations: Set<Relation>) throws -> [LinkRecord] {
    try placer.valid(names.flatMap { try graph.links(to: id, from: $0) })
      .filter { relations.contains($0.link.relation) && $0.link.from != placed.record.id }
  }

  // MARK: - Comparisons

  /// What reaches a reference level of the concept, where at least one of the two is only compared.
  func compared(without matches: Set<Identifier>) throws -> [Indication] {
    try placed.references.flatMap { reference -> [Indication] in
      guard let own = placed.side(in: reference), !own.isWhole else { return [] }
      let relations: Set<Relation> =
        own.isComparedOnly ? [.comparedTo, .referencedTo] : [.comparedTo]
      var found: [Indication] = try itself(own, in: reference)
      var seen = matches
      for link in try own.ends.flatMap({ try links(to: $0, relations) })
      where seen.insert(link.link.from).inserted {
        guard let far = try side(of: link.link.from, in: reference) else { continue }
        rules.placed(own, far, in: reference, orders: placed.orders).map { found.append($0) }
      }
      return found
    }
  }

  /// The level itself, asked for in its own framework by what is only compared with it.
  private func itself(
    _ own: Indication.Side, in reference: FrameworkName
  ) throws -> [Indication] {
    guard own.isComparedOnly, names.contains(reference) else { return [] }
    return try own.ends.compactMap { try graph.concept($0) }.compactMap { level in
      rules.placed(
        own,
        Indication.Side(id: level.id, title: level.concept.title, ends: [level.id], links: []),
        in: reference, orders: placed.orders)
    }
  }

  /// Where a level over there is placed, by all that is said of it.
  private func side(
    of id: Identifier, in reference: FrameworkName
  ) throws -> Indication.Side? {
    guard let record = try graph.concept(id),
      let placement = try placer.placements(of: id).first(where: { $0.reference == reference }),
      !placement.status.levels.isEmpty
    else { return nil }
    return Indication.Side(
      id: id, title: record.concept.title, ends: placement.status.levels, links: placement.links,
      isComparedOnly: !placement.isFirm)
  }

  // MARK: - Centres

  /// What centres there compare the concept with, and what of there they compare with it.
  func evaluated() throws -> [Indication] {
    let own = placed.evaluations(for: purpose).filter { names.contains($0.basis) }
    let far = try links(to: placed.record.id, [.evaluatedAs]).filter { record in
      purpose.map(record.link.purposes.contains) ?? true
    }
    let itself = Indication.Side(
      id: placed.record.id, title: placed.record.concept.title, ends: [placed.record.id],
      links: [])
    let certificates = try Dictionary(grouping: far, by: \.link.from)
      .sorted { $0.key.description < $1.key.description }
      .flatMap { certificate, links -> [Indication] in
        let title = try graph.concept(certificate)?.concept.title ?? LocalizedText()
        return Evaluation.grouped(links).map { links in
          let view = Evaluation(
            basis: itself.id.framework,
            side: Indication.Side(
              id: certificate, title: title, ends: [itself.id], links: links),
            levels: [itself.id])
          return indication(of: view, sides: [itself, view.side])
        }
      }
    return try own.map { view in
      let far = try view.side.ends.map { end in
        Indication.Side(
          id: end, title: try graph.concept(end)?.concept.title ?? LocalizedText(), ends: [end],
          links: [])
      }
      return indication(of: view, sides: [view.side] + far)
    } + certificates
  }

  private func indication(of view: Evaluation, sides: [Indication.Side]) -> Indication {
    Indication(
      kind: .nationalCentre, basis: view.basis, sides: sides,
      alignment: sides.count == 2 ? .same : .overlapping, words: view.words(.centre))
  }

  // MARK: - Frameworks as wholes

  /// The frameworks that are linked to the same reference framework, at least one of the two as a whole.
  func wholes(of targets: [Framework]) throws -> [Indication] {
    guard !placed.references.isEmpty else { return [] }
    return try targets.flatMap { target -> [Indication] in
      let links = try placer.valid(graph.links(from: Identifier(target.name))).filter {
        $0.link.relation.sense == .placement && $0.link.to.code == nil
      }
      return placed.references.compactMap { reference in
        let there = links.filter { $0.link.to.framework == reference }
        guard !there.isEmpty, let own = placed.side(in: reference) else { return nil }
        let far = Indication.Side(
          id: Identifier(target.name), title: target.title, ends: [Identifier(reference)],
          links: there)
        return rules.placed(own, far, in: reference, orders: placed.orders)
      }
    }
  }

  // MARK: - Statistics

  /// What statistics place in a class of the concept.
  func classified(without matches: Set<Identifier>) throws -> [Indication] {
    try placed.classifications.sorted { $0.key.description < $1.key.description }
      .flatMap { basis, own in
        try (classes(of: own, in: basis) + members(of: own, without: matches))
          .compactMap { rules.classified(own, $0, in: basis) }
      }
  }

  /// The classes themselves, where their classification is searched.
  private func classes(
    of own: Indication.Side, in basis: FrameworkName
  ) throws -> [Indication.Side] {
    guard names.contains(basis), !own.links.isEmpty else { return [] }
    return try own.ends.compactMap { try graph.concept($0) }.map { record in
      Indication.Side(
        id: record.id, title: record.concept.title, ends: [record.id], links: [])
    }
  }

  /// What else is in the classes, in the order of its framework.
  private func members(
    of own: Indication.Side, without matches: Set<Identifier>
  ) throws -> [Indication.Side] {
    let found = try own.ends.flatMap { try links(to: $0, [.classifiedAs]) }
      .filter { !matches.contains($0.link.from) }
    return try Dictionary(grouping: found, by: \.link.from).compactMap { id, links in
      try graph.concept(id).map { record in
        let side = Indication.Side(
          id: id, title: record.concept.title, ends: Set(links.map(\.link.to)).sorted(),
          links: links)
        return (side: side, order: record.order)
      }
    }
    .sorted { one, other in
      (one.side.id.framework.description, one.order)
        < (other.side.id.framework.description, other.order)
    }
    .map(\.side)
  }
}
