import PasserelleKit

/// The vocabularies that CTDL uses, by the prefixes that its context gives them.
enum Vocabulary {
  /// Each has had more than one address; all are still met.
  private static let spaces: [(prefix: String, space: String)] = [
    ("ceterms", "purl.org/ctdl/terms/"), ("ceterms", "credreg.net/ctdl/terms/"),
    ("ceterms", "credreg.net/ctdl/terms#"), ("ceasn", "purl.org/ctdlasn/terms/"),
    ("ceasn", "credreg.net/ctdlasn/terms/"), ("ceasn", "credreg.net/ctdlasn/terms#"),
    ("ceasn", "credreg.net/ceasn/terms/"), ("asn", "purl.org/asn/schema/core/"),
    ("qdata", "purl.org/qdata/terms/"), ("qdata", "credreg.net/qdata/terms/"),
    ("skos", "w3.org/2004/02/skos/core#"), ("schema", "schema.org/"),
  ]

  /// The name that an address has in its vocabulary, `ceterms:name`; else the address.
  static func name(of address: String) -> String {
    guard let rest = address.withoutProtocol else { return address }
    let start = rest.prefix(32).lowercased()
    guard let (prefix, space) = spaces.first(where: { start.hasPrefix($0.space) }) else {
      return address
    }
    return "\(prefix):\(rest.dropFirst(space.count))"
  }
}

extension String {
  /// A web address without its protocol, and without `www.`; nothing of any other text.
  var withoutProtocol: Substring? {
    guard let start = ["https://", "http://"].first(where: hasPrefix) else { return nil }
    let rest = dropFirst(start.count)
    return rest.hasPrefix("www.") ? rest.dropFirst(4) : rest
  }

  /// The name without the prefix of its vocabulary, in which other names keep theirs: `Certificate` of
  /// `ceterms:Certificate`.
  var withoutOwnPrefix: String { hasPrefix("ceterms:") ? String(dropFirst(8)) : self }
}
