import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What holds of indications over any graph: whatever they add, no finding changes.
struct IndicationPropertyTests {
  private static let seeds = Array(1...16)
  private static let day: Day = "2024-06-30"

  @Test(arguments: seeds)
  func anIndicationChangesNoFinding(seed: Int) throws {
    let draft = RandomLinks(seed: seed)
    let (strict, rich) = (draft.graph(draft.strict), draft.graph(draft.strict + draft.weak))
    for ids in draft.questions {
      for purpose in [nil, Purpose.work] {
        let (before, after) = (
          try Self.compare(ids, in: strict, for: purpose),
          try Self.compare(ids, in: rich, for: purpose)
        )
        #expect(before.finding == after.finding, "\(ids)")
        if [.sameReferenceLevel, .adjacent, .different].contains(before.finding) {
          #expect(before.referenceLevels == after.referenceLevels, "\(ids)")
        }
      }
      let (before, after) = (
        try Self.matches(ids[0], in: strict), try Self.matches(ids[0], in: rich)
      )
      #expect(before == after, "\(ids[0])")
    }
  }

  @Test(arguments: seeds)
  func indicationsAloneFindNothing(seed: Int) throws {
    let draft = RandomLinks(seed: seed)
    let graph = draft.graph(draft.weak + draft.strict.filter { $0.relation == .atLevel })
    for ids in draft.questions {
      #expect(try Self.compare(ids, in: graph).finding == .noOfficialLink, "\(ids)")
    }
  }

  @Test(arguments: seeds)
  func noChainIsMadeOfIndications(seed: Int) throws {
    let draft = RandomLinks(seed: seed)
    let explainer = Explainer(try Vantage(draft.graph(draft.strict + draft.weak), day: Self.day))
    let graph = draft.graph(draft.strict + draft.weak)
    for ids in draft.questions where ids.count == 2 {
      let records = try ids.map { try #require(graph.concept($0)) }
      for ranked in try explainer.explain(records[0], records[1]).chains {
        let relations = ranked.chain.links.map(\.link.relation)
        #expect(!relations.contains { $0.sense == .indication })
        #expect(!relations.contains(.comparedTo) || ranked.conclusion == .comparedTo)
      }
    }
  }

  @Test(arguments: seeds)
  func theOrderOfTheLinksDecidesNothing(seed: Int) throws {
    let draft = RandomLinks(seed: seed)
    let links = draft.strict + draft.weak
    let graph = draft.graph(links)
    var dice = Dice(seed: seed)
    let other = draft.graph(links.shuffled(using: &dice))
    for ids in draft.questions {
      let (expected, shuffled) = (
        try Self.compare(ids, in: graph), try Self.compare(ids, in: other)
      )
      #expect(shuffled.finding == expected.finding, "\(ids)")
      #expect(shuffled.indications == expected.indications, "\(ids)")
      let (one, two) = (try Self.found(ids[0], in: graph), try Self.found(ids[0], in: other))
      #expect(one.indications == two.indications, "\(ids[0])")
      #expect(one.indicationsLeftOut == two.indicationsLeftOut, "\(ids[0])")
    }
  }

  /// Properties of graphs without indications would prove nothing.
  @Test func theGraphsHaveIndicationsOfEveryKindAndFindingsOfMost() throws {
    var kinds: Set<Indication.Kind> = []
    var alignments: Set<Indication.Alignment?> = []
    var findings: Set<Finding> = []
    for seed in Self.seeds {
      let draft = RandomLinks(seed: seed)
      let graph = draft.graph(draft.strict + draft.weak)
      for ids in draft.questions {
        let comparison = try Self.compare(ids, in: graph)
        findings.insert(comparison.finding)
        kinds.formUnion(comparison.indications.map(\.kind))
        alignments.formUnion(comparison.indications.map(\.alignment))
      }
    }
    #expect(kinds == Set(Indication.Kind.allCases))
    #expect(alignments.isSuperset(of: Indication.Alignment.allCases))
    #expect(
      findings.isSuperset(of: [.sameReferenceLevel, .noOfficialLink, .conflict, .belowScale]))
  }

  // MARK: - Asking

  private static func compare(
    _ ids: [Identifier], in graph: Graph, for purpose: Purpose? = nil
  ) throws -> Comparison {
    let records = try ids.map { try #require(graph.concept($0)) }
    return try Comparer(Vantage(graph, day: day)).compare(records, for: purpose)
  }

  private static func found(_ id: Identifier, in graph: Graph) throws -> Correspondents {
    try CorrespondentFinder(Vantage(graph, day: day)).find(
      try #require(graph.concept(id)), in: graph.frameworks())
  }

  private static func matches(_ id: Identifier, in graph: Graph) throws -> [String] {
    try found(id, in: graph).matches.map { "\($0.record.id) \($0.finding) \($0.distance)" }
  }
}

/// Random links between a few frameworks: strict ones, and weak ones, which only indicate.
struct RandomLinks {
  private(set) var strict: [Link] = []
  private(set) var weak: [Link] = []
  /// Pairs and triples of concepts.
  private(set) var questions: [[Identifier]] = []
  private let statements: [Statement]

  private static let names = ["aa-nqf", "bb-nqf", "cc-nqf"]
  private static let references = ["eqf", "aqrf"]
  private static let codes = ["1", "2", "3"]

  init(seed: Int) {
    var dice = Dice(seed: seed)
    statements = Self.statements()
    func any(_ texts: [String]) -> String { texts.randomElement(using: &dice) ?? "" }
    func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &dice) == 0 }
    func link(_ from: String, _ relation: Relation, _ to: String) -> [Link] {
      guard let from = Identifier(from), let to = Identifier(to) else { return [] }
      var link = Link(from: from, relation, to: to, source: any(["report", "other"]))
      if relation.isForPurposes, chance(2) { link.purposes = [chance(2) ? .work : .study] }
      return [link]
    }
    var ids: [String] = []
    for name in Self.names {
      strict += link("\(name):q", .atLevel, "\(name):\(any(Self.codes))")
      if chance(3) { strict += link("\(name):q", .atLevel, "\(name):\(any(Self.codes))") }
      for code in Self.codes + ["q"] {
        let id = "\(name):\(code)"
        ids.append(id)
        for reference in Self.references where chance(code == "q" ? 4 : 2) {
          let relation: Relation =
            [.referencedTo, .referencedTo, .referencedTo, .belowScale, .notReferenced]
            .randomElement(using: &dice) ?? .referencedTo
          let level = "\(reference):\(any(Self.codes))"
          strict += link(id, relation, relation.isNull ? reference : level)
        }
        for reference in Self.references where chance(2) {
          weak += link(id, .comparedTo, "\(reference):\(any(Self.codes))")
        }
        for _ in 0..<2 where chance(2) {
          weak += link(id, .classifiedAs, "cls:\(any(Self.codes))")
          weak += link(id, .evaluatedAs, "\(any(Self.names)):\(any(Self.codes + ["q"]))")
        }
        if chance(3) {
          let relations: [Relation] = [.exactMatch, .closeMatch, .declaredEquivalent, .notUsable]
          strict += link(
            id, relations.randomElement(using: &dice) ?? .closeMatch,
            "\(any(Self.names)):\(any(Self.codes))")
        }
      }
      for reference in Self.references where chance(2) {
        weak += link(name, chance(2) ? .comparedTo : .referencedTo, reference)
      }
    }
    // A link from a concept to itself is none.
    strict.removeAll { $0.from == $0.to }
    weak.removeAll { $0.from == $0.to }
    ids += Self.codes.map { "cls:\($0)" } + ["eqf:2"]
    let concepts = ids.compactMap { Identifier($0) }
    let pairs = concepts.flatMap { one in
      concepts.filter { $0 != one }.map { [one, $0] }
    }.shuffled(using: &dice).prefix(40)
    let triples = (0..<12).map { _ in Array(concepts.shuffled(using: &dice).prefix(3)) }
    questions = pairs + triples
  }

  /// The frameworks and their concepts, with some links between them.
  func graph(_ links: [Link]) -> Graph {
    var graph = Graph()
    // A link keeps its place, wherever it comes in the order.
    let lines = Dictionary(
      (strict + weak).enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for statement in statements {
      graph.add(statement, at: SourcePosition(file: "random", line: 1, column: 1))
    }
    for link in links {
      graph.add(
        .link(link), at: SourcePosition(file: "random", line: lines[link] ?? 0, column: 1))
    }
    return graph
  }

  private static func statements() -> [Statement] {
    let kinds: [(String, FrameworkKind)] =
      names.map { ($0, .qualificationsFramework) } + references.map { ($0, .metaFramework) }
      + [("cls", .educationLevels)]
    return kinds.flatMap { name, kind -> [Statement] in
      guard let name = FrameworkName(name) else { return [] }
      let codes = kind == .qualificationsFramework ? codes + ["q"] : codes
      return [
        .framework(Framework(name: name, kind: kind, title: .english(name.description))),
        .document(Document(key: "report", title: "The report")),
        .document(Document(key: "other", title: "The other")),
      ]
        + codes.compactMap { Code($0) }.map { code in
          .concept(
            Concept(
              id: Identifier(name, code),
              kind: code.description == "q"
                ? .qualification : kind == .educationLevels ? .educationLevel : .level,
              title: .english("Title")))
        }
    }
  }
}
