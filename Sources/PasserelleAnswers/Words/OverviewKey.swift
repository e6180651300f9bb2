internal import PasserelleGraph

/// The words on pages of frameworks and on wall charts.
enum OverviewKey: String, Message {
  case theFrameworks = "overview.title"
  case counts = "overview.counts"
  case made = "overview.made"
  case byBestFit = "overview.nature"
  case doubt = "overview.doubt"
  case numbers = "overview.numbers"
  case headFramework = "overview.framework"
  case headCountries = "overview.countries"
  case headLevels = "overview.levels"
  case headOpen = "overview.open"
  case headLevel = "overview.level"
  case headLinked = "overview.linked"
  case headHeld = "overview.held"
  case decides = "overview.decides"
  case asAWhole = "overview.whole"
  case declaredBy = "overview.declared-by"
  case notVerified = "overview.not-verified"

  case chartTitle = "chart.title"
  case chartNature = "chart.nature"
  case chartReferenced = "chart.referenced"
  case chartCompared = "chart.compared"
  case chartStated = "chart.stated"
  case chartUnlinked = "chart.unlinked"
  case chartNoLevels = "chart.no-levels"
  case chartLevels = "chart.levels"
  case chartApart = "chart.apart"
  case chartOpen = "chart.open"
  case legendReferenced = "chart.legend.referenced"
  case legendCompared = "chart.legend.compared"
  case legendDisputed = "chart.legend.disputed"
  case legendUnverified = "chart.legend.unverified"
  case legendApart = "chart.legend.apart"
  case chartSources = "chart.sources"
  case chartMade = "chart.made"
}

extension Language {
  /// The words of a message on a page of frameworks or a wall chart.
  func callAsFunction(_ key: OverviewKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }
}
