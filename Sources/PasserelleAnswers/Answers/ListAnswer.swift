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
    frameworks.isEmpty ? [] : [table(in: pen.say).text(within: pen.ink.width)]
  }

  /// A row for each framework.
  public func table(in language: Language) -> Table {
    Table(
      columns: ["id", "country", "from", "by", "to", "kind", "title"],
      rows: frameworks.map { row in
        [
          row.id, row.countries.joined(separator: " "), row.validFrom ?? "", row.validBy ?? "",
          row.validTo ?? "",
          row.kind, row.title,
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
    concepts.isEmpty ? [] : [table(in: pen.say).text(within: pen.ink.width)]
  }

  /// A row for each concept.
  public func table(in language: Language) -> Table {
    Table(
      columns: ["id", "kind", "reference", "title"],
      rows: concepts.map { [$0.id, $0.kind, $0.places.joined(separator: ", "), $0.title] })
  }
}

extension ConceptListAnswer {
  init(_ frameworks: [Framework], from vantage: Vantage) throws {
    asOf = vantage.day.description
    concepts = try frameworks.flatMap { framework in
      try vantage.graph.concepts(of: framework.name).map { try Row($0, from: vantage) }
    }
  }
}

extension ConceptListAnswer.Row {
  fileprivate init(_ record: ConceptRecord, from vantage: Vantage) throws {
    id = record.id.description
    kind = record.concept.tier ?? record.concept.kind.rawValue
    title = record.concept.fullTitle
    var places: [String] = []
    for link in try vantage.graph.links(from: record.id).map(\.link)
    where link.validity.contains(vantage.day) {
      let isPlace = link.relation == .referencedTo || link.relation == .atLevel
      // A null towards a framework says that there is no place in it.
      guard isPlace || (link.relation.isNull && link.to.code == nil) else { continue }
      let place = isPlace ? link.to.description : "none"
      if !places.contains(place) { places.append(place) }
    }
    self.places = places
  }
}
