internal import PasserelleAnswers
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// The types of things: kinds, frameworks, and kinds in a framework.
struct Types {
  /// A type, with what else it goes by.
  struct Named {
    var thing: Manifest.NamedThing
    var framework: Framework?
    var countries: [String] = []
  }

  private let service: ReconciliationService
  private let say: Language

  init(_ service: ReconciliationService) {
    self.service = service
    say = service.language
  }

  /// All kinds.
  var kinds: [Manifest.NamedThing] {
    ConceptKind.allCases.map { Manifest.NamedThing(id: $0.rawValue, name: say($0())) }
  }

  /// All types, kinds first.
  func all() throws -> [Named] {
    let frameworks = try service.library.graph.frameworks().filter { $0.kind != .recognition }
    return kinds.map { Named(thing: $0) }
      + frameworks.flatMap { framework in
        let countries = framework.countries.map { say(Phrase("country.\($0)")) }
        let own = Self.kinds(of: framework).map { type(of: $0, in: framework) }
        return ([type(of: framework)] + own).map {
          Named(thing: $0, framework: framework, countries: countries)
        }
      }
  }

  /// The types of a concept, the narrowest first.
  func types(of record: ConceptRecord, at desk: Desk) throws -> [Manifest.NamedThing] {
    let kind = Manifest.NamedThing(
      id: record.concept.kind.rawValue, name: say(record.concept.kind()))
    guard let framework = try desk.graph.framework(record.id.framework) else { return [kind] }
    let own = Self.kinds(of: framework).contains(record.concept.kind)
    return (own ? [type(of: record.concept.kind, in: framework)] : [])
      + [type(of: framework), kind]
  }

  /// The name of a type; `nil` if there is none.
  func name(_ id: String) throws -> String? { try all().map(\.thing).first { $0.id == id }?.name }

  /// The kinds that a framework mixes.
  private static func kinds(of framework: Framework) -> [ConceptKind] {
    framework.kind == .qualificationsFramework ? [.qualification, .level] : []
  }

  private func type(of framework: Framework) -> Manifest.NamedThing {
    Manifest.NamedThing(id: "\(framework.name)", name: service.name(of: framework))
  }

  private func type(of kind: ConceptKind, in framework: Framework) -> Manifest.NamedThing {
    Manifest.NamedThing(
      id: "\(framework.name)/\(kind.rawValue)",
      name: say(
        ReconciliationKey.typeOf(
          ["framework": service.name(of: framework)], parts: ["kind": [kind()]])))
  }
}

extension ReconciliationService {
  /// The title of a framework with its countries, and its version if it has several.
  func name(of framework: Framework) -> String {
    let title = framework.title.in(language.name) ?? "\(framework.name)"
    let marks = framework.countries.map(\.description) + [framework.name.version].compactMap { $0 }
    return marks.isEmpty ? title : "\(title) (\(marks.joined(separator: ", ")))"
  }
}
