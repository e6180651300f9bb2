/// Where a part of a page may lead, on a site that has a page for it.
package enum PageLink: Hashable, Sendable {
  /// Everything about a concept, a framework, an agreement or a country.
  case show(String)
  /// What corresponds to a concept in the place that the reader asks about, or may choose.
  case correspondents(String)
  /// How two concepts compare.
  case comparison(String, String)
  /// Every chain of statements from one concept to another.
  case explanation(String, String)
  /// Which competences of the second the first covers.
  case gap(String, String)
  /// What differs between an old and a new version.
  case difference(String, String)
  /// The statements that cannot all hold.
  case contradictions
  /// How much the library holds.
  case statistics
  /// The same question about one of several things that a name in it may mean.
  case meaning(String, for: String)
  /// The same question for a purpose, by its token.
  case purpose(String)
  /// What is known from one country to another, by their codes.
  case corridor(String, String)
  /// What links one framework to all others.
  case atlas(String)

  /// The link in a mark within a text: no name has a tab.
  var token: String {
    switch self {
    case .show(let name): "show\t\(name)"
    case .correspondents(let name): "correspondents\t\(name)"
    case .comparison(let one, let other): "comparison\t\(one)\t\(other)"
    case .explanation(let one, let other): "explanation\t\(one)\t\(other)"
    case .gap(let one, let other): "gap\t\(one)\t\(other)"
    case .difference(let old, let new): "difference\t\(old)\t\(new)"
    case .contradictions: "contradictions"
    case .statistics: "statistics"
    case .meaning(let name, let text): "meaning\t\(name)\t\(text)"
    case .purpose(let name): "purpose\t\(name)"
    case .corridor(let from, let to): "corridor\t\(from)\t\(to)"
    case .atlas(let name): "atlas\t\(name)"
    }
  }

  init?(token: Substring) {
    let parts = token.split(separator: "\t" as Character, omittingEmptySubsequences: false)
      .map(String.init)
    switch (parts.first, parts.count) {
    case ("show", 2): self = .show(parts[1])
    case ("correspondents", 2): self = .correspondents(parts[1])
    case ("comparison", 3): self = .comparison(parts[1], parts[2])
    case ("explanation", 3): self = .explanation(parts[1], parts[2])
    case ("gap", 3): self = .gap(parts[1], parts[2])
    case ("difference", 3): self = .difference(parts[1], parts[2])
    case ("contradictions", 1): self = .contradictions
    case ("statistics", 1): self = .statistics
    case ("meaning", 3): self = .meaning(parts[1], for: parts[2])
    case ("purpose", 2): self = .purpose(parts[1])
    case ("corridor", 3): self = .corridor(parts[1], parts[2])
    case ("atlas", 2): self = .atlas(parts[1])
    default: return nil
    }
  }
}
