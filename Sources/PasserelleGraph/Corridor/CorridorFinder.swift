package import PasserelleModel

/// Gathers all that is known between two countries.
package struct CorridorFinder {
  private let vantage: Vantage
  private var graph: any GraphReading { vantage.graph }
  private var placer: Placer { vantage.placer }

  /// The purposes in the order in which whom to ask is told.
  private static let purposes: [Purpose] = [.study, .regulated, .work, .priorLearning]

  package init(_ vantage: Vantage) {
    self.vantage = vantage
  }

  /// Gathers what is known from one country to another.
  ///
  /// - Parameters:
  ///   - origin: The country that people come from.
  ///   - destination: The country that they go to.
  ///   - systems: The frameworks of the destination; of a country without any, who decides there.
  /// - Returns: All that is known, and what is not.
  /// - Throws: Errors of the graph.
  package func find(
    from origin: CountryCode, to destination: CountryCode, in systems: [Framework]
  ) throws -> Corridor {
    let (from, to) = (try end(origin), try end(destination))
    let stated = try links(between: from, and: to)
    let ladders = try LadderFinder(vantage).ladders(
      from: from.holdings.flatMap(\.levels), to: to.holdings.flatMap(\.levels))
    let statistics = try statistics(from, to)
    var matter = RecognitionCase(day: vantage.day)
    matter.titleOrigins = [origin]
    matter.origins = [origin]
    let indications = try CorridorIndications(graph: graph)
      .indications(from, to, ladders: ladders, links: stated)
    let between = try NextSteps.agreements(of: matter, to: systems.flatMap(\.countries), in: graph)
    var corridor = Corridor(
      from: from, to: to, ladders: ladders,
      links: stated.filter { Self.isTold($0.link.relation) },
      precedents: stated.filter { $0.link.relation == .precedent },
      indications: indications, statistics: statistics.counts,
      statisticsEvidence: statistics.evidence,
      agreements: between.shown, agreementNames: between.names, agreementsLeftOut: between.leftOut,
      desks: try Self.purposes.map { purpose in
        try NextSteps(
          for: purpose, besides: [], of: matter, in: systems, withAgreements: false, graph: graph)
      }, notKnown: [], day: vantage.day)
    corridor.notKnown = corridor.gaps
    return corridor
  }

  /// Whether a link between the two is told as such: what only indicates is told apart.
  private static func isTold(_ relation: Relation) -> Bool {
    switch relation.sense {
    case .decision: relation != .precedent
    case .match, .denial, .null, .noMatch, .placement: true
    case .indication, .property: false
    }
  }

  // MARK: - The two countries

  private func end(_ country: CountryCode) throws -> Corridor.End {
    let frameworks = try graph.frameworks().filter { framework in
      framework.kind != .metaFramework && framework.kind != .recognition
        && framework.validity.holding(on: vantage.day) != .no
        && framework.countries.contains { $0.isWithin(country) || country.isWithin($0) }
    }
    return Corridor.End(country: country, holdings: try frameworks.map(holding))
  }

  private func holding(_ framework: Framework) throws -> Corridor.Holding {
    Corridor.Holding(
      framework: framework, levels: try graph.concepts(of: framework.name, kind: .level),
      qualifications: try graph.count(of: .qualification, in: framework.name),
      wholes: placer.valid(try graph.links(from: Identifier(framework.name))).filter { record in
        record.link.to.code == nil && placer.isReference(record.link.to.framework)
      },
      evidence: try graph.evidence(of: framework.name))
  }

  private func links(
    between one: Corridor.End, and other: Corridor.End
  ) throws -> [LinkRecord] {
    let (first, second) = (one.names, other.names)
    guard !first.isEmpty, !second.isEmpty else { return [] }
    // What both countries share is not between them.
    return placer.valid(
      try graph.links(from: first.subtracting(second), into: second)
        + graph.links(from: second.subtracting(first), into: first.subtracting(second)))
  }

  // MARK: - Statistics

  private func statistics(
    _ from: Corridor.End, _ to: Corridor.End
  ) throws -> (counts: [Corridor.ClassCount], evidence: [Evidence]) {
    let classifications = Set(
      try graph.frameworks().filter { $0.kind == .educationLevels }.map(\.name))
    func classified(_ end: Corridor.End) throws -> [LinkRecord] {
      end.names.isEmpty || classifications.isEmpty
        ? []
        : placer.valid(try graph.links(from: end.names, into: classifications))
          .filter { $0.link.relation == .classifiedAs }
    }
    let (first, second) = (try classified(from), try classified(to))
    func counts(_ links: [LinkRecord]) -> [Identifier: Int] {
      Dictionary(grouping: links, by: \.link.to).mapValues { Set($0.map(\.link.from)).count }
    }
    let (one, other) = (counts(first), counts(second))
    var evidence: [Evidence] = []
    for record in first + second
    where !evidence.contains(where: { $0.document == record.evidence.document }) {
      evidence.append(record.evidence)
    }
    let levels = Set(one.keys).union(other.keys).sorted()
    return (
      levels.map {
        Corridor.ClassCount(level: $0, from: one[$0] ?? 0, to: other[$0] ?? 0)
      }, evidence
    )
  }
}

extension Corridor.End {
  /// The names of what the library has of the country.
  var names: Set<FrameworkName> { Set(holdings.map(\.framework.name)) }
}
