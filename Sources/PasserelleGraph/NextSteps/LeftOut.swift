package import PasserelleModel

/// Why something is not among the next steps: it does not cover the case.
package enum LeftOut: String, Message {
  case origins = "left-out.origins"
  case sectors = "left-out.sectors"
  case subjects = "left-out.subjects"
  case days = "left-out.days"
}

/// Counts what does not cover a case, by what it is limited to.
struct LeftOutCount {
  private var counts: [(limit: Limit, count: Int)] = []

  mutating func add(_ limit: Limit?) {
    guard let limit = limit?.asCounted else { return }
    if let index = counts.firstIndex(where: { $0.limit == limit }) {
      counts[index].count += 1
    } else {
      counts.append((limit, 1))
    }
  }

  /// What was left out, in words.
  func phrases(in graph: any GraphReading, on day: Day) throws -> [Phrase] {
    let names = OriginNames(try graph.agreements())
    return counts.map { limit, count in
      let values = ["count": "\(count)", "day": "\(day)"]
      return switch limit {
      case .origins(let origins):
        LeftOut.origins(values, parts: ["origins": origins.map { names.phrase(for: $0) }])
      case .sectors(let sectors):
        LeftOut.sectors(values, parts: ["sectors": sectors.map { $0() }])
      case .subjects: LeftOut.subjects(values)
      case .days: LeftOut.days(values)
      }
    }
  }
}

extension Limit {
  /// The limit as it is counted: other fields are other fields, whichever they are.
  fileprivate var asCounted: Limit {
    switch self {
    case .origins, .sectors: self
    case .subjects: .subjects([])
    case .days: .days(Validity())
    }
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
