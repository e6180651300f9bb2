package import PasserelleModel

/// Whom to ask and who decides in the destination country, for the purpose that a person has: the next
/// step after an answer.
///
/// It is never part of a finding: a level is one thing, a decision another. What does not cover the case
/// is not shown, and counted.
package struct NextSteps: Sendable {
  /// The system of one framework, or the recognition of a country, and what is known of its procedures.
  package struct System: Sendable {
    package var framework: Framework
    /// The procedures for the purpose, what covers the case first; then those for prior learning.
    package var procedures: [Step]
  }

  /// A procedure that covers the case, or may, with the laws that do.
  package struct Step: Sendable {
    package var record: ProcedureRecord
    /// Whether it covers the case, or only may.
    package var coverage: Coverage
    /// Whether the case may be beyond a limit that its source states.
    package var isScopeOpen: Bool
    /// How many of its limits the case is known to be within.
    fileprivate var met: Int

    package var procedure: Procedure { record.procedure }
    package var evidence: Evidence { record.evidence }
  }

  /// An agreement that covers the case, or may.
  package struct AgreementStep: Sendable {
    package var record: AgreementRecord
    /// Whether it covers the case, or only may.
    package var coverage: Coverage
    /// Whether it has ended, and titles of the case were awarded while it held.
    package var isOver: Bool

    package var agreement: Agreement { record.agreement }
    package var evidence: Evidence { record.evidence }
  }

  /// Whom to ask first.
  package struct FirstDesk: Sendable {
    /// The body, as its source names it, or in the words for a common one.
    package var body: Phrase
    /// The procedure that names it.
    package var step: Step
  }

  package var purpose: Purpose
  package var systems: [System]
  /// Agreements and programmes between the two ends of the question, for this purpose.
  package var agreements: [AgreementStep]
  /// What is not shown, and why.
  package var leftOut: [Phrase]
  /// Whom to ask first for the purpose; `nil` if no source here says.
  package var first: FirstDesk?
  /// Whom to ask first instead, if the first is only for sectors that the titles may not be of: one desk
  /// for each other set of sectors.
  package var firstInOtherSectors: [FirstDesk]
  /// Whom to ask first for the validation of prior learning.
  package var firstForPriorLearning: FirstDesk?
  /// Whether a procedure that is shown may not cover the case: its source does not say whose titles it
  /// covers.
  package var hasUnknownOrigins: Bool
  /// What the origins, fields and occupations that procedures and agreements name are called.
  package var names: ScopeNames

  /// Collects what covers a case: the procedures of frameworks and of the recognition of their
  /// countries, and the agreements between both ends.
  ///
  /// - Parameters:
  ///   - purpose: What the titles are to be used for.
  ///   - others: The purposes whose procedures are told besides.
  ///   - matter: The case.
  ///   - frameworks: The frameworks of the destination.
  ///   - hasAgreements: Whether agreements are told: not by who tells them for all purposes at once.
  ///   - graph: The graph.
  /// - Throws: Errors of the graph.
  package init(
    for purpose: Purpose, besides others: [Purpose] = [.priorLearning], of matter: RecognitionCase,
    in frameworks: [Framework], withAgreements hasAgreements: Bool = true, graph: any GraphReading
  ) throws {
    self.purpose = purpose
    let judge = try CoverageJudge(matter, in: graph)
    var leftOut = LeftOutCount()
    let countries = frameworks.flatMap(\.countries)
    agreements =
      hasAgreements
      ? try Self.agreements(
        of: matter, to: countries, for: purpose, judge: judge, leftOut: &leftOut, in: graph)
      : []
    systems = []
    for framework in try Self.systems(of: frameworks, in: graph) {
      let known = try graph.procedures(of: framework.name)
      let steps = try ([purpose] + others).flatMap { wanted in
        try Self.steps(
          known.filter { $0.procedure.purpose == wanted }, judge: judge, leftOut: &leftOut)
      }
      systems.append(System(framework: framework, procedures: steps))
    }
    // Of several frameworks of a country, those that say something speak for it.
    let spoken = systems.filter { !$0.procedures.isEmpty }.flatMap(\.framework.countries)
    systems.removeAll { system in
      system.procedures.isEmpty
        && system.framework.countries.allSatisfy { country in
          spoken.contains { country.isWithin($0) || $0.isWithin(country) }
        }
    }
    let all = systems.flatMap(\.procedures)
    let own = all.filter { $0.procedure.purpose == purpose }
    first = Self.first(of: own)
    firstInOtherSectors = first.map { Self.inOtherSectors(than: $0, of: own) } ?? []
    firstForPriorLearning = Self.first(of: all.filter { $0.procedure.purpose == .priorLearning })
    let crossesBorders = matter.titleOrigins.contains { origin in
      !countries.contains { origin.isWithin($0) }
    }
    hasUnknownOrigins = crossesBorders && own.contains { $0.procedure.origins.isEmpty }
    if let first { systems = Self.beginning(with: first.step, systems) }
    names = try ScopeNames(
      for: all.flatMap(\.procedure.subjects) + agreements.flatMap(\.agreement.subjects)
        + leftOut.exceptions, in: graph)
    self.leftOut = leftOut.phrases(naming: names, on: matter.day)
  }

  /// The frameworks that a comparison ends in: those of all items but the first, from which the
  /// question starts; of a single item, its own.
  package init(for purpose: Purpose, after comparison: Comparison, graph: any GraphReading) throws {
    let frameworks = comparison.items.map(\.framework)
    let ends = frameworks.count > 1 ? Array(frameworks[1...]) : frameworks
    try self.init(
      for: purpose, from: comparison.items.first, on: comparison.day, in: ends, graph: graph)
  }

  /// What follows for the concept that a question starts from.
  package init(
    for purpose: Purpose, from item: Comparison.Item?, on day: Day, in frameworks: [Framework],
    graph: any GraphReading
  ) throws {
    let matter =
      try item.map {
        try RecognitionCase(of: $0.record, in: $0.framework, on: day, graph: graph)
      } ?? RecognitionCase(day: day)
    try self.init(for: purpose, of: matter, in: frameworks, graph: graph)
  }

  // MARK: - Agreements

  /// The agreements that cover a case for any purpose, what is left out of them, and what is called how.
  package static func agreements(
    of matter: RecognitionCase, to countries: [CountryCode], in graph: any GraphReading
  ) throws -> (shown: [AgreementStep], leftOut: [Phrase], names: ScopeNames) {
    var leftOut = LeftOutCount()
    let shown = try agreements(
      of: matter, to: countries, for: nil, judge: CoverageJudge(matter, in: graph),
      leftOut: &leftOut, in: graph)
    let names = try ScopeNames(
      for: shown.flatMap(\.agreement.subjects) + leftOut.exceptions, in: graph)
    return (shown, leftOut.phrases(naming: names, on: matter.day), names)
  }

  private static func agreements(
    of matter: RecognitionCase, to countries: [CountryCode], for purpose: Purpose?,
    judge: CoverageJudge, leftOut: inout LeftOutCount, in graph: any GraphReading
  ) throws -> [AgreementStep] {
    var steps: [AgreementStep] = []
    for record in try graph.agreements()
    where record.agreement.holds(from: matter.origins, to: countries, for: purpose) {
      let days = record.daysInForce
      let isLasting = record.agreement.isLasting
      // Unless its source says otherwise, it may go on for what was awarded while it was in force.
      let isOver =
        isLasting != false && !days.contains(matter.day)
        && matter.awarded.contains { $0.map(days.contains) ?? false }
      let judgement = try judge.judge((isOver ? [] : [.days(days)]) + record.agreement.limits)
      leftOut.add(judgement.missed)
      guard judgement.coverage != .no else { continue }
      // Of several titles, some may have been awarded later.
      let goesOn = isLasting == true && matter.awarded.allSatisfy { $0.map(days.contains) ?? false }
      steps.append(
        AgreementStep(
          record: record, coverage: isOver && !goesOn ? .may : judgement.coverage, isOver: isOver))
    }
    return steps
  }

  // MARK: - Systems and steps

  /// The recognition of the countries that some frameworks serve, then these frameworks, each once.
  private static func systems(
    of frameworks: [Framework], in graph: any GraphReading
  ) throws -> [Framework] {
    let countries = frameworks.flatMap(\.countries)
    guard !countries.isEmpty else { return [] }
    let recognition = try graph.frameworks().filter { framework in
      framework.kind == .recognition
        && framework.countries.contains { own in
          countries.contains { own.isWithin($0) || $0.isWithin(own) }
        }
    }
    var seen: Set<FrameworkName> = []
    return (recognition + frameworks).filter {
      seen.insert($0.name).inserted && !$0.countries.isEmpty
    }
  }

  /// The procedures that cover the case or may, those that do first, and first among them the desks that
  /// are asked first.
  private static func steps(
    _ records: [ProcedureRecord], judge: CoverageJudge, leftOut: inout LeftOutCount
  ) throws -> [Step] {
    var steps: [Step] = []
    for record in records {
      let judgement = try judge.judge(record.procedure.limits)
      leftOut.add(judgement.missed)
      guard judgement.coverage != .no else { continue }
      var record = record
      record.procedure.laws = record.procedure.laws.filter { law in
        let covers = judge.coverage(of: law.origins) != .no
        if !covers { leftOut.add(.origins(law.origins)) }
        return covers
      }
      steps.append(
        Step(
          record: record, coverage: judgement.coverage, isScopeOpen: judgement.isOpen,
          met: judgement.met))
    }
    return inOrder(steps)
  }

  /// What covers the case first, then what is made for it, then whoever is asked first.
  ///
  /// What is equal keeps the order of its source.
  private static func inOrder(_ steps: [Step]) -> [Step] {
    steps.enumerated().sorted { first, second -> Bool in
      let (one, other) = (first.element.rank, second.element.rank)
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
  }

  /// The first body that a procedure names, of those that cover the case before those that may.
  ///
  /// That an employer decides for certain helps nobody to find a desk: a body with a name goes before one
  /// that is the same in every country.
  private static func first(of steps: [Step]) -> FirstDesk? {
    let steps = inOrder(steps)
    let bodies: [any KeyPath<Procedure, [String]> & Sendable] = [
      \.firstContacts, \.informationCentres, \.issuers, \.deciders,
    ]
    for isNamed in [true, false] {
      for coverage in [Coverage.yes, .may] {
        for path in bodies {
          for step in steps where step.coverage == coverage {
            // A source that sends people to 'the institution' first means it.
            let body = step.procedure[keyPath: path].first { body in
              (path == \.firstContacts || CommonBody(rawValue: body) == nil) == isNamed
            }
            if let body { return FirstDesk(body: CommonBody.phrase(for: body), step: step) }
          }
        }
      }
    }
    return nil
  }

  /// The first desks for the sectors that a desk is not for, where the sector of the titles is open.
  private static func inOtherSectors(than first: FirstDesk, of steps: [Step]) -> [FirstDesk] {
    let sectors = first.step.procedure.sectors
    guard first.step.coverage == .may, !sectors.isEmpty else { return [] }
    var (named, desks): (Set<Sector>, [FirstDesk]) = (Set(sectors), [])
    for step in steps where step.coverage == .may {
      let others = step.procedure.sectors.filter { !named.contains($0) }
      guard !others.isEmpty,
        let desk = Self.first(of: steps.filter { $0.procedure.sectors == step.procedure.sectors })
      else { continue }
      named.formUnion(others)
      desks.append(desk)
    }
    return desks
  }

  /// The systems with the one of a step first, and in it the step.
  private static func beginning(with step: Step, _ systems: [System]) -> [System] {
    var (before, after): ([System], [System]) = ([], [])
    for var system in systems {
      if let place = system.procedures.firstIndex(where: { $0.record == step.record }) {
        system.procedures.insert(system.procedures.remove(at: place), at: 0)
        before.append(system)
      } else {
        after.append(system)
      }
    }
    return before + after
  }
}

extension NextSteps.Step {
  /// Its place among the steps: lower is earlier.
  fileprivate var rank: (Int, Int, Int) {
    (coverage == .yes ? 0 : 1, -met, procedure.firstContacts.isEmpty ? 1 : 0)
  }
}

extension Agreement {
  /// Whether the agreement is about people who come from one of some countries to one of others, for a
  /// purpose.
  ///
  /// One that names no purpose is shown for each.
  package func holds(
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
    return !origins.isEmpty && (isAlong || isAgainst) && isMeant && isProvision
  }

  /// Whether it provides for anybody: single decisions do not, nor does a group of countries.
  package var isProvision: Bool { kind != .precedents && kind != .group }
}

extension AgreementRecord {
  /// When the agreement is in force: by its own dates, or else since it was concluded; where no source says
  /// when that was, it was for certain by the date of its source.
  fileprivate var daysInForce: Validity {
    var validity = agreement.validity
    guard !validity.hasBeginning else { return validity }
    validity.from = agreement.date
    if agreement.date == nil, let source = evidence.document?.date {
      validity.by = CalendarDate("\(source.firstDay)")
    }
    return validity
  }
}
