import PasserelleKit
import PasserelleRDF

extension Identifier {
  /// Makes the identifier that Passerelle's own export has made an address of.
  init?(own iri: String) {
    // What stands behind a hash is a source or a link of the export, and not a concept.
    guard !iri.contains("#") else { return nil }
    self.init(ownAddress: iri)
  }
}

extension String {
  /// Whether the address means something in its file alone.
  var isRelative: Bool {
    hasPrefix(String.relativeBase.prefix { $0 != "/" }) || !isEmpty && !contains(":")
  }

  /// Whether the field has given the address: it is that of no blank node, not relative, and not one of
  /// our own export.
  var isAddress: Bool {
    contains(":") && !hasPrefix("_:") && !hasPrefix("urn:passerelle:") && !isRelative
  }

  /// What a thing is called by a text that may be an address: then by its last part.
  var asName: String? {
    guard contains("://") || hasPrefix("urn:") else { return self }
    return lastPart
  }

  /// What stands behind the last stroke or hash of an address.
  var lastPart: String? {
    let isURN = hasPrefix("urn:")
    let part = split { $0 == "/" || $0 == "#" || (isURN && $0 == ":") }.last
    return part.map { $0.percentDecoded.trimmed }
  }

  /// What stands before it, without the protocol.
  var space: String {
    let last = split { $0 == "/" || $0 == "#" || $0 == ":" }.last?.count ?? 0
    let rest = dropLast(last + (last < count && "/#".contains(suffix(1)) ? 1 : 0))
    let address = ["https://", "http://"].first(where: rest.hasPrefix).map {
      rest.dropFirst($0.count)
    }
    return String(address ?? rest)
  }
}

extension SourcePart {
  /// The name of the file without folders and endings.
  var stem: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.split(separator: ".").first.map(String.init) ?? file
  }
}
