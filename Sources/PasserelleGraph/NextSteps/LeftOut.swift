package import PasserelleModel

/// Why something is not among the next steps: it does not cover the case.
package enum LeftOut: String, Message {
  case origins = "left-out.origins"
  case sectors = "left-out.sectors"
  case subjects = "left-out.subjects"
  case days = "left-out.days"
}

/// Counts what does not cover a case, by the limits that leave it out.
struct LeftOutCount {
  private var missed: [Limit] = []

  mutating func add(_ limit: Limit?) {
    if let limit { missed.append(limit) }
  }

  /// What was left out, in words: a phrase for each reason.
  func phrases(naming names: OriginNames, on day: Day) -> [Phrase] {
    func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
      var seen: Set<Value> = []
      return values.filter { seen.insert($0).inserted }
    }
    func values(_ count: Int) -> [String: String] {
      ["count": "\(count)"]
    }
    let origins = missed.compactMap { if case .origins(let origins) = $0 { origins } else { nil } }
    let sectors = missed.compactMap { if case .sectors(let sectors) = $0 { sectors } else { nil } }
    let subjects = missed.filter { if case .subjects = $0 { true } else { false } }
    let days = missed.filter { if case .days = $0 { true } else { false } }
    let phrases = [
      origins.isEmpty
        ? nil
        : LeftOut.origins(
          values(origins.count),
          parts: ["origins": distinct(origins.flatMap(\.self)).map(names.phrase)]),
      sectors.isEmpty
        ? nil
        : LeftOut.sectors(
          values(sectors.count), parts: ["sectors": distinct(sectors.flatMap(\.self)).map { $0() }]),
      subjects.isEmpty ? nil : LeftOut.subjects(values(subjects.count)),
      days.isEmpty ? nil : LeftOut.days(values(days.count), parts: ["day": [Phrase(day)]]),
    ]
    return phrases.compactMap(\.self)
  }
}

extension Sector: Message {
  package var key: String { "sector.\(rawValue)" }
}

/// What an origin of titles is called.
package enum OriginWord: String, Message {
  case anywhere = "origin.anywhere"
  case not = "origin.not"
}

/// The names of origins: countries by their codes, groups by the titles that data gives them.
package struct OriginNames {
  private let groups: [FrameworkName: LocalizedText]

  package init(_ agreements: [AgreementRecord]) {
    groups = Dictionary(
      agreements.map { ($0.agreement.name, $0.agreement.title) },
      uniquingKeysWith: { first, _ in first })
  }

  package func phrase(for origin: TitleOrigin) -> Phrase {
    let place: Phrase =
      switch origin.place {
      case .anywhere: OriginWord.anywhere()
      case .country(let country): .verbatim(country.description)
      case .parties(let name): groups[name].map { Phrase($0) } ?? .verbatim(name.description)
      }
    return origin.isExcluded ? OriginWord.not(parts: ["origin": [place]]) : place
  }
}
