package import PasserelleModel

/// Who decides over there, for the purpose that a person has: the next step after an answer.
///
/// It is never part of a finding: a level is one thing, a decision another.
package struct NextSteps: Sendable {
  /// The system of one framework, and what is known of its procedures.
  package struct System: Sendable {
    package var framework: Framework
    /// The procedures for the purpose, and those for prior learning.
    package var procedures: [ProcedureRecord]
  }

  package var purpose: Purpose
  package var systems: [System]
  /// Agreements and programmes between the two ends of the question, for this purpose.
  package var agreements: [AgreementRecord]
  /// Those of which it is not known whether they were in force on the day.
  package var openAgreements: Set<FrameworkName>
  /// Whether the question comes from another country than it ends in: procedures may be for the
  /// qualifications of some countries only, and their sources seldom say.
  package var crossesBorders: Bool

  /// Collects the procedures of the frameworks that an answer ends in, and the agreements between the
  /// countries of both ends that are not known to be of no force on the day.
  package init(
    for purpose: Purpose, from origins: [Framework], in frameworks: [Framework], on day: Day,
    graph: any GraphReading
  ) throws {
    self.purpose = purpose
    let origins = origins.filter { !$0.countries.isEmpty }
    crossesBorders = origins.contains { origin in
      frameworks.contains { !$0.countries.contains(where: origin.countries.contains) }
    }
    agreements = try graph.agreements().filter { record in
      record.holding(on: day) != .no
        && record.agreement.covers(
          from: origins.flatMap(\.countries), to: frameworks.flatMap(\.countries), for: purpose)
    }
    openAgreements = Set(
      agreements.filter { $0.holding(on: day) == .notKnown }.map(\.agreement.name))
    var seen: Set<FrameworkName> = []
    systems = try frameworks.filter { seen.insert($0.name).inserted && !$0.countries.isEmpty }
      .map { framework in
        let known = try graph.procedures(of: framework.name)
          .filter { $0.procedure.validity.contains(day) }
        return System(
          framework: framework,
          procedures: known.filter { $0.procedure.purpose == purpose }
            + known.filter { $0.procedure.purpose == .priorLearning })
      }
    // Of several frameworks of a country, those that say something speak for it.
    let countries = systems.filter { !$0.procedures.isEmpty }.flatMap(\.framework.countries)
    systems.removeAll { system in
      system.procedures.isEmpty && system.framework.countries.allSatisfy(countries.contains)
    }
  }

  /// The frameworks that a comparison ends in: those of all items but the first, from which the
  /// question starts; of a single item, its own.
  package init(for purpose: Purpose, after comparison: Comparison, graph: any GraphReading) throws {
    let frameworks = comparison.items.map(\.framework)
    let ends = frameworks.count > 1 ? Array(frameworks[1...]) : frameworks
    try self.init(
      for: purpose, from: Array(frameworks.prefix(1)), in: ends, on: comparison.day, graph: graph)
  }
}

extension Agreement {
  /// Whether the agreement is about people who come from one of some countries to one of others, for a
  /// purpose.
  ///
  /// One that names no purpose is shown for each.
  package func covers(
    from origins: [CountryCode], to destinations: [CountryCode], for purpose: Purpose?
  ) -> Bool {
    func meet(_ named: [CountryCode], _ asked: [CountryCode]) -> Bool {
      named.contains { one in asked.contains { $0.isWithin(one) || one.isWithin($0) } }
    }
    // Who has learned or worked over there comes from elsewhere all the same.
    let origins = origins.filter { !destinations.contains($0) }
    let isAlong = (from.isEmpty || meet(from, origins)) && meet(to, destinations)
    let isAgainst = isMutual && meet(from, destinations) && meet(to, origins)
    let isMeant = purpose.map { purposes.isEmpty || purposes.contains($0) } ?? true
    return !origins.isEmpty && (isAlong || isAgainst) && isMeant && kind != .precedents
  }
}

extension AgreementRecord {
  /// Whether the agreement is in force on a day: by its own dates, or else by that of its source.
  package func holding(on day: Day) -> Holding {
    var validity = agreement.validity
    if !validity.hasBeginning { validity.from = agreement.date }
    let holding = validity.holding(on: day)
    guard holding == .yes, !validity.hasBeginning, let source = evidence.document?.date else {
      return holding
    }
    return source.firstDay <= day ? .yes : .notKnown
  }
}
