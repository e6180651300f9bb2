internal import PasserelleModel

extension Assessor {
  /// What a certificate is, or may be.
  ///
  /// If it was not understood, those that bear its title; else those whose name is part of it, the longest
  /// one; else those that share words with it. None of these is chosen.
  func candidates(
    for certificate: Certificate, _ understanding: Assessment.Understanding
  ) throws -> [Assessment.Candidate] {
    switch understanding {
    case .named(let record), .byTitle(let record): return [try candidate(record)]
    case .several(let records), .ofOtherVersion(let records): return try records.map(candidate)
    case .unknown:
      let (named, like) = try meanings(of: certificate)
      return try (named.isEmpty ? Array(like.prefix(Self.mostOfSomeWords)) : named).map(candidate)
    }
  }

  /// How many are offered that only share words with the title.
  private static let mostOfSomeWords = 5

  /// The qualifications whose name is the longest in the title of a certificate, and those that share
  /// words with it.
  private func meanings(
    of certificate: Certificate
  ) throws -> (named: [ConceptRecord], like: [ConceptRecord]) {
    let title = certificate.title
    let like = try titles.qualifications(like: title, in: certificate.country)
    let words = try like.map { try titles.wordsOfName(of: $0, in: title) }
    let longest = words.max() ?? 0
    return (longest == 0 ? [] : zip(like, words).filter { $0.1 == longest }.map(\.0), like)
  }

  private func candidate(_ record: ConceptRecord) throws -> Assessment.Candidate {
    let levels = try vantage.placer.levels(of: record).map(\.level)
    let placements = try vantage.placer.placements(of: record, at: levels)
    return Assessment.Candidate(
      record: record, levels: levels,
      reference: placements.flatMap { placement -> [Identifier] in
        if case .levels(let levels) = placement.status { levels } else { [] }
      })
  }

  /// A title that holds the name of another qualification, and less or nothing of the one that the
  /// profile names.
  func doubts(ofTitleOf certificate: Certificate, as record: ConceptRecord) throws -> [Phrase] {
    let title = certificate.title
    let words = title.split { !$0.isLetter && !$0.isNumber }.count
    let own = try titles.wordsOfName(of: record, in: title)
    guard question.standing == nil, record.concept.kind == .qualification, own < words else {
      return []
    }
    let others = try meanings(of: certificate).named
    let longest = try others.first.map { try titles.wordsOfName(of: $0, in: title) } ?? 0
    // One word of several, such as "Diploma", says too little.
    guard longest > own, longest > 1 || longest == words else { return [] }
    return [
      Doubt.title([
        "title": title, "id": "\(record.id)",
        "others": try others.map { try candidate($0).description }.joined(separator: "; "),
      ])
    ]
  }
}

extension Assessment.Candidate: CustomStringConvertible {
  /// Its ID with its levels: `ma-cnc:specialised-technician (ma-cnc:5)`.
  package var description: String {
    let levels = (levels + reference).filter { $0 != record.id }
    return levels.isEmpty
      ? "\(record.id)" : "\(record.id) (\(levels.map(\.description).joined(separator: ", ")))"
  }
}
