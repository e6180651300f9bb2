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

  /// Kinds and frameworks, which go by the names of their countries as well.
  func types(_ request: ServerRequest) throws -> Answer {
    let words = request["prefix"] ?? ""
    let places = Set(try service.library.desk().titlePlaces(named: words))
    let types = try Types(service).all()
    return page(
      Self.best(types, for: words) { type in
        type.framework.map { places.contains($0.name) } == true ? 0 : Self.rank(type, of: words)
      }.map(\.thing), request)
  }

  /// Facts, and facts about a country or framework that is named.
  func properties(_ request: ServerRequest) throws -> Answer {
    let words = (request["prefix"] ?? "").trimmed
    let properties = Properties(service)
    let named = properties.name(words).map { [Manifest.NamedThing(id: words, name: $0)] } ?? []
    let proposed = Self.best(try properties.proposed(for: nil), for: words) { property in
      Self.rank(words, in: [property.id], [property.name])
    }
    let placed = words.count < 2 ? [] : try properties.placed(words)
    var seen: Set<String> = []
    return page((named + proposed + placed).filter { seen.insert($0.id).inserted }, request)
  }

  private func page(_ things: [Manifest.NamedThing], _ request: ServerRequest) -> Answer {
    Answer(
      result: things.dropFirst(Self.skipped(request)).prefix(Self.most)
        .map { Answer.Item(id: $0.id, name: $0.name) })
  }

  private static func skipped(_ request: ServerRequest) -> Int {
    min(max(request["cursor"].flatMap { Int($0) } ?? 0, 0), mostSkipped)
  }

  // MARK: - Ranks

  /// Those that have a rank, best first; all if nothing was typed.
  private static func best<Thing>(
    _ things: [Thing], for words: String, _ rank: (Thing) -> Int?
  ) -> [Thing] {
    guard !words.trimmed.isEmpty else { return things }
    return things.enumerated()
      .compactMap { place, thing in rank(thing).map { (rank: $0, place: place, thing: thing) } }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.thing)
  }

  private static func rank(_ type: Types.Named, of words: String) -> Int? {
    rank(words, in: [type.thing.id], [type.thing.name] + type.countries)
  }

  /// How well words fit: the beginning of an identifier or of a name, of a word in a name, or anywhere.
  private static func rank(_ words: String, in ids: [String], _ names: [String]) -> Int? {
    let words = words.trimmed.lowercased()
    let names = names.map { $0.lowercased() }
    if (ids + names).contains(where: { $0.lowercased().hasPrefix(words) }) { return 1 }
    let parts = names.flatMap { name in name.split { !$0.isLetter && !$0.isNumber } }
    if parts.contains(where: { $0.hasPrefix(words) }) { return 2 }
    return names.contains { $0.contains(words) } ? 3 : nil
  }
}
