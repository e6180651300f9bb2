internal import PasserelleModel

/// Judges what a person brings by what the sources say, and leaves the decision to who decides.
package struct Assessor {
  private let graph: any GraphReading
  private let question: Assessment.Question
  private let resolver: IdentifierResolver

  package init(_ graph: any GraphReading, question: Assessment.Question) throws {
    self.graph = graph
    self.question = question
    resolver = try IdentifierResolver(graph, day: question.day)
  }

  /// Judges the profile.
  ///
  /// - Throws: `Diagnostic` where the profile names something that the library does not have.
  package func assess() throws -> Assessment {
    let profile = question.profile
    try checkNames()
    let target = try profile.profile.target.map { try concept($0, at: profile.position) }
    let holdings = try profile.certificates.map { try holding($0, target) }
    let supplies = try profile.certificates.enumerated().flatMap { index, entry in
      try self.supplies(of: entry.value, number: index + 1, holdings[index].today.understanding)
    }
    let claimed = profile.competences.compactMap { entry in
      entry.value.identifier.map { claim($0, from: "competence", at: entry.position) }
    }
    let origins = Set(profile.certificates.map(\.value.country))
      .union(profile.experience.compactMap(\.value.country))
      .union([profile.profile.from].compactMap { $0 })
    let frameworks = try graph.frameworks().filter { framework in
      framework.countries.contains(where: origins.contains)
    }
    let finder = try GapFinder(graph, resolver: resolver)
    return Assessment(
      question: question, target: target, holdings: holdings,
      gap: try target.flatMap {
        try finder.find(of: supplies + claimed, for: $0)
      },
      steps: try NextSteps(
        for: question.purpose, from: frameworks, in: question.destinations, on: question.day,
        graph: graph),
      missing: missing())
  }

  // MARK: - Certificates

  private func holding(
    _ entry: ProfileRecord.Entry<Certificate>, _ target: ConceptRecord?
  ) throws -> Assessment.Holding {
    let certificate = entry.value
    let atAward = try certificate.date.map { date in
      try view(of: entry, on: min(date.lastDay, question.day))
    }
    var today = try view(of: entry, on: question.day)
    // A name without its version means the version of the day of award, on every day after it.
    if let awarded = atAward?.understanding.record,
      awarded.id.framework != today.understanding.record?.id.framework
    {
      today.understanding = .named(awarded)
      today.correspondents = try correspondents(of: awarded, on: question.day)
    }
    let gap = try target.map { target in
      try GapFinder(graph, resolver: resolver)
        .find(of: supplies(of: certificate, number: 1, today.understanding), for: target)
    }
    func judge(_ view: Assessment.View) throws -> ElementJudge {
      ElementJudge(
        graph: graph, resolver: try IdentifierResolver(graph, day: view.day),
        certificate: certificate, view: view, target: target, gap: gap,
        destinations: Set(question.destinations.map(\.name)), purpose: question.purpose)
    }
    return Assessment.Holding(
      certificate: certificate, position: entry.position, atAward: atAward, today: today,
      levelAtAward: try atAward.map { try judge($0).level() },
      elements: try judge(today).elements(),
      gap: gap, missing: missing(of: certificate, today.understanding))
  }

  private func view(
    of entry: ProfileRecord.Entry<Certificate>, on day: String
  ) throws -> Assessment.View {
    let understanding = try understanding(of: entry, on: day)
    return Assessment.View(
      day: day, understanding: understanding,
      correspondents: try understanding.record.map { try correspondents(of: $0, on: day) })
  }

  private func correspondents(
    of record: ConceptRecord, on day: String
  ) throws -> Correspondents {
    try CorrespondentFinder(graph, resolver: IdentifierResolver(graph, day: day))
      .find(record, in: question.destinations)
  }

  private func understanding(
    of entry: ProfileRecord.Entry<Certificate>, on day: String
  ) throws -> Assessment.Understanding {
    let certificate = entry.value
    let resolver = try IdentifierResolver(graph, day: day)
    if let id = certificate.identifier {
      switch try resolver.concept(id.description) {
      case .found(let found): return try graph.concept(found).map { .named($0) } ?? .unknown
      case .ambiguous(let ids): return .several(try ids.compactMap(graph.concept))
      case .unknown, .unknownFramework: return .unknown
      }
    }
    let titled = try graph.concepts(titled: certificate.title).filter { record in
      guard record.concept.kind == .qualification,
        let framework = try graph.framework(record.id.framework)
      else { return false }
      return framework.validity.contains(day)
        && framework.countries.contains { $0.isWithin(certificate.country) }
    }
    return titled.isEmpty ? .unknown : titled.count == 1 ? .byTitle(titled[0]) : .several(titled)
  }

  // MARK: - Competences

  /// What a certificate attests: by the library, and by what the profile says of it.
  private func supplies(
    of certificate: Certificate, number: Int, _ understanding: Assessment.Understanding
  ) throws -> [LinkRecord] {
    let known = try understanding.record.map { try graph.links(from: $0.id) } ?? []
    return known.filter { $0.link.relation == .attests }
      + certificate.outcomes.map {
        claim(
          $0, from: "certificate-\(number)", at: question.profile.certificates[number - 1].position)
      }
  }

  /// A competence that the profile states, with the profile as its only evidence.
  private func claim(
    _ id: Identifier, from name: String, at position: SourcePosition
  ) -> LinkRecord {
    let subject = Identifier(FrameworkName(series: "profile"), Code(name))
    return LinkRecord(
      link: Link(from: subject, .attests, to: id),
      evidence: Evidence(
        document: Document(key: "profile", title: "the profile, as the person states it"),
        position: position, isVerified: false))
  }

  // MARK: - What is missing

  private func missing(
    of certificate: Certificate, _ understanding: Assessment.Understanding
  ) -> [Phrase] {
    var missing: [Phrase] = []
    switch certificate.document {
    case .original: break
    case .copy: missing.append(Phrase("missing.original"))
    case .missing: missing.append(Phrase("missing.document"))
    }
    if certificate.date == nil { missing.append(Phrase("missing.date")) }
    if certificate.workload == nil { missing.append(Phrase("missing.workload")) }
    if certificate.outcomes.isEmpty { missing.append(Phrase("missing.curriculum")) }
    if certificate.body == nil { missing.append(Phrase("missing.body")) }
    if understanding.record == nil { missing.append(Phrase("missing.level")) }
    return missing
  }

  private func missing() -> [Phrase] {
    var missing: [Phrase] = []
    if question.profile.experience.contains(where: { $0.value.evidence == nil }) {
      missing.append(Phrase("missing.proof-of-work"))
    }
    if question.profile.profile.target == nil { missing.append(Phrase("missing.target")) }
    return missing
  }

  // MARK: - Names

  /// Sees to it that what the profile names by an identifier is in the library: a misspelt code must
  /// not read as a lack of evidence.
  private func checkNames() throws {
    let profile = question.profile
    for entry in profile.certificates {
      try entry.value.identifier.map {
        try check($0, on: entry.value.date?.lastDay, entry.position)
      }
      for id in [entry.value.field].compactMap({ $0 }) + entry.value.outcomes {
        _ = try concept(id, at: entry.position)
      }
    }
    for entry in profile.experience {
      _ = try entry.value.occupation.map { try concept($0, at: entry.position) }
    }
    for entry in profile.competences {
      _ = try entry.value.identifier.map { try concept($0, at: entry.position) }
    }
  }

  private func check(_ id: Identifier, on day: String?, _ position: SourcePosition) throws {
    let resolver = try day.map { try IdentifierResolver(graph, day: $0) } ?? resolver
    switch try resolver.concept(id.description) {
    case .found, .ambiguous: break
    case .unknown(let near), .unknownFramework(_, let near): throw unknown(id, near, position)
    }
  }

  private func concept(_ id: Identifier, at position: SourcePosition) throws -> ConceptRecord {
    switch try resolver.concept(id.description) {
    case .found(let found): if let record = try graph.concept(found) { return record }
    case .ambiguous(let ids): throw unknown(id, ids.map(\.description), position)
    case .unknown(let near), .unknownFramework(_, let near): throw unknown(id, near, position)
    }
    throw unknown(id, [], position)
  }

  private func unknown(
    _ id: Identifier, _ near: [String], _ position: SourcePosition
  ) -> Diagnostic {
    .error(
      "unknown-code", at: position, "'\(id)' is not in the library",
      hint: near.isEmpty
        ? "leave it out, or find it with 'passerelle search'"
        : "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
  }
}
