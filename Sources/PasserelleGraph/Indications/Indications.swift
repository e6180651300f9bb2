internal import PasserelleModel

/// Finds what indicates how concepts compare, in what was collected of each: no store is asked.
struct Indications {
  /// The reference framework that the finding is based on, if it is based on one.
  let reference: FrameworkName?
  /// What the answer is for: a centre's view counts for the purposes that it names.
  let purpose: Purpose?

  /// What indicates how concepts compare, two by two; with one, what is known of it alone.
  ///
  /// The strongest come first.
  func indications(of placed: [Placed]) -> [Indication] {
    guard placed.contains(where: \.mayIndicate) else { return [] }
    if placed.count == 1 { return strongestFirst(alone(placed[0])) }
    return strongestFirst(
      placed.indices.flatMap { index in
        placed[(index + 1)...].flatMap { between(placed[index], $0) }
      })
  }

  private func strongestFirst(_ indications: [Indication]) -> [Indication] {
    Indication.Kind.allCases.flatMap { kind in indications.filter { $0.kind == kind } }
  }

  // MARK: - One

  private func alone(_ one: Placed) -> [Indication] {
    one.references.compactMap { reference in
      one.side(in: reference).flatMap { alone($0, in: reference) }
    }
      + one.evaluations(for: purpose).map { evaluation in
        Indication(
          kind: .nationalCentre, basis: evaluation.basis, sides: [evaluation.side],
          words: evaluation.words(.centre))
      }
      + classifications(of: one) { _ in true }
  }

  /// Where statistics classify a concept, by itself.
  private func classifications(
    of one: Placed, where isTold: (FrameworkName) -> Bool
  ) -> [Indication] {
    one.classifications.filter { $0.key != one.record.id.framework && isTold($0.key) }
      .sorted { $0.key.description < $1.key.description }
      .map { basis, side in
        Indication(
          kind: .statistics, basis: basis, sides: [side],
          words: IndicationMessage.statisticsAlone(
            ["id": "\(side.id)"], parts: ["levels": side.ends.spoken]))
      }
  }

  /// Where statistics classify a concept that no reference framework has a place for, beside one that
  /// they do not: it is all that is known of a programme of a register.
  private func unmet(_ one: Placed, by other: Placed) -> [Indication] {
    guard one.references.isEmpty else { return [] }
    let far = other.classifications
    return classifications(of: one) { far[$0] == nil && $0 != other.record.id.framework }
  }

  /// What a place in a reference framework indicates by itself: a referencing is no mere indication.
  private func alone(_ side: Indication.Side, in reference: FrameworkName) -> Indication? {
    let values = ["id": "\(side.id)", "framework": "\(side.id.framework)"]
    if side.isWhole {
      return Indication(
        kind: .regionalFramework, basis: reference, sides: [side],
        words: IndicationMessage.wholeAlone(values, parts: ["reference": [Phrase(reference)]]))
    }
    guard side.isComparedOnly else { return nil }
    return Indication(
      kind: .comparison, basis: reference, sides: [side],
      words: IndicationMessage.comparisonAlone(values, parts: ["levels": side.ends.spoken]))
  }

  // MARK: - Two

  private func between(_ one: Placed, _ other: Placed) -> [Indication] {
    one.references.compactMap { reference in
      guard let first = one.side(in: reference), let second = other.side(in: reference) else {
        return nil
      }
      return placed(
        first, second, in: reference,
        orders: one.orders.merging(other.orders) { first, _ in first })
    } + evaluated(one, against: other) + evaluated(other, against: one, isTurned: true)
      + classified(one, other) + unmet(one, by: other) + unmet(other, by: one)
  }

  /// What two places in a reference framework indicate; nothing if the finding is based on them.
  func placed(
    _ one: Indication.Side, _ other: Indication.Side, in reference: FrameworkName,
    orders: @autoclosure () -> [Identifier: Int]
  ) -> Indication? {
    if reference == self.reference, one.isReferenced, other.isReferenced { return nil }
    let sides = [one, other]
    guard !sides.contains(where: \.isWhole) else {
      return Indication(
        kind: .regionalFramework, basis: reference, sides: sides, alignment: .notKnown,
        words: IndicationMessage.whole(parts: ["framework": [Phrase(reference)]]))
    }
    let alignment = Indication.Alignment(of: one.ends, and: other.ends, orders: orders())
    let place = ["place": [alignment.words(one, other)]]
    let compared = sides.filter(\.isComparedOnly)
    guard let first = compared.first else {
      return Indication(
        kind: .regionalFramework, basis: reference, sides: sides, alignment: alignment,
        words: IndicationMessage.regional(parts: place))
    }
    let words =
      compared.count == 2
      ? IndicationMessage.comparisonOfBoth(parts: place)
      : IndicationMessage.comparisonOfOne(["id": "\(first.id)"], parts: place)
    return Indication(
      kind: .comparison, basis: reference, sides: sides, alignment: alignment, words: words)
  }

  /// What centres compare one concept with, in the framework of the other.
  private func evaluated(
    _ one: Placed, against other: Placed, isTurned: Bool = false
  ) -> [Indication] {
    one.evaluations(for: purpose).filter { $0.basis == other.record.id.framework }.map { view in
      let own = other.levels.isEmpty ? [other.record.id] : other.levels.map(\.id)
      let orders = one.orders.merging(
        other.levels.compactMap { level in
          level.order.map { (level.id, $0) }
        }
      ) { first, _ in first }
      let alignment: Indication.Alignment =
        view.side.ends == [other.record.id]
        ? .same : .init(of: view.levels, and: own.sorted(), orders: orders)
      let far = Indication.Side(
        id: other.record.id, title: other.record.concept.title, ends: [other.record.id],
        links: [])
      let message: IndicationMessage =
        switch alignment {
        case .same where view.side.ends != [other.record.id]: .centreSame
        case .adjacent: .centreAdjacent
        case .different: .centreDifferent
        case .same, .overlapping, .notKnown: .centre
        }
      return Indication(
        kind: .nationalCentre, basis: view.basis,
        sides: isTurned ? [far, view.side] : [view.side, far],
        alignment: alignment, words: view.words(message, beside: other.record.id))
    }
  }

  /// The classifications that statistics place both in.
  private func classified(_ one: Placed, _ other: Placed) -> [Indication] {
    let (own, far) = (one.classifications, other.classifications)
    return own.keys.filter { far[$0] != nil }.sorted { $0.description < $1.description }
      .compactMap { basis in
        guard let first = own[basis], let second = far[basis] else { return nil }
        return classified(first, second, in: basis)
      }
  }

  /// What two classes of a classification indicate.
  func classified(
    _ one: Indication.Side, _ other: Indication.Side, in basis: FrameworkName
  ) -> Indication? {
    // Two classes of one classification are known by their names.
    guard !one.links.isEmpty || !other.links.isEmpty else { return nil }
    let alignment = Indication.Alignment(ofClasses: one.ends, and: other.ends)
    return Indication(
      kind: .statistics, basis: basis, sides: [one, other], alignment: alignment,
      words: IndicationMessage.statistics(parts: ["place": [alignment.words(one, other)]]))
  }
}
