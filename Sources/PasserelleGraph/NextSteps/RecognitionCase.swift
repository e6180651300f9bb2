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
    sectors = framework.sectors
    subjects = try Self.subjects(of: record, in: graph)
  }

  /// The case of a person.
  ///
  /// - Parameters:
  ///   - profile: What the person brings.
  ///   - records: What the certificates were understood as.
  ///   - target: What is sought.
  ///   - day: The day of the answer.
  ///   - graph: The graph.
  /// - Throws: Errors of the graph.
  package init(
    of profile: ProfileRecord, understoodAs records: [ConceptRecord], for target: ConceptRecord?,
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
    let stated = certificates.compactMap(\.sector)
    sectors =
      stated.isEmpty
      ? try records.flatMap { try graph.framework($0.id.framework)?.sectors ?? [] } : stated
    subjects =
      try certificates.compactMap(\.field) + profile.experience.compactMap(\.value.occupation)
      + (records + [target].compactMap { $0 }).flatMap { try Self.subjects(of: $0, in: graph) }
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
