internal import PasserelleGraph

/// The words of a corridor: its headings, facts and sentences.
enum CorridorKey: String, Message {
  case heading = "corridor.title"
  case about = "corridor.nature"
  case opposite = "corridor.opposite"

  case levels = "corridor.levels"
  case levelsMeet = "corridor.levels-meet"
  case levelsCompared = "corridor.levels-compared"
  case levelsSpanning = "corridor.levels-spanning"
  case levelsApart = "corridor.levels-apart"
  case levelsNone = "corridor.levels-none"
  case legend = "corridor.legend"
  case ladderNone = "corridor.ladder-none"
  case rungCompared = "corridor.rung-compared"
  case rungSpans = "corridor.rung-spans"
  case whole = "corridor.whole"
  case wholeReferenced = "corridor.whole-referenced"
  case wholeCompared = "corridor.whole-compared"

  case links = "corridor.links"
  case linksNone = "corridor.links-none"
  case linksDeclared = "corridor.links-declared"
  case decisions = "corridor.precedents"

  case weaker = "corridor.indications"
  case indicationsCompared = "corridor.indications-compared"
  case indicationsMore = "corridor.indications-more"
  case statistics = "corridor.statistics"
  case statisticsClass = "corridor.statistics-class"

  case titles = "corridor.titles"
  case titlesOf = "corridor.titles-of"
  case titlesNone = "corridor.titles-none"

  case agreementsNone = "corridor.agreements-none"
  case agreementsCount = "corridor.agreements-count"
  case agreement = "corridor.agreement"
  case ask = "corridor.ask"
  case askFor = "corridor.ask-for"
  case mayCover = "corridor.may-cover"
  case notKnown = "corridor.not-known"
  case notKnownCount = "corridor.not-known-count"
}

extension Language {
  /// The words of a message of a corridor.
  func callAsFunction(_ key: CorridorKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }
}
