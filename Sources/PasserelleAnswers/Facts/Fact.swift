internal import PasserelleGraph

/// What can be said of a concept in one cell of a table.
package enum Fact: String, Message {
  case title, code, kind, framework, country, level
  case referenceLevel = "reference-level"
  /// The finding, by its token.
  case finding
  /// The finding in a sentence.
  case summary
  /// What corresponds to it in a country or framework, and what is said of that.
  case target
  case targetTitle = "target-title"
  /// Where statistics place it in a classification, which settles no finding.
  case statisticalClass = "class"
  /// Weaker knowledge, which changes no finding.
  case indications
  /// Who says so, in which document.
  case sources
  /// What the reader must know.
  case caveats
  case asOf = "as-of"

  package var key: String { "fact.\(rawValue)" }

  /// Whether it can be asked of a country or framework.
  package var mayHavePlace: Bool {
    switch self {
    case .finding, .indications, .sources, .caveats: true
    default: needsPlace
    }
  }

  /// Whether it is about a country or framework, and can only be asked of one.
  package var needsPlace: Bool {
    switch self {
    case .target, .targetTitle, .statisticalClass: true
    default: false
    }
  }
}

/// A fact that is asked for, in a country or framework if it has one: `target:DE`.
package struct FactName: Hashable, Sendable, CustomStringConvertible {
  package var fact: Fact
  package var place: String?

  package init(_ fact: Fact, at place: String? = nil) { (self.fact, self.place) = (fact, place) }

  /// Reads a name; `nil` if it is not one.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let first = parts.first, let fact = Fact(rawValue: first) else { return nil }
    guard parts.count == 2 else {
      self.init(fact)
      return
    }
    guard fact.mayHavePlace, !parts[1].isEmpty else { return nil }
    self.init(fact, at: parts[1])
  }

  package var description: String { place.map { "\(fact.rawValue):\($0)" } ?? fact.rawValue }
}
