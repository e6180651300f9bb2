internal import PasserelleModel

/// Whether something covers a case.
package enum Coverage: String, Comparable, Sendable {
  /// It is for other cases.
  case no
  /// It may: its source, or the case, leaves that open.
  case may
  case yes

  package static func < (first: Coverage, second: Coverage) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .no: 0
    case .may: 1
    case .yes: 2
    }
  }
}

/// What a procedure or an agreement is limited to.
enum Limit: Hashable {
  /// Titles of these origins.
  case origins([TitleOrigin])
  /// Titles of these sectors.
  case sectors([Sector])
  /// These fields and occupations.
  case subjects([Identifier])
  /// All but these fields and occupations.
  case exceptions([Identifier])
  /// These days.
  case days(Validity)
}

extension Limit {
  /// Whether it limits nothing.
  fileprivate var isOpen: Bool {
    switch self {
    case .origins(let origins): origins.isEmpty || origins.map(\.place) == [.anywhere]
    case .sectors(let sectors): sectors.isEmpty
    case .subjects(let subjects), .exceptions(let subjects): subjects.isEmpty
    case .days: true
    }
  }
}

/// Says what covers a case, and by which limit something does not.
struct CoverageJudge {
  private let graph: any GraphReading
  private let matter: RecognitionCase
  /// The parties of agreements and groups of countries, and when those hold.
  private let groups: [FrameworkName: Agreement]
  /// The subjects of the case, each with what it is part of.
  private let subjects: [[Identifier]]

  init(_ matter: RecognitionCase, in graph: any GraphReading) throws {
    self.graph = graph
    self.matter = matter
    groups = Dictionary(
      try graph.agreements().map { ($0.agreement.name, $0.agreement) },
      uniquingKeysWith: { first, _ in first })
    subjects = try matter.subjects.map { try Self.above($0, in: graph) }
  }

  /// What a set of limits comes to.
  struct Judgement {
    var coverage = Coverage.yes
    /// The first limit that the case is not within.
    var missed: Limit?
    /// How many limits the case is known to be within: what is made for it counts before what is for all.
    var met = 0
    /// Whether the case may be beyond a limit that is stated.
    var isOpen = false
  }

  func judge(_ limits: [Limit]) throws -> Judgement {
    var judgement = Judgement()
    for limit in limits {
      let coverage = try coverage(within: limit)
      if coverage == .no { return Judgement(coverage: .no, missed: limit) }
      judgement.coverage = min(judgement.coverage, coverage)
      if coverage == .yes, !limit.isOpen { judgement.met += 1 }
      if coverage == .may, !limit.isOpen { judgement.isOpen = true }
    }
    return judgement
  }

  func coverage(of origins: [TitleOrigin]) -> Coverage {
    guard !origins.isEmpty else { return .may }
    if origins.map(\.place) == [.anywhere] { return .yes }
    return matter.titleOrigins.map { coverage(of: origins, from: $0) }.max() ?? .may
  }

  private func coverage(within limit: Limit) throws -> Coverage {
    switch limit {
    case .origins(let origins): coverage(of: origins)
    case .sectors(let sectors):
      if sectors.isEmpty {
        .yes
      } else if matter.sectors.isEmpty {
        .may
      } else {
        matter.sectors.contains(where: sectors.contains) ? .yes : .no
      }
    case .subjects(let limits): try coverage(of: limits)
    case .exceptions(let exceptions): try coverage(besides: exceptions)
    case .days(let validity):
      switch validity.holding(on: matter.day) {
      case .yes: .yes
      case .notKnown: .may
      case .no: .no
      }
    }
  }

  // MARK: - Origins

  /// Any of the places, and none of those that are left out.
  private func coverage(of origins: [TitleOrigin], from country: CountryCode) -> Coverage {
    let included = origins.filter { !$0.isExcluded }.map { coverage(of: $0.place, country) }
    let excluded = origins.filter(\.isExcluded).map { coverage(of: $0.place, country) }
    let without: Coverage =
      switch excluded.max() {
      case .yes: .no
      case .may: .may
      case .no, nil: .yes
      }
    return min(included.isEmpty ? .yes : included.max() ?? .may, without)
  }

  private func coverage(of place: TitleOrigin.Place, _ country: CountryCode) -> Coverage {
    switch place {
    case .anywhere: return .yes
    case .country(let named): return Self.meet(named, country) ? .yes : .no
    case .parties(let name):
      // Who belongs to a group that is not here, or on a day before it is described, is not known.
      guard let group = groups[name], group.validity.contains(matter.day) else { return .may }
      return (group.from + group.to).contains { Self.meet($0, country) } ? .yes : .no
    }
  }

  private static func meet(_ first: CountryCode, _ second: CountryCode) -> Bool {
    first.isWithin(second) || second.isWithin(first)
  }

  // MARK: - Fields and occupations

  /// A subject of the case that is within a limit is covered; one that a limit is a part of may be; two
  /// of different classifications cannot be compared.
  private func coverage(of limits: [Identifier]) throws -> Coverage {
    guard !limits.isEmpty else { return .yes }
    var best: Coverage?
    for limit in limits {
      let aboveLimit = try Self.above(limit, in: graph)
      for subject in subjects {
        guard let own = subject.first, own.framework.series == limit.framework.series else {
          continue
        }
        let coverage: Coverage =
          subject.contains(limit) ? .yes : aboveLimit.contains(own) ? .may : .no
        best = max(best ?? .no, coverage)
      }
    }
    return best ?? .may
  }

  /// A case whose subjects are all excepted is not covered; it may be where some of them are, where an
  /// exception is a part of one, or where the two are of different classifications.
  private func coverage(besides exceptions: [Identifier]) throws -> Coverage {
    let limits = Dictionary(grouping: exceptions, by: \.framework.series)
    var found: [Coverage] = []
    for (series, exceptions) in limits {
      let own = subjects.filter { $0.first?.framework.series == series }
      let standings = try own.map { subject -> Coverage in
        if exceptions.contains(where: subject.contains) { return .no }
        let isPart = try exceptions.contains { exception in
          try subject.first.map(Self.above(exception, in: graph).contains) ?? false
        }
        return isPart ? .may : .yes
      }
      if let least = standings.min(), let most = standings.max() {
        found.append(least == most ? least : .may)
      }
    }
    return exceptions.isEmpty ? .yes : found.min() ?? .may
  }

  /// A concept with what it is part of, itself first.
  private static func above(
    _ id: Identifier, in graph: any GraphReading
  ) throws -> [Identifier] {
    var (found, next) = ([id], Optional(id))
    while let concept = next, found.count < 8 {
      next = try graph.links(from: concept).first { $0.link.relation == .broader }?.link.to
      if let next { found.append(next) }
    }
    return found
  }
}

extension Procedure {
  var limits: [Limit] {
    [
      .days(validity), .origins(origins), .sectors(sectors),
      .subjects(educationFields + occupations), .exceptions(exceptions),
    ]
  }
}

extension Agreement {
  var limits: [Limit] {
    [
      .sectors(sectors), .subjects(educationFields + occupations), .exceptions(exceptions),
    ]
  }
}
