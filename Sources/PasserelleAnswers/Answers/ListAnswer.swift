internal import PasserelleGraph
internal import PasserelleModel

/// All frameworks, in order, and the registers of qualifications after them.
public struct FrameworkListAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "frameworks"

  /// A framework, in one row.
  public struct Row: Encodable, Sendable {
    /// Its name.
    public let id: String
    /// Its countries.
    public let countries: [String]
    /// The first day in force.
    public let validFrom: String?
    /// The day by which it was valid for certain, if the first day itself is not known.
    public let validBy: String?
    /// The last day in force.
    public let validTo: String?
    /// What kind it is.
    public let kind: String
    /// Its preferred title.
    public let title: String
  }

  /// The frameworks.
  public let frameworks: [Row]

  init(_ rows: [Row]) {
    frameworks = rows
  }

  init(_ frameworks: [Framework]) {
    let registers = frameworks.filter { $0.kind == .register }
    self.frameworks = (frameworks.filter { $0.kind != .register } + registers).map { framework in
      Row(
        id: framework.name.description, countries: framework.countries.map(\.description),
        validFrom: framework.validity.from?.description,
        validBy: framework.validity.by?.description,
        validTo: framework.validity.to?.description, kind: framework.kind.rawValue,
        title: framework.title.preferred ?? "")
    }
  }

  /// The answer for people, line by line: aligned columns.
  public func lines(by pen: Pen) -> [String] {
    frameworks.isEmpty
      ? []
      : [
        table(writing: { pen.say.date($0) }, kind: { pen.say.kind($0) }).text(within: pen.ink.width)
      ]
  }

  /// A row for each framework; dates are as ISO 8601 has them.
  public func table(in language: Language) -> Table {
    table(writing: { $0 }, kind: { $0 })
  }

  private func table(writing date: (String) -> String, kind: (String) -> String) -> Table {
    Table(
      columns: ["id", "country", "from", "by", "to", "kind", "title"],
      rows: frameworks.map { row in
        [
          row.id, row.countries.joined(separator: " "), row.validFrom.map(date) ?? "",
          row.validBy.map(date) ?? "", row.validTo.map(date) ?? "", kind(row.kind), row.title,
        ]
      })
  }
}

/// All concepts of a framework, in its order.
public struct ConceptListAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "concepts"

  /// A concept, in one row.
  public struct Row: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// What kind of thing it is, or what its classification calls a group of its kind.
    public let kind: String
    /// Where it is placed: the levels and reference levels that its own links name, all of which hold;
    /// `none` if a source says that it has no level.
    public let places: [String]
    /// The title as people on both sides know it.
    public let title: String
  }

  /// The day as of which places are given.
  public let asOf: String
  /// The concepts.
  public let concepts: [Row]

  /// The answer for people, line by line: aligned columns.
  public func lines(by pen: Pen) -> [String] {
    concepts.isEmpty ? [] : [table { pen.say.kind($0) }.text(within: pen.ink.width)]
  }

  /// A row for each concept.
  public func table(in language: Language) -> Table { table { $0 } }

  private func table(kind: (String) -> String) -> Table {
    Table(
      columns: ["id", "kind", "reference", "title"],
      rows: concepts.map { [$0.id, kind($0.kind), $0.places.joined(separator: ", "), $0.title] })
  }
}

extension ConceptListAnswer {
  init(_ frameworks: [Framework], from vantage: Vantage) throws {
    asOf = vantage.day.description
    concepts = try frameworks.flatMap { framework in
      try Self.rows(of: vantage.graph.titles(of: framework.name), from: vantage)
    }
  }

  /// How many concepts are asked for at once: of a register with a million, no more links are held.
  private static let most = 512

  private static func rows(of concepts: [Concept], from vantage: Vantage) throws -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(concepts.count)
    for start in stride(from: 0, to: concepts.count, by: most) {
      let part = concepts[start..<min(start + most, concepts.count)]
      let links = try vantage.graph.links(from: Set(part.map(\.id)), by: Row.relations)
      let places = Dictionary(
        grouping: links.map(\.link).filter { $0.validity.contains(vantage.day) }, by: \.from)
      rows += part.map { Row($0, placedBy: places[$0.id] ?? []) }
    }
    return rows
  }
}

extension ConceptListAnswer.Row {
  /// The relations that say where a concept is placed.
  fileprivate static let relations = Relation.allCases.filter {
    $0 == .referencedTo || $0 == .atLevel || $0.isNull
  }

  fileprivate init(_ concept: Concept, placedBy links: [Link]) {
    id = concept.id.description
    kind = concept.tier ?? concept.kind.rawValue
    title = concept.fullTitle
    var places: [String] = []
    for link in links {
      // A null towards a framework says that there is no place in it.
      guard !link.relation.isNull || link.to.code == nil else { continue }
      let place = link.relation.isNull ? "none" : link.to.description
      if !places.contains(place) { places.append(place) }
    }
    self.places = places
  }
}
