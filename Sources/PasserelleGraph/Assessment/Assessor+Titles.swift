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
    case .reserved(let record, _):
      return try offered(for: certificate, besides: [record]).map(candidate)
    case .several(let records), .ofOtherVersion(let records): return try records.map(candidate)
    case .unknown: return try offered(for: certificate, besides: []).map(candidate)
    }
  }

  /// What a title may mean, after what bears it: if none of that stands at a level, what does and shares
  /// its words comes before what is named by a part of it.
  private func offered(
    for certificate: Certificate, besides records: [ConceptRecord]
  ) throws -> [ConceptRecord] {
    let (named, like) = try meanings(of: certificate)
    let known = records + named.filter { one in !records.contains { $0.id == one.id } }
    guard !known.isEmpty else {
      let placed = try like.filter(isPlaced)
      let others = like.filter { one in !placed.contains { $0.id == one.id } }
      return Array((placed + others).prefix(Self.mostOfSomeWords))
    }
    guard try !known.contains(where: isPlaced) else { return known }
    let placed = try like.filter { one in
      try !known.contains { $0.id == one.id } && isPlaced(one)
    }
    let bearers = try known.filter { try bears(certificate.title, $0) }
    return bearers + placed.prefix(Self.mostOfPlaced)
      + known.filter { one in !bearers.contains { $0.id == one.id } }
  }

  /// Whether a name that a qualification has in its own country is the whole of a title.
  private func bears(_ title: String, _ record: ConceptRecord) throws -> Bool {
    try titles.wordsOfName(of: record, in: title) == Self.words(in: title)
      && !vantage.graph.isOfCentre(record.id.framework)
  }

  private static func words(in title: String) -> Int {
    title.split { !$0.isLetter && !$0.isNumber }.count
  }

  private func isPlaced(_ record: ConceptRecord) throws -> Bool {
    try !vantage.placer.levels(of: record).isEmpty
  }

  /// How many are offered that only share words with the title.
  private static let mostOfSomeWords = 5
  /// How many of these are offered besides what bears the title itself.
  private static let mostOfPlaced = 2

  /// A qualification whose name is part of a title.
  private struct Named {
    var record: ConceptRecord
    var words: Int
    var isPlaced: Bool
  }

  /// The qualifications whose name is part of the title of a certificate, and those that share words with
  /// it.
  ///
  /// What stands at a level comes first; what does not, such as a centre's description of the same paper,
  /// has its own longest name.
  private func meanings(
    of certificate: Certificate
  ) throws -> (named: [ConceptRecord], like: [ConceptRecord]) {
    let like = try existing(
      titles.qualifications(like: certificate.title, in: certificate.country),
      on: certificate.date)
    let named = try like.map { record in
      Named(
        record: record, words: try titles.wordsOfName(of: record, in: certificate.title),
        isPlaced: try isPlaced(record))
    }.filter { $0.words > 0 }
    let longest = named.map(\.words).max() ?? 0
    let best = [true, false].flatMap { isPlaced -> [Named] in
      let group = named.filter { $0.isPlaced == isPlaced }
      let words = group.map(\.words).max() ?? 0
      // One word beside a longer name, such as "Diploma", says too little.
      return words == 1 && longest > 1 ? [] : group.filter { $0.words == words }
    }
    return (best.map(\.record), like)
  }

  /// Those of the version of a framework that was in force when a certificate was awarded, if one was.
  private func existing(
    _ records: [ConceptRecord], on date: CalendarDate?
  ) throws -> [ConceptRecord] {
    guard let date else { return records }
    func isInForce(_ framework: Framework) -> Bool {
      [date.firstDay, date.lastDay].contains(where: framework.validity.contains)
    }
    return try records.filter { record in
      let versions = try vantage.graph.frameworks(called: record.id.framework.series)
      return versions.allSatisfy { !isInForce($0) }
        || versions.contains { $0.name == record.id.framework && isInForce($0) }
    }
  }

  private func candidate(_ record: ConceptRecord) throws -> Assessment.Candidate {
    let standing = try vantage.placer.levels(of: record)
    let levels = standing.map(\.level)
    let placements = try vantage.placer.placements(of: record, at: standing)
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
    let words = Self.words(in: title)
    let own = try titles.wordsOfName(of: record, in: title)
    guard question.standing == nil, record.concept.kind == .qualification, own < words else {
      return []
    }
    let others = try meanings(of: certificate).named.filter {
      try !vantage.placer.levels(of: $0).isEmpty
    }
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
