internal import PasserelleModel

/// The prefixes of a set of mappings, chosen so that each CURIE expands to the address that it stands for.
///
/// Each address space has one prefix, because tools of the field refuse two. It is named after its
/// framework; after the place, if several frameworks share it. A framework with several spaces has
/// several prefixes, which differ by underscores at the end. A prefix has no hyphens, because tools
/// drop such prefixes.
struct CURIEs {
  /// The addresses of the prefixes that were used.
  private(set) var declared: [String: String] = [:]
  /// The prefix of each address space.
  private var prefixes: [String: String]
  /// The frameworks whose concepts are in an address space.
  private var owners: [String: Set<FrameworkName>] = [:]

  /// The prefixes that every set has.
  private static let builtIn = [
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "linkml": "https://w3id.org/linkml/",
  ]

  init() {
    prefixes = Dictionary(uniqueKeysWithValues: Self.builtIn.map { ($0.value, $0.key) })
  }

  // MARK: - Concepts

  /// Notes that a concept will be written.
  mutating func note(_ id: Identifier, at address: String) {
    owners[Self.split(id, address).space, default: []].insert(id.framework)
  }

  /// Whether the prefix of a concept does not tell its framework.
  func isShared(_ id: Identifier, at address: String) -> Bool {
    (owners[Self.split(id, address).space]?.count ?? 0) > 1
  }

  /// The CURIE of a concept that was noted.
  mutating func curie(of id: Identifier, at address: String) -> String {
    let (space, local) = Self.split(id, address)
    let stem =
      isShared(id, at: address) ? space.spaceName : id.framework.description.asPrefix
    return "\(prefix(of: space, named: stem)):\(local)"
  }

  private static func split(
    _ id: Identifier, _ address: String
  ) -> (space: String, local: String) {
    let code = id.code?.description ?? ""
    let local =
      [code.iriEscaped, code].first { address.ends(withCode: $0) }
      .map { String(address.suffix($0.count)) } ?? address.localPart
    return (String(address.dropLast(local.count)), local)
  }

  // MARK: - Anything else

  /// The CURIE of anything else that has an address; `nil` if the text cannot be written as one.
  mutating func curie(of address: String) -> String? {
    guard address.isAddress else { return nil }
    let spaces = prefixes.filter { space, _ in
      address.hasPrefix(space) && !address.dropFirst(space.count).isEmpty
        && !address.dropFirst(space.count).contains { "/#".contains($0) }
    }
    if let (space, prefix) = spaces.max(by: { $0.key.count < $1.key.count }) {
      return "\(prefix):\(address.dropFirst(space.count))"
    }
    let local = address.localPart
    let space = String(address.dropLast(local.count))
    return "\(prefix(of: space, named: space.spaceName)):\(local)"
  }

  private mutating func prefix(of space: String, named stem: String) -> String {
    if let known = prefixes[space] { return known }
    var prefix = stem
    while Self.builtIn[prefix] != nil || declared[prefix] != nil { prefix += "_" }
    (prefixes[space], declared[prefix]) = (prefix, space)
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

  /// What is behind the last stroke, hash or colon that is not at the end of an address, with those that
  /// are.
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
