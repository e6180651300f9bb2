internal import PasserelleModel

/// Judges what a person brings by what the sources say, and leaves the decision to who decides.
package struct Assessor {
  private let graph: any GraphReading
  let vantage: Vantage
  let question: Assessment.Question
  private let interpreter: ProfileInterpreter
  private let gaps: GapFinder
  let titles: any TitleFinding

  /// Prepares to judge a profile.
  ///
  /// - Parameters:
  ///   - graph: What the sources say.
  ///   - question: What is asked.
  ///   - titles: What offers candidates for a title that is not understood.
  /// - Throws: `Diagnostic` where the profile names something that the library does not have.
  package init(
    _ graph: any GraphReading, question: Assessment.Question,
    titles: any TitleFinding = NoTitles()
  ) throws {
    self.graph = graph
    self.question = question
    self.titles = titles
    vantage = try Vantage(graph, day: question.day)
    interpreter = try ProfileInterpreter(question.profile, in: graph, on: question.day)
    gaps = GapFinder(vantage)
  }

  package func assess() throws -> Assessment {
    let target = try interpreter.target()
    let holdings = try question.profile.certificates.map { try holding($0, target) }
    return Assessment(
      question: question, target: target, holdings: holdings,
      gap: try target.map { try gaps.find(of: interpreter.competences(), for: $0) },
      doubts: try doubts(of: target),
      steps: try NextSteps(
        for: question.purpose, of: matter(of: holdings, target), in: question.destinations,
        graph: graph),
      missing: missing())
  }

  /// What procedures may cover: the case of the person, or the type of qualification.
  private func matter(
    of holdings: [Assessment.Holding], _ target: ConceptRecord?
  ) throws -> RecognitionCase {
    if let standing = question.standing, let framework = try graph.framework(standing.id.framework)
    {
      return try RecognitionCase(of: standing, in: framework, on: question.day, graph: graph)
    }
    return try RecognitionCase(
      of: question.profile, understoodAs: holdings.map(\.today.understanding.record),
      for: target, on: question.day, graph: graph)
  }

  // MARK: - Certificates

  private func holding(
    _ entry: ProfileRecord.Entry<Certificate>, _ target: ConceptRecord?
  ) throws -> Assessment.Holding {
    let certificate = entry.value
    let understanding = try interpreter.understanding(of: entry)
    let today = try view(understanding, from: vantage)
    let atAward = try certificate.date.map { date in
      try view(understanding, from: vantage(on: min(date.lastDay, question.day)))
    }
    let gap = try target.map { target in
      try gaps.find(of: interpreter.competences(of: entry, understanding), for: target)
    }
    func judge(_ view: Assessment.View) throws -> ElementJudge {
      ElementJudge(
        vantage: try vantage(on: view.day), certificate: certificate, view: view, target: target,
        gap: gap, country: question.country,
        destinations: question.destinations, purpose: question.purpose,
        isStanding: question.standing != nil)
    }
    return Assessment.Holding(
      certificate: certificate, position: entry.position,
      candidates: try candidates(for: certificate, understanding), atAward: atAward, today: today,
      levelAtAward: try atAward.map { try judge($0).level() },
      elements: try judge(today).elements(), gap: gap,
      doubts: try interpreter.doubts(of: certificate, understanding)
        + doubts(of: certificate, understanding),
      missing: missing(of: certificate, today))
  }

  private func vantage(on day: Day) throws -> Vantage {
    day == vantage.day ? vantage : try Vantage(graph, day: day, today: question.day)
  }

  /// Where a certificate is placed on a day: what came later says nothing about that day.
  private func view(
    _ understanding: Assessment.Understanding, from vantage: Vantage
  ) throws -> Assessment.View {
    let finder = CorrespondentFinder(vantage, successors: .inForce)
    return Assessment.View(
      day: vantage.day, understanding: understanding,
      correspondents: try understanding.record.map {
        try finder.find($0, in: question.destinations, for: question.purpose)
      })
  }

  // MARK: - What does not fit together

  /// What a profile says of a certificate, and the library otherwise.
  private func doubts(
    of certificate: Certificate, _ understanding: Assessment.Understanding
  ) throws -> [Phrase] {
    guard case .named(let record) = understanding else { return [] }
    return try doubts(ofCountryOf: certificate, as: record)
      + doubts(ofTitleOf: certificate, as: record)
  }

  private func doubts(
    ofCountryOf certificate: Certificate, as record: ConceptRecord
  ) throws -> [Phrase] {
    guard let framework = try graph.framework(record.id.framework), !framework.countries.isEmpty,
      !framework.countries.contains(where: {
        certificate.country.isWithin($0) || $0.isWithin(certificate.country)
      })
    else { return [] }
    return [
      Doubt.country(
        ["country": "\(certificate.country)", "id": "\(record.id)"])
    ]
  }

  private func doubts(of target: ConceptRecord?) throws -> [Phrase] {
    guard let target, let framework = try graph.framework(target.id.framework),
      !framework.countries.isEmpty,
      !question.destinations.contains(where: { $0.name.series == framework.name.series })
    else { return [] }
    return [Doubt.target(["id": "\(target.id)", "country": "\(question.country)"])]
  }

  // MARK: - What is missing

  private func missing(of certificate: Certificate, _ view: Assessment.View) -> [Phrase] {
    guard question.standing == nil else { return [] }
    let document: MissingEvidence? =
      switch certificate.document {
      case .original: nil
      case .copy, nil: .original
      case .missing: .document
      }
    let missing: [MissingEvidence?] = [
      document, certificate.date == nil ? .date : nil,
      certificate.workload == nil ? .workload : nil,
      certificate.outcomes.isEmpty ? .curriculum : nil,
      certificate.body == nil ? .body : nil,
      view.understanding.record == nil ? .level : nil,
    ]
    return missing.compactMap { $0?() }
  }

  private func missing() -> [Phrase] {
    guard question.standing == nil else { return [] }
    let profile = question.profile
    let missing: [MissingEvidence?] = [
      profile.experience.contains { $0.value.evidence == nil } ? .proofOfWork : nil,
      profile.profile.target == nil ? .target : nil,
    ]
    return missing.compactMap { $0?() }
  }
}
