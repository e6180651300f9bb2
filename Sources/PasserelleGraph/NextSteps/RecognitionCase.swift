package import PasserelleModel

/// What is known of a case, as far as procedures, laws and agreements may cover it or not.
///
/// What is not known leaves nothing out.
package struct RecognitionCase: Sendable {
  /// Where the titles were awarded; where there are none, where the person comes from.
  package var titleOrigins: [CountryCode] = []
  /// The countries that the person has learned or worked in, or comes from.
  package var origins: [CountryCode] = []
  /// The sectors of education that awarded the titles.
  package var sectors: [Sector] = []
  /// The occupations and fields of education that it is about.
  package var subjects: [Identifier] = []
  package var day: Day
  /// The days on which the titles were awarded; nothing for one of which that is not known.
  package var awarded: [Day?] = []

  package init(day: Day) {
    self.day = day
  }
}

extension RecognitionCase {
  /// The case of a concept that is asked about.
  package init(
    of record: ConceptRecord, in framework: Framework, on day: Day, graph: any GraphReading
  ) throws {
    self.init(day: day)
    titleOrigins = framework.countries
    origins = framework.countries
    sectors = try Self.sectors(of: record, in: graph)
    subjects = try Self.subjects(of: record, in: graph)
  }

  /// The case of a person.
  ///
  /// - Parameters:
  ///   - profile: What the person brings.
  ///   - records: What each certificate was understood as, in their order.
  ///   - target: What is sought.
  ///   - day: The day of the answer.
  ///   - graph: The graph.
  /// - Throws: Errors of the graph.
  package init(
    of profile: ProfileRecord, understoodAs records: [ConceptRecord?], for target: ConceptRecord?,
    on day: Day, graph: any GraphReading
  ) throws {
    self.init(day: day)
    let certificates = profile.certificates.map(\.value)
    let elsewhere =
      profile.experience.compactMap(\.value.country)
      + [profile.profile.from].compactMap { $0 }
    origins = certificates.map(\.country) + elsewhere
    titleOrigins = certificates.isEmpty ? elsewhere : certificates.map(\.country)
    awarded = certificates.map(\.date?.lastDay)
    sectors = try Self.sectors(of: certificates, understoodAs: records, in: graph)
    subjects =
      try certificates.compactMap(\.field) + profile.experience.compactMap(\.value.occupation)
      + (records + [target]).compactMap(\.self).flatMap { try Self.subjects(of: $0, in: graph) }
  }

  /// The sectors that awarded some certificates, each as the person states it or as its title has it; where
  /// that of one is not known, any may have.
  private static func sectors(
    of certificates: [Certificate], understoodAs records: [ConceptRecord?],
    in graph: any GraphReading
  ) throws -> [Sector] {
    let each = try zip(certificates, records).map { certificate, record -> [Sector] in
      if let stated = certificate.sector { return [stated] }
      return try record.map { try sectors(of: $0, in: graph) } ?? []
    }
    return each.contains(where: \.isEmpty) ? [] : each.flatMap(\.self)
  }

  /// The sectors that award a concept, as the nearest says that does: itself, all of its levels, its
  /// framework.
  private static func sectors(
    of record: ConceptRecord, in graph: any GraphReading
  ) throws -> [Sector] {
    let own = record.concept.sectors
    guard own.isEmpty else { return own }
    let levels = try graph.links(from: record.id).filter { $0.link.relation == .atLevel }
      .map { try graph.concept($0.link.to)?.concept.sectors ?? [] }
    // Where one of its levels leaves it open, it is open.
    guard levels.isEmpty || levels.contains(where: \.isEmpty) else { return levels.flatMap(\.self) }
    return try graph.framework(record.id.framework)?.sectors ?? []
  }

  /// What a concept is about: itself, if it is an occupation or a field; else what its links say.
  private static func subjects(
    of record: ConceptRecord, in graph: any GraphReading
  ) throws -> [Identifier] {
    switch record.concept.kind {
    case .occupation, .occupationGroup, .field: [record.id]
    default:
      try graph.links(from: record.id)
        .filter { $0.link.relation == .inField || $0.link.relation == .preparesFor }
        .map(\.link.to)
    }
  }
}
