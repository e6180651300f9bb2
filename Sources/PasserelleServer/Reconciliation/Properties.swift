internal import PasserelleAnswers
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// The properties of things: facts, some of them in a country or framework.
struct Properties {
  private let service: ReconciliationService
  private let say: Language

  init(_ service: ReconciliationService) {
    self.service = service
    say = service.language
  }

  /// The facts about a concept itself, and those whose country is in the settings.
  var own: [Manifest.NamedThing] { Fact.allCases.map { property(FactName($0)) } }

  /// What is asked most of things of a type: facts, then what corresponds in the reference frameworks and
  /// classifications.
  func proposed(for type: String?) throws -> [Manifest.NamedThing] {
    let desk = try service.library.desk()
    let part = try type.flatMap { try desk.titlePart(named: $0) }
    let kinds = FrameworkKind.common
    let frameworks = try service.library.graph.frameworks().filter { framework in
      kinds.contains(framework.kind) && part?.includes(framework) != true
        && framework.validity.contains(service.library.today)
    }
    return own
      + frameworks.map { framework in
        // Statistics classify, and settle no finding.
        let fact: Fact = framework.kind == .educationLevels ? .indications : .target
        return property(FactName(fact, at: "\(framework.name)"))
      }
  }

  /// The facts about a place, which a part of its name leads to.
  func placed(_ prefix: String) throws -> [Manifest.NamedThing] {
    let desk = try service.library.desk()
    guard try !desk.titlePlaces(named: prefix).isEmpty else { return [] }
    let place =
      CountryCode(prefix.uppercased())?.description ?? CountryNames.code(of: prefix) ?? prefix
    return Fact.allCases.filter(\.mayHavePlace).map { property(FactName($0, at: place)) }
  }

  /// The name of a property; `nil` if there is none.
  func name(_ id: String) -> String? { FactName(id).map { property($0).name } }

  func property(_ name: FactName) -> Manifest.NamedThing {
    Manifest.NamedThing(id: "\(name)", name: say(words(name)))
  }

  private func words(_ name: FactName) -> Phrase {
    guard let place = name.place else { return name.fact() }
    let isCountry = CountryCode(place.uppercased()) != nil
    let placed = isCountry ? Phrase("country.\(place.uppercased())") : Phrase.verbatim(place)
    return ReconciliationKey.factAt(parts: ["fact": [name.fact()], "place": [placed]])
  }
}

extension FrameworkKind {
  /// Those that belong to no one country.
  fileprivate static let common: Set<FrameworkKind> = [
    .metaFramework, .educationLevels, .educationFields, .occupations, .skillLevels,
  ]
}

/// The properties that are proposed for a type.
struct PropertyProposals: Encodable {
  var type: String
  var limit: Int?
  var properties: [Manifest.NamedThing]
}

extension ReconciliationService {
  func proposals(_ type: String?, limit: String?) throws -> PropertyProposals {
    let limit = limit.flatMap { Int($0) }.map { min(max($0, 0), 1_000) }
    let all = try Properties(self).proposed(for: type)
    return PropertyProposals(
      type: type ?? "", limit: limit, properties: Array(all.prefix(limit ?? all.count)))
  }
}
