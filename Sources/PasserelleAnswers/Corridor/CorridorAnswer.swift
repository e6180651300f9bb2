internal import Passerelle
public import PasserelleGraph
internal import PasserelleModel

/// All that is known between two countries, and what is not.
public struct CorridorAnswer: Answer {
  /// The kind of answer.
  public static let kind = "corridor"

  /// One of the two countries.
  public struct End: Encodable, Sendable {
    /// Its code.
    public let country: String
    /// Its name in the language of the answer.
    public let name: Phrase
    /// What the library has of it.
    public let frameworks: [Holding]
  }

  /// A framework or a register of a country.
  public struct Holding: Encodable, Sendable {
    /// The framework.
    public let framework: String
    /// Its title, with the countries.
    public let heading: String
    /// What it is.
    public let kind: String
    /// How many levels it has.
    public let levels: Int
    /// How many qualifications it has.
    public let qualifications: Int
    /// What it is linked to as a whole.
    public let wholes: [LinkAnswer]
  }

  /// The levels of both on the scale of one reference framework.
  public struct Scale: Encodable, Sendable {
    /// The reference framework.
    public let referenceFramework: String
    /// Its levels, highest first.
    public let rows: [Row]
    /// The levels of the first country that reach none, highest first.
    public let unplacedFrom: [Rung]
    /// The levels of the second country that reach none, highest first.
    public let unplacedTo: [Rung]
  }

  /// A reference level, with what reaches it.
  public struct Row: Encodable, Sendable {
    /// The reference level.
    public let level: String
    /// How the two meet at best, by its token; `nil` if they do not.
    public let meeting: String?
    /// The levels of the first country.
    public let from: [Rung]
    /// The levels of the second country.
    public let to: [Rung]
  }

  /// A level of a country.
  public struct Rung: Encodable, Sendable {
    /// The level.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The reference levels that it reaches; empty if none.
    public let levels: [String]
    /// Whether it is only compared with them.
    public let comparedOnly: Bool
    /// What its sources say.
    public let links: [LinkAnswer]
  }

  /// How many programmes of each country statistics place in one class.
  public struct ClassCount: Encodable, Sendable {
    /// The class.
    public let level: String
    /// How many programmes of the first country.
    public let from: Int
    /// How many of the second.
    public let to: Int
  }

  /// The day as of which it holds.
  public let asOf: String
  /// The hash of the library that was asked.
  public let graph: String
  /// The version of the program.
  public let program: String
  /// The country that people come from.
  public let from: End
  /// The country that they go to.
  public let to: End
  /// What such a page is, and is not.
  public let nature: Phrase
  /// The levels of both, by reference framework.
  public let ladders: [Scale]
  /// What is stated of the two directly.
  public let links: [LinkAnswer]
  /// Decisions on individual cases.
  public let precedents: [LinkAnswer]
  /// Weaker knowledge, strongest first.
  public let indications: [IndicationAnswer]
  /// How statistics classify the programmes of both.
  public let statistics: [ClassCount]
  /// Agreements and programmes from one to the other.
  public let agreements: [AgreementAnswer]
  /// Which agreements are not shown, and why.
  public let agreementsLeftOut: [Phrase]
  /// Whom to ask, a purpose each.
  public let nextSteps: [NextStepsAnswer]
  /// What no source here says, what matters most first.
  public let notKnown: [Phrase]
  /// The keys of what is not known, in the same order.
  public let notKnownKeys: [String]

  /// What the text and the page are made of.
  let corridor: Corridor

  private enum CodingKeys: String, CodingKey {
    case asOf, graph, program, from, to, nature, ladders, links, precedents, indications, statistics
    case agreements, agreementsLeftOut, nextSteps, notKnown, notKnownKeys
  }

  init(_ corridor: Corridor, graphHash: String) {
    self.corridor = corridor
    asOf = corridor.day.description
    graph = graphHash
    program = Program.version
    from = End(corridor.from)
    to = End(corridor.to)
    nature = CorridorKey.about()
    ladders = corridor.ladders.map(Scale.init)
    links = corridor.links.answers
    precedents = corridor.precedents.answers
    indications = corridor.indications.answers
    statistics = corridor.statistics.map {
      ClassCount(level: $0.level.description, from: $0.from, to: $0.to)
    }
    agreements = corridor.agreements.map {
      AgreementAnswer($0, naming: corridor.agreementNames)
    }
    agreementsLeftOut = corridor.agreementsLeftOut
    nextSteps = corridor.desks.map(NextStepsAnswer.init)
    notKnown = corridor.notKnown
    notKnownKeys = corridor.notKnown.map(\.key)
  }

  /// The corridor for a terminal and for a file of plain text.
  public func lines(by pen: Pen) -> [String] {
    SheetText(sheet: CorridorWriter(self, in: pen.say).sheet, ink: pen.ink).lines
  }

  /// The corridor as one HTML page that prints on A4 and needs nothing else.
  ///
  /// - Parameter language: The language of all words but the sources' own.
  /// - Returns: The page, with a line feed at the end.
  public func page(in language: Language) -> String {
    TrialMark(language).page(
      SheetPage(CorridorWriter(self, in: language.writing(.page)).sheet).text)
  }
}

extension CorridorAnswer.End {
  fileprivate init(_ end: Corridor.End) {
    country = end.country.description
    name = end.country.phrase
    frameworks = end.holdings.map { holding in
      CorridorAnswer.Holding(
        framework: holding.framework.name.description, heading: holding.framework.heading,
        kind: holding.framework.kind.rawValue, levels: holding.levels.count,
        qualifications: holding.qualifications, wholes: holding.wholes.answers)
    }
  }
}

extension CorridorAnswer.Scale {
  fileprivate init(_ ladder: Ladder) {
    referenceFramework = ladder.reference.description
    rows = ladder.rows.map { row in
      CorridorAnswer.Row(
        level: row.level.id.description, meeting: row.meeting?.rawValue,
        from: row.from.map(CorridorAnswer.Rung.init), to: row.to.map(CorridorAnswer.Rung.init))
    }
    unplacedFrom = ladder.unplacedFrom.map(CorridorAnswer.Rung.init)
    unplacedTo = ladder.unplacedTo.map(CorridorAnswer.Rung.init)
  }
}

extension CorridorAnswer.Rung {
  fileprivate init(_ rung: Ladder.Rung) {
    id = rung.id.description
    title = rung.record.concept.name
    levels = rung.placement.status.levels.map(\.description)
    comparedOnly = rung.isComparedOnly
    links = rung.placement.links.answers
  }
}
