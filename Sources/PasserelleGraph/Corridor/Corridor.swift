package import PasserelleModel

/// All that is known between two countries, for those who go from one to the other.
///
/// It gathers what other questions find one by one, and concludes nothing beyond them.
package struct Corridor: Sendable {
  /// One of the two countries.
  package struct End: Sendable {
    package var country: CountryCode
    /// What the library has of it, by name.
    package var holdings: [Holding]

    /// The frameworks that have levels.
    package var frameworks: [Holding] { holdings.filter { !$0.levels.isEmpty } }
  }

  /// A framework or a register of one of the countries.
  package struct Holding: Sendable {
    package var framework: Framework
    /// Its levels, lowest first.
    package var levels: [ConceptRecord]
    /// How many qualifications it has.
    package var qualifications: Int
    /// What it is linked to as a whole.
    package var wholes: [LinkRecord]
    /// What its description is based on.
    package var evidence: Evidence?
  }

  /// How many programmes of each country statistics place in one class.
  package struct ClassCount: Sendable {
    package var level: Identifier
    package var from: Int
    package var to: Int
  }

  package var from: End
  package var to: End
  /// The levels of both, by the reference frameworks that they reach: those that both reach, or else the
  /// one that most levels of each reach.
  package var ladders: [Ladder]
  /// What is stated of the two directly: declarations, matches, denials, comparisons.
  package var links: [LinkRecord]
  /// What bodies have decided in single cases.
  package var precedents: [LinkRecord]
  /// Weaker knowledge, strongest first.
  package var indications: [Indication]
  /// How statistics classify the programmes of both, lowest class first.
  package var statistics: [ClassCount]
  /// What the counts of statistics are based on.
  package var statisticsEvidence: [Evidence]
  /// Agreements and programmes from one to the other.
  package var agreements: [NextSteps.AgreementStep]
  /// What the fields and occupations that they name are called.
  package var agreementNames: ScopeNames
  /// Which agreements are not shown, and why.
  package var agreementsLeftOut: [Phrase]
  /// Whom to ask in the destination country, a purpose each.
  package var desks: [NextSteps]
  /// What no source here says.
  package var notKnown: [Phrase]
  /// The day as of which it holds.
  package var day: Day
}

extension Corridor {
  /// How many pairs of levels meet in one way.
  package func count(of meeting: Ladder.Meeting) -> Int {
    ladders.flatMap(\.rows).reduce(0) { $0 + $1.count(of: meeting) }
  }
}

/// What a corridor cannot say, for no source here does.
package enum CorridorGap: String, Message {
  case noFramework = "corridor.gap-no-framework"
  case noLevels = "corridor.gap-no-levels"
  case unlinked = "corridor.gap-unlinked"
  case nothingInCommon = "corridor.gap-nothing-in-common"
  case nothingDeclared = "corridor.gap-nothing-declared"
  case noTitles = "corridor.gap-no-titles"
  case noAgreement = "corridor.gap-no-agreement"
  case noDesk = "corridor.gap-no-desk"
  case noShortageList = "corridor.gap-no-shortage-list"
}
