import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// Builds a small graph in memory, a line a fact.
struct Fixture {
  private(set) var graph = Graph()
  private var line = 0

  init() {
    framework("eqf", kind: .metaFramework, levels: (1...8).map(String.init))
  }

  mutating func framework(
    _ name: String, kind: FrameworkKind = .qualificationsFramework, aliases: [String] = [],
    acronyms: [String] = [], country: String? = nil, from: String? = nil, to: String? = nil,
    supersedes: String? = nil, levels: [String]
  ) {
    guard let name = FrameworkName(name) else { return }
    var framework = Framework(name: name, kind: kind, title: .english(name.description))
    framework.aliases = aliases
    framework.acronyms = acronyms
    framework.countries = country.flatMap(CountryCode.init).map { [$0] } ?? []
    framework.validity = Validity(
      from: from.flatMap(CalendarDate.init), to: to.flatMap(CalendarDate.init))
    framework.supersedes = supersedes.flatMap(FrameworkName.init)
    add(.framework(framework))
    for key in ["report", "other", "rumour", "dated"] {
      var document = Document(key: key, title: "The \(key)")
      document.isOfficial = key != "rumour"
      document.isVerified = key != "rumour"
      if key == "dated" { document.date = CalendarDate("2020-05-01") }
      add(.document(document))
    }
    for level in levels {
      guard let code = Code(level) else { continue }
      add(
        .concept(
          Concept(
            id: Identifier(name, code), kind: Self.kind(of: kind),
            title: .english("Level \(level)"))))
    }
  }

  /// What a framework of a kind is made of.
  private static func kind(of framework: FrameworkKind) -> ConceptKind {
    switch framework {
    case .occupations: .occupation
    case .competences: .competence
    case .educationFields: .field
    case .educationLevels: .educationLevel
    default: .level
    }
  }

  mutating func level(_ id: String, source: String = "report", sectors: [Sector] = []) {
    guard let id = Identifier(id) else { return }
    var level = Concept(id: id, kind: .level, title: .english("Level"))
    level.source = source
    level.sectors = sectors
    add(.concept(level))
  }

  mutating func qualification(
    _ id: String, _ title: String, at level: String? = nil, workload: String = "",
    source: String = "report", sectors: [Sector] = []
  ) {
    guard let id = Identifier(id) else { return }
    var qualification = Concept(id: id, kind: .qualification, title: .english(title))
    qualification.workloads = [Workload(workload)].compactMap { $0 }
    qualification.sectors = sectors
    add(.concept(qualification))
    if let level { link(id.description, .atLevel, level, source: source) }
  }

  mutating func link(
    _ from: String, _ relation: Relation, _ to: String, source: String = "report",
    valid: Validity = Validity(), validTo: String? = nil, for purposes: [Purpose] = [],
    note: String? = nil
  ) {
    guard let from = Identifier(from), let to = Identifier(to) else { return }
    var link = Link(from: from, relation, to: to, source: source)
    link.note = note.map { .english($0) } ?? LocalizedText()
    link.purposes = purposes
    link.validity = valid
    if let validTo { link.validity.to = CalendarDate(validTo) }
    add(.link(link))
  }

  mutating func procedure(
    _ purpose: Purpose, decides: String, _ change: (inout Procedure) -> Void = { _ in }
  ) {
    var procedure = Procedure(for: purpose)
    procedure.deciders = [decides]
    procedure.source = "report"
    change(&procedure)
    add(.procedure(procedure))
  }

  mutating func agreement(
    _ name: String, from: [String], to: [String], isMutual: Bool = false,
    for purposes: [Purpose] = [], kind: AgreementKind = .bilateral,
    _ change: (inout Agreement) -> Void = { _ in }
  ) {
    guard let name = FrameworkName(name) else { return }
    var agreement = Agreement(name: name, kind: kind, title: .english("Agreement"))
    agreement.from = from.compactMap(CountryCode.init)
    agreement.to = to.compactMap(CountryCode.init)
    agreement.isMutual = isMutual
    agreement.purposes = purposes
    agreement.date = CalendarDate("2020")
    change(&agreement)
    add(.agreement(agreement))
  }

  mutating func name(_ of: String, _ text: String, source: String = "report") {
    guard let concept = Identifier(of) else { return }
    add(.name(Name(of: concept, text: .english(text), kind: .colloquial, source: source)))
  }

  mutating func note(_ about: String, _ text: String) {
    guard let about = Identifier(about) else { return }
    add(.note(Note(about: about, text: .english(text), source: "report")))
  }

  private mutating func add(_ statement: Statement) {
    line += 1
    graph.add(statement, at: SourcePosition(file: "fixture", line: line, column: 1))
  }

  func resolver(on day: Day = "2026-01-01") -> IdentifierResolver {
    IdentifierResolver(graph, day: day)
  }

  func vantage(on day: Day = "2026-01-01", askedOn today: Day? = nil) throws -> Vantage {
    try Vantage(graph, day: day, today: today)
  }

  func compare(
    _ ids: String..., on day: Day = "2026-01-01", askedOn today: Day? = nil,
    for purpose: Purpose? = nil
  ) throws -> Comparison {
    let records = try ids.map { id in
      let identifier = try #require(Identifier(id))
      return try #require(graph.concept(identifier))
    }
    return try Comparer(vantage(on: day, askedOn: today)).compare(records, for: purpose)
  }

  /// Ireland and Germany, as far as these tests need them.
  static func irelandAndGermany() -> Fixture {
    var fixture = Fixture()
    fixture.framework("ie-nqf", aliases: ["NFQ"], country: "IE", levels: (1...10).map(String.init))
    for (level, reference) in [
      (2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 6), (8, 6), (9, 7), (10, 8),
    ] {
      fixture.link("ie-nqf:\(level)", .referencedTo, "eqf:\(reference)")
    }
    fixture.framework("de-nqf", aliases: ["DQR"], country: "DE", levels: (1...8).map(String.init))
    for level in 1...8 { fixture.link("de-nqf:\(level)", .referencedTo, "eqf:\(level)") }
    return fixture
  }
}

extension [Phrase] {
  /// The one phrase of a case; `nil` if there is none, or more than one.
  func only(_ caveat: Caveat) -> Phrase? {
    let found = filter { $0.key == caveat.key }
    return found.count == 1 ? found[0] : nil
  }
}
