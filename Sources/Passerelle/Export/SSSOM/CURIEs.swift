internal import PasserelleModel

/// The prefixes of a set of mappings, chosen so that each CURIE expands to the address that it stands for.
///
/// A framework has one prefix for each of its address spaces; what tells them apart is underscores at
/// the end. A prefix has no hyphens, because tools of the field drop such prefixes.
struct CURIEs {
  private struct Space: Hashable {
    var stem: String
    var address: String
  }

  /// The addresses of the prefixes that were used.
  private(set) var declared: [String: String] = [:]
  private var prefixes: [Space: String] = [:]

  /// The prefixes that every set has.
  private static let builtIn = [
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "linkml": "https://w3id.org/linkml/",
  ]

  /// The CURIE of a concept.
  mutating func curie(of id: Identifier, at address: String) -> String {
    let code = id.code?.description ?? ""
    let local = [code.iriEscaped, code].first { address.ends(withCode: $0) }
      .map { String(address.suffix($0.count)) }
    return curie(
      local ?? address.localPart, of: address, stem: id.framework.description.asPrefix)
  }

  /// The CURIE of anything else that has an address; `nil` if the text cannot be written as one.
  mutating func curie(of address: String) -> String? {
    guard address.isAddress else { return nil }
    if let (prefix, space) = Self.builtIn.first(where: { address.hasPrefix($0.value) }) {
      return "\(prefix):\(address.dropFirst(space.count))"
    }
    let spaces = declared.filter { _, space in
      address.hasPrefix(space) && !address.dropFirst(space.count).isEmpty
        && !address.dropFirst(space.count).contains { "/#".contains($0) }
    }
    if let (prefix, space) = spaces.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
    {
      return "\(prefix):\(address.dropFirst(space.count))"
    }
    return curie(address.localPart, of: address, stem: address.spaceName)
  }

  private mutating func curie(_ local: String, of address: String, stem: String) -> String {
    "\(prefix(for: Space(stem: stem, address: String(address.dropLast(local.count))))):\(local)"
  }

  private mutating func prefix(for space: Space) -> String {
    if let known = prefixes[space] { return known }
    var prefix = space.stem
    while Self.builtIn[prefix] != nil || declared[prefix].map({ $0 != space.address }) ?? false {
      prefix += "_"
    }
    prefixes[space] = prefix
    declared[prefix] = space.address
    return prefix
  }
}

extension String {
  /// Whether the text is an address that a CURIE can stand for.
  var isAddress: Bool {
    contains(":") && !hasPrefix(":") && !contains { $0.isWhitespace }
      && !localPart.isEmpty && localPart != self
  }

  /// Whether an address is made of a start and a code: `…/C2221` is, and `…/c_38f52397` does not end
  /// in the code 7.
  fileprivate func ends(withCode code: String) -> Bool {
    guard !code.isEmpty, code.count < count, hasSuffix(code) else { return false }
    let word = dropLast(code.count).reversed().prefix { $0.isLetter || $0.isNumber }
    return word.allSatisfy(\.isLetter)
  }

  /// The text as a prefix.
  fileprivate var asPrefix: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// What is behind the last stroke, hash or colon that is not at the end of an address.
  fileprivate var localPart: String {
    let marks = "/#:"
    var end = endIndex
    while end > startIndex, marks.contains(self[index(before: end)]) { end = index(before: end) }
    let start = self[..<end].lastIndex(where: marks.contains).map(index(after:)) ?? startIndex
    return String(self[start...])
  }

  /// A name for the place that an address is at: `orcid` for `https://orcid.org/`.
  fileprivate var spaceName: String {
    let words = split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let labels = (words.dropFirst().first ?? "").split(separator: ".")
    let name = labels.count > 1 ? labels[labels.count - 2] : labels.first ?? "ns"
    return String(name).asPrefix.lowercased()
  }
}
