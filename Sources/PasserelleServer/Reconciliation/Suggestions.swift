internal import PasserelleAnswers
internal import PasserelleModel

/// What completes the words that a person types.
struct Suggestions {
  struct Answer: Encodable {
    struct Item: Encodable {
      var id: String
      var name: String
      var description: String?
      var notable: [Manifest.NamedThing]?
    }

    var result: [Item]
  }

  private static let most = 20
  private static let mostSkipped = 1_000
  private let service: ReconciliationService

  init(_ service: ReconciliationService) { self.service = service }

  /// Concepts by their titles, codes and identifiers.
  func entities(_ request: ServerRequest) throws -> Answer {
    let skipped = Self.skipped(request)
    let desk = try service.library.desk()
    var scope = TitleScope()
    for name in request.all("type") where !name.isEmpty {
      guard let part = try desk.titlePart(named: name) else { return Answer(result: []) }
      scope.parts.append(part)
    }
    let types = Types(service)
    let found = try TitleMatcher(desk)
      .matches(for: request["prefix"] ?? "", in: scope, limit: Self.most + skipped)
    return Answer(
      result: try found.dropFirst(skipped).map { match in
        Answer.Item(
          id: "\(match.id)", name: service.name(of: match),
          description: try service.description(of: match, at: desk),
          notable: try types.types(of: match.record, at: desk))
      })
  }

  /// Kinds and frameworks.
  func types(_ request: ServerRequest) throws -> Answer {
    let prefix = request["prefix"] ?? ""
    let places = Set(try service.library.desk().titlePlaces(named: prefix).map(\.description))
    return page(
      try Types(service).all().filter { type in
        Self.has(prefix, type) || places.contains(type.id.prefix { $0 != "/" }.description)
      }, request)
  }

  /// Facts, and facts about a country or framework that is named.
  func properties(_ request: ServerRequest) throws -> Answer {
    let prefix = (request["prefix"] ?? "").trimmed
    let properties = Properties(service)
    let own = try properties.proposed(for: nil).filter { Self.has(prefix, $0) }
    let named = properties.name(prefix).map { [Manifest.NamedThing(id: prefix, name: $0)] } ?? []
    let placed = prefix.isEmpty ? [] : try properties.placed(prefix)
    var seen: Set<String> = []
    return page((named + own + placed).filter { seen.insert($0.id).inserted }, request)
  }

  private func page(_ things: [Manifest.NamedThing], _ request: ServerRequest) -> Answer {
    Answer(
      result: things.dropFirst(Self.skipped(request)).prefix(Self.most)
        .map { Answer.Item(id: $0.id, name: $0.name) })
  }

  private static func skipped(_ request: ServerRequest) -> Int {
    min(max(request["cursor"].flatMap { Int($0) } ?? 0, 0), mostSkipped)
  }

  /// Whether words are the beginning of an identifier, or stand in a name.
  private static func has(_ words: String, _ thing: Manifest.NamedThing) -> Bool {
    let words = words.trimmed.lowercased()
    return words.isEmpty || thing.id.lowercased().hasPrefix(words)
      || thing.name.lowercased().contains(words)
  }
}
