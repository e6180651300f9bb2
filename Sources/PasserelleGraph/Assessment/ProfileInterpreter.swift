package import PasserelleModel

/// Finds what a profile means in the graph: its certificates, and the competences that they attest.
package struct ProfileInterpreter {
  private let graph: any GraphReading
  private let profile: ProfileRecord
  private let day: Day
  private let resolver: IdentifierResolver

  /// Prepares to read a profile as of a day.
  ///
  /// - Throws: `Diagnostic` where the profile names something that the library does not have: a
  ///   misspelt code must not read as a lack of evidence.
  package init(
    _ profile: ProfileRecord, in graph: any GraphReading, on day: Day
  ) throws {
    self.graph = graph
    self.profile = profile
    self.day = day
    resolver = IdentifierResolver(graph, day: day)
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

  /// How a certificate is to be understood.
  ///
  /// The version of the day of award is meant, on every day after it, whether the profile names none or
  /// another. Where the date does not fix the version, several may be meant.
  func understanding(
    of entry: ProfileRecord.Entry<Certificate>
  ) throws -> Assessment.Understanding {
    let certificate = entry.value
    guard let id = certificate.identifier else { return try titled(certificate) }
    let ids = Set(try days(of: certificate).flatMap { try named(id, on: $0, by: certificate) })
    let records = try ids.sorted { $0.description < $1.description }.compactMap(graph.concept)
    guard records.isEmpty else {
      return records.count == 1 ? .named(records[0]) : .several(records)
    }
    let others = try inOtherVersions(id)
    return others.isEmpty ? .unknown : .ofOtherVersion(others)
  }

  /// What a name means on a day: of the version of that day, if it has the same code.
  private func named(
    _ id: Identifier, on day: Day, by certificate: Certificate
  ) throws -> [Identifier] {
    let found = try resolved(id, on: day)
    guard let date = certificate.date, id.framework.version != nil,
      let version = try found.first.flatMap({ try graph.framework($0.framework) }),
      ![date.firstDay, date.lastDay].contains(where: version.validity.contains)
    else { return found }
    let ofDay = try resolved(
      Identifier(FrameworkName(series: version.name.series), id.code), on: day
    ).filter { other in
      try graph.framework(other.framework)?.validity.contains(day) == true
    }
    return ofDay.isEmpty ? found : ofDay
  }

  private func resolved(_ id: Identifier, on day: Day) throws -> [Identifier] {
    switch try IdentifierResolver(graph, day: day).concept(id.description) {
    case .found(let found): [found]
    case .ambiguous(let ids): ids
    case .unknown, .unknownFramework: []
    }
  }

  /// What has the same code in other versions of the framework than those of the day.
  private func inOtherVersions(_ id: Identifier) throws -> [ConceptRecord] {
    guard let code = id.code else { return [] }
    return try graph.frameworks(called: id.framework.series).compactMap {
      try graph.concept(Identifier($0.name, code))
    }
  }

  /// That the profile names another version than that of the day of award.
  func doubts(
    of certificate: Certificate, _ understanding: Assessment.Understanding
  ) throws -> [Phrase] {
    guard let id = certificate.identifier, let date = certificate.date,
      let record = understanding.record, let framework = try graph.framework(record.id.framework)
    else { return [] }
    if id.framework.version != nil, id.framework.version != record.id.framework.version {
      return [
        Doubt.version(
          ["named": "\(id)", "id": "\(record.id)"], parts: ["date": [Phrase(date)]])
      ]
    }
    let isInForce = [date.firstDay, date.lastDay].contains(where: framework.validity.contains)
    return isInForce || id.framework.version == nil
      ? []
      : [
        Doubt.versionNotInForce(["id": "\(record.id)"], parts: ["date": [Phrase(date)]])
      ]
  }

  /// The days that decide which version is meant: both ends of the date, and without one the days on
  /// which versions of the framework begin.
  private func days(of certificate: Certificate) throws -> [Day] {
    if let date = certificate.date { return Array(Set([date.firstDay, date.lastDay])).sorted() }
    guard let id = certificate.identifier, id.framework.version == nil else {
      return [day]
    }
    let versions = try graph.frameworks(called: id.framework.series)
    return [day]
      + versions.compactMap { $0.validity.from?.firstDay ?? $0.validity.to?.firstDay }
      .filter { $0 < day }
  }

  private func titled(_ certificate: Certificate) throws -> Assessment.Understanding {
    let titled = try graph.concepts(meantBy: certificate.title).filter { record in
      guard record.concept.kind == .qualification else { return false }
      return try graph.framework(record.id.framework)?.countries
        .contains { $0.isWithin(certificate.country) } ?? false
    }
    let found = try described(titled)
    let days = certificate.date.map { [$0.firstDay, $0.lastDay] } ?? [day]
    var valid = try found.filter { record in
      let validity = try graph.framework(record.id.framework)?.validity ?? Validity()
      return days.contains(where: validity.contains)
    }
    // A paper that is older than the first version is placed by that one.
    if valid.isEmpty { valid = try found.filter { try isOfFirstVersion($0, after: days) } }
    if valid.count > 1 { return .several(valid) }
    // A register's entry without a level is not what the country's own framework says of the paper.
    guard let only = valid.first else { return found.isEmpty ? .unknown : .ofOtherVersion(found) }
    if try isOfRegisterBesideFramework(only, certificate.country) {
      return .reserved(only, .inRegister)
    }
    return try isCalledSoByNobody(only, certificate.title)
      ? .reserved(only, .recalledName) : .byTitle(only)
  }

  /// The qualifications without those that only a centre abroad describes, if there are others: both are
  /// one paper, and its own system says what it is.
  private func described(_ found: [ConceptRecord]) throws -> [ConceptRecord] {
    guard found.count > 1 else { return found }
    let own = try found.filter { try !graph.isOfCentre($0.id.framework) }
    return own.isEmpty ? found : own
  }

  /// Whether a concept stands in a register, at no level, of a country that has a framework.
  private func isOfRegisterBesideFramework(
    _ record: ConceptRecord, _ country: CountryCode
  ) throws -> Bool {
    guard try graph.framework(record.id.framework)?.kind == .register,
      try !graph.links(from: record.id).contains(where: { $0.link.relation == .atLevel })
    else { return false }
    return try graph.frameworks().contains { framework in
      framework.kind == .qualificationsFramework
        && framework.countries.contains { $0.isWithin(country) || country.isWithin($0) }
    }
  }

  /// Whether a title is a name of a concept that nobody has verified, and no other title or name of it.
  private func isCalledSoByNobody(_ record: ConceptRecord, _ title: String) throws -> Bool {
    let wanted = title.lowercased()
    let titles = record.concept.title.entries + record.concept.alternatives.entries
    guard !titles.contains(where: { $0.text.lowercased() == wanted }) else { return false }
    let names = try graph.names(of: record.id).filter { named in
      named.name.text.entries.contains { $0.text.lowercased() == wanted }
    }
    return !names.isEmpty && names.allSatisfy { !$0.evidence.isVerified }
  }

  /// Whether a concept's version began after some days, and no other was in force before it.
  private func isOfFirstVersion(_ record: ConceptRecord, after days: [Day]) throws -> Bool {
    let name = record.id.framework
    guard let validity = try graph.framework(name)?.validity,
      days.allSatisfy({ validity.begins(after: $0) })
    else { return false }
    return try !graph.frameworks(called: name.series).contains { other in
      other.name != name && other.name.series == name.series
        && days.contains(where: other.validity.contains)
    }
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
    for entry in profile.certificates { try check(entry) }
    for entry in profile.experience {
      try check(entry.value.occupation, is: [.occupation, .occupationGroup], at: entry.position)
    }
    for entry in profile.competences {
      try check(entry.value.identifier, is: [.competence], at: entry.position)
    }
  }

  private func check(_ entry: ProfileRecord.Entry<Certificate>) throws {
    let certificate = entry.value
    if let date = certificate.date, date.firstDay > day {
      throw Diagnostic.error(
        .awardInFuture, at: entry.position,
        "'\(date)' is after the day of the statement, \(day)",
        hint: "a certificate is judged once it is awarded; '--as-of' chooses another day")
    }
    if let id = certificate.identifier {
      try checkName(of: id, on: certificate.date, at: entry.position)
      if try graph.metaFrameworks()[id.framework] != nil {
        throw Diagnostic.error(
          .badConcept, at: entry.position,
          "'\(id)' is a level of a reference framework, and no paper stands there by itself",
          hint: "name the qualification, or its level in its own country")
      }
    }
    try check(certificate.field, is: [.field], at: entry.position)
    for outcome in certificate.outcomes {
      try check(outcome, is: [.competence], at: entry.position)
    }
  }

  private func check(
    _ id: Identifier?, is kinds: [ConceptKind], at position: SourcePosition
  ) throws {
    guard let id else { return }
    let kind = try concept(id, at: position).concept.kind
    guard !kinds.contains(kind) else { return }
    throw Diagnostic.error(
      .badConcept, at: position, "'\(id)' is of the kind '\(kind.rawValue)'",
      hint:
        "here stands one of the kind \(kinds.map { "'\($0.rawValue)'" }.joined(separator: " or "))")
  }

  /// A certificate's name may be ambiguous: that is an answer, and one that is misspelt is none.
  private func checkName(
    of id: Identifier, on date: CalendarDate?, at position: SourcePosition
  ) throws {
    var near: [String] = []
    for day in date.map({ [$0.firstDay, $0.lastDay] }) ?? [day] {
      switch try IdentifierResolver(graph, day: day).concept(id.description) {
      case .found, .ambiguous: return
      case .unknown(let names), .unknownFramework(_, let names): near = names
      }
    }
    guard try inOtherVersions(id).isEmpty else { return }
    throw unknown(id, near, position)
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
      .unknownCode, at: position, "'\(id)' is not in the library",
      hint: near.isEmpty
        ? "leave it out, or find it with 'passerelle search'"
        : "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
  }
}
