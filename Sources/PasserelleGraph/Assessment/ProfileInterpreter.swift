internal import PasserelleModel

/// Finds what a profile means in the graph: its certificates, and the competences that they attest.
package struct ProfileInterpreter {
  private let graph: any GraphReading
  private let profile: ProfileRecord
  private let resolver: IdentifierResolver

  /// Prepares to read a profile as of the resolver's day.
  ///
  /// - Throws: `Diagnostic` where the profile names something that the library does not have: a
  ///   misspelt code must not read as a lack of evidence.
  package init(
    _ profile: ProfileRecord, graph: any GraphReading, resolver: IdentifierResolver
  ) throws {
    self.graph = graph
    self.profile = profile
    self.resolver = resolver
    try checkNames()
  }

  /// The concept that the profile is to be compared with.
  package func target() throws -> ConceptRecord? {
    try profile.profile.target.map { try concept($0, at: profile.position) }
  }

  /// The competences that the profile brings, each by a statement: of the library, or of the profile
  /// itself.
  package func competences() throws -> [LinkRecord] {
    let certificates = try profile.certificates.flatMap { entry in
      try competences(of: entry, understanding(of: entry))
    }
    let claims = profile.competences.compactMap { entry in
      entry.value.identifier.map { claim($0, at: entry.position) }
    }
    return certificates + claims
  }

  /// The competences that one certificate attests.
  func competences(
    of entry: ProfileRecord.Entry<Certificate>, _ understanding: Assessment.Understanding
  ) throws -> [LinkRecord] {
    let known = try understanding.record.map { try graph.links(from: $0.id) } ?? []
    return known.filter { $0.link.relation == .attests }
      + entry.value.outcomes.map { claim($0, at: entry.position) }
  }

  /// How a certificate is to be understood today.
  ///
  /// A name without its version means the version of the day of award, on every day after it.
  func understanding(
    of entry: ProfileRecord.Entry<Certificate>
  ) throws -> Assessment.Understanding {
    try understanding(of: entry, on: min(entry.value.date?.lastDay ?? resolver.day, resolver.day))
  }

  private func understanding(
    of entry: ProfileRecord.Entry<Certificate>, on day: String
  ) throws -> Assessment.Understanding {
    let certificate = entry.value
    if let id = certificate.identifier {
      switch try IdentifierResolver(graph, day: day).concept(id.description) {
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

  /// A competence that the profile states, with the profile as its only evidence.
  private func claim(_ id: Identifier, at position: SourcePosition) -> LinkRecord {
    LinkRecord(
      link: Link(
        from: Identifier(FrameworkName(series: "profile"), Code("person")), .attests, to: id),
      evidence: Evidence(
        document: Document(key: "profile", title: "the profile, as the person states it"),
        position: position, isVerified: false))
  }

  // MARK: - Names

  private func checkNames() throws {
    for entry in profile.certificates {
      try entry.value.identifier.map {
        try checkName(of: $0, on: entry.value.date?.lastDay, at: entry.position)
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

  /// A certificate's name may be ambiguous: that is an answer, and one that is misspelt is none.
  private func checkName(
    of id: Identifier, on day: String?, at position: SourcePosition
  ) throws {
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
