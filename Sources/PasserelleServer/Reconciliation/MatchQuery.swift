internal import PasserelleAnswers
internal import PasserelleModel

/// One query of a batch: a title or a code, and what is known of it.
struct MatchQuery: Decodable {
  struct Property: Decodable {
    var pid: String
    var v: LooseValue
  }

  var query: String?
  /// The specification has a list; OpenRefine sends a text.
  var type: LooseValue?
  var limit: Double?
  var properties: [Property]?

  /// How many candidates are wanted.
  var most: Int { limit.map { Int(min(max($0, 1), 100)) } ?? 10 }

  /// Where the title is looked for; `nil` if something that was named means nothing here.
  func scope(at desk: Desk) throws -> TitleScope? {
    var scope = TitleScope()
    for name in type?.texts ?? [] {
      guard let part = try desk.titlePart(named: name) else { return nil }
      scope.parts.append(part)
    }
    for property in properties ?? [] {
      let values = property.v.texts.map(\.trimmed).filter { !$0.isEmpty }
      guard !values.isEmpty, let fact = FactName(property.pid)?.fact else { continue }
      switch fact {
      case .country, .framework:
        let places = try values.flatMap(desk.titlePlaces)
        guard !places.isEmpty else { return nil }
        scope.places.append(places)
      case .kind: scope.kinds.formUnion(values.compactMap { ConceptKind($0) })
      default: continue
      }
    }
    return scope
  }
}

/// The candidates for one query.
struct MatchResult: Encodable {
  struct Candidate: Encodable {
    struct Feature: Encodable {
      var id: String
      var value: Int
    }

    var id: String
    var name: String
    var description: String
    var type: [Manifest.NamedThing]
    var score: Int
    var features: [Feature]
    var match: Bool
  }

  var result: [Candidate]
}

extension ReconciliationService {
  /// The candidates for each query of a batch.
  func matches(_ text: String) throws -> [String: MatchResult] {
    let queries: [String: MatchQuery] = try Self.read(
      text, "queries", as: "a JSON object of queries, each of them an object")
    guard queries.count <= Self.batchSize else {
      throw Self.tooMany("queries", most: Self.batchSize)
    }
    let desk = try library.desk()
    let matcher = TitleMatcher(desk)
    let types = Types(self)
    return try queries.mapValues { query in
      guard let words = query.query, let scope = try query.scope(at: desk) else {
        return MatchResult(result: [])
      }
      return MatchResult(
        result: try matcher.matches(for: words, in: scope, limit: query.most)
          .map { try candidate($0, types, desk) })
    }
  }

  private func candidate(
    _ match: TitleMatch, _ types: Types, _ desk: Desk
  ) throws -> MatchResult.Candidate {
    MatchResult.Candidate(
      id: "\(match.id)", name: name(of: match), description: try description(of: match, at: desk),
      type: try types.types(of: match.record, at: desk), score: match.score,
      features: [MatchResult.Candidate.Feature(id: "title-likeness", value: match.score)],
      match: match.isCertain)
  }

  func name(of match: TitleMatch) -> String {
    match.record.concept.title.in(language.name) ?? "\(match.id)"
  }

  /// What tells candidates of one name apart, and why one was found that has another.
  func description(of match: TitleMatch, at desk: Desk) throws -> String {
    let facts = try desk.heading(of: match.record, in: language)
    let label = match.label.map { language(ReconciliationKey.foundBy(["label": $0])) }
    return ([facts] + [label].compactMap { $0 } + match.remarks.map { language($0) })
      .joined(separator: "; ")
  }
}
