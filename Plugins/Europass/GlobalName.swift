import PasserelleKit

/// What a URI of the European vocabularies names.
struct GlobalName {
  let identifier: Identifier
  /// The URI, where the concept is to be found by it: the lists of national levels and of skills have
  /// codes that nobody else uses.
  let uri: String?

  private static let vocabularies: [(prefix: String, framework: String, isLookedUp: Bool)] = [
    ("http://data.europa.eu/snb/eqf/", "eqf", false),
    ("http://data.europa.eu/snb/isced-f/", "isced-f-2013", false),
    // As credentials had them first.
    ("http://data.europa.eu/esco/eqf/", "eqf", false),
    ("http://data.europa.eu/esco/isced-f/", "isced-f-2013", false),
    ("http://data.europa.eu/snb/qdr/", "qdr", true),
    ("http://data.europa.eu/esco/skill/", "esco", true),
    ("http://data.europa.eu/esco/occupation/", "esco", true),
    ("http://data.europa.eu/snb/dcf/", "digcomp", true),
  ]

  init?(_ uri: String) {
    for (prefix, framework, isLookedUp) in Self.vocabularies where uri.hasPrefix(prefix) {
      guard let code = Code(String(uri.dropFirst(prefix.count))) else { return nil }
      identifier = Identifier(FrameworkName(series: framework), code)
      self.uri = isLookedUp ? uri : nil
      return
    }
    return nil
  }
}
