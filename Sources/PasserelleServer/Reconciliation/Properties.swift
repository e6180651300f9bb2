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
      + frameworks.map { property(FactName(fact(in: $0), at: "\($0.name)")) }
  }

  /// The facts about a place that words name, or begin to name.
  func placed(_ words: String) throws -> [Manifest.NamedThing] {
    let desk = try service.library.desk()
    let frameworks = try service.library.graph.frameworks()
    let named = Set(try desk.titlePlaces(named: words))
    let code = CountryCode(words.uppercased())?.description ?? CountryNames.code(of: words)
    if code == nil, named.count == 1, let one = frameworks.first(where: { named.contains($0.name) })
    {
      return facts(at: "\(one.name)").filter { $0.fact == fact(in: one) || !$0.fact.needsPlace }
        .map(property)
    }
    let begun = Set(frameworks.flatMap(\.countries)).filter { country in
      say(Phrase("country.\(country)")).lowercased().hasPrefix(words.lowercased())
    }
    let countries = [code].compactMap { $0 } + begun.map(\.description).sorted()
    return countries.prefix(5).flatMap(facts).filter { $0.fact != .statisticalClass }.map(property)
  }

  private func facts(at place: String) -> [FactName] {
    Fact.allCases.filter(\.mayHavePlace).map { FactName($0, at: place) }
  }

  /// What is asked of a framework: statistics classify, and settle no finding.
  private func fact(in framework: Framework) -> Fact {
    framework.kind == .educationLevels ? .statisticalClass : .target
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
