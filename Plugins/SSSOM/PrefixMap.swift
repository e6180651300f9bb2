import PasserelleKit

/// The prefixes that the CURIEs of a set may have: the address and the framework that each stands for.
///
/// A prefix that is not declared is reported once, with how many rows have it.
final class PrefixMap {
  private struct Prefix {
    /// The address that it stands for, if the set states one.
    var address: String?
    /// The framework that is named after it; `nil` if none can be.
    var framework: FrameworkName?
  }

  private var prefixes: [String: Prefix] = [:]
  /// The prefixes that the set declares, in its order.
  private var declared: [String] = []
  private var missing = MissingPrefixes()

  /// The prefixes that SSSOM has without a declaration.
  private static let builtIn = [
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "linkml": "https://w3id.org/linkml/",
  ]

  /// Reads a `curie_map`.
  init(_ node: SourceNode?, graph: GraphWriter) {
    for (name, address) in Self.builtIn {
      prefixes[name] = Prefix(address: address, framework: FrameworkName(folding: name))
    }
    var owners: [FrameworkName: String] = [:]
    for entry in node?.children ?? [] {
      let name = entry.name
      guard Self.builtIn[name] == nil else { continue }
      let text = (entry.child("prefix_reference") ?? entry).text.trimmed
      let address = text.contains(":") ? text : nil
      let own = address.flatMap { Identifier(ownAddress: $0) }
      let prefix = Prefix(
        address: address, framework: own?.framework ?? FrameworkName(folding: name))
      if prefixes[name] == nil { declared.append(name) }
      prefixes[name] = prefix
      guard let framework = prefix.framework else { continue }
      if let other = owners.updateValue(name, forKey: framework), !isSame(other, name) {
        graph.report(
          .error(
            .prefixClash, at: entry.keyPosition,
            "the prefixes '\(other.printable)' and '\(name.printable)' would both be the "
              + "framework '\(framework)'", hint: "give one of them another name"))
      }
    }
  }

  /// Whether two prefixes of one name mean one framework: they stand for the same address, or only
  /// underscores at the end tell them apart, as in our own exports of a framework with two address
  /// spaces.
  private func isSame(_ one: String, _ other: String) -> Bool {
    func stem(_ name: String) -> Substring { name[...].trimmingUnderscores }
    return prefixes[one]?.address == prefixes[other]?.address || stem(one) == stem(other)
  }

  /// What a CURIE names; `nil` if its prefix is not declared, which is counted.
  ///
  /// - Throws: A diagnostic at the position if the text is not a CURIE.
  func reference(
    _ curie: String, at position: @autoclosure () -> SourcePosition
  ) throws(Diagnostic) -> Reference? {
    guard let (name, _) = Self.split(curie) else {
      throw .error(
        .badCURIE, at: position(), "'\(curie.prefix(60).printable)' is not a CURIE",
        hint: "write the prefix, a colon and the code, such as 'isco-08:2221'")
    }
    guard let reference = known(curie) else {
      missing.count(String(name), at: position())
      return nil
    }
    return reference
  }

  /// What a CURIE names, if it is one and its prefix is known.
  func known(_ curie: String) -> Reference? {
    guard let (name, local) = Self.split(curie), let prefix = prefixes[String(name)] else {
      return nil
    }
    let address = prefix.address.map { $0 + local }
    if let own = address.flatMap({ Identifier(ownAddress: $0) }) {
      return Reference(address: address, isOwn: true, framework: own.framework, code: own.code)
    }
    return Reference(
      address: address, isOwn: false, framework: prefix.framework,
      code: Code(local.percentDecoded) ?? Code(String(local)))
  }

  private static func split(_ curie: String) -> (prefix: Substring, local: Substring)? {
    guard let colon = curie.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (curie[..<colon], curie[curie.utf8.index(after: colon)...])
  }

  /// Reports each prefix that is not declared.
  func reportMissing(to graph: GraphWriter) {
    missing.report(to: graph, declared: prefixes.keys.sorted())
  }

  /// The framework that a set says its terms are from: Passerelle's own name of one, a name that ends in
  /// a prefix (`obo:mp`, `obo:mp.owl`), the address of a prefix, or anything below the address of a
  /// framework that the set maps to (`yy_skills:all`).
  ///
  /// - Parameters:
  ///   - address: The address that the set states.
  ///   - frameworks: The frameworks on that side of the set's mappings.
  /// - Returns: The framework; `nil` if the address says nothing of one.
  func framework(ofSource address: String, among frameworks: Set<FrameworkName>) -> FrameworkName? {
    if let own = Identifier(ownAddress: address) { return own.framework }
    let last = address.split { $0 == ":" || $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
    let ends = [last, last.split(separator: ".").first.map(String.init) ?? last]
      .compactMap { FrameworkName(folding: $0) }
    let named = declared.lazy.compactMap { self.prefixes[$0]?.framework }
    if let framework = named.first(where: ends.contains) { return framework }
    let spaces = declared.compactMap { prefixes[$0] }.filter { prefix in
      prefix.address.map { address.hasPrefix($0.trimmingSeparators) } ?? false
    }
    let space = spaces.max { ($0.address?.utf8.count ?? 0) < ($1.address?.utf8.count ?? 0) }
    guard let space, let framework = space.framework else { return nil }
    let isSpace = space.address?.trimmingSeparators == address.trimmingSeparators
    return isSpace || frameworks.isEmpty || frameworks.contains(framework) ? framework : nil
  }
}

/// What a CURIE names.
struct Reference {
  /// The address, if one is stated.
  let address: String?
  /// Whether Passerelle itself has made the address: it says no more than the name.
  let isOwn: Bool
  let framework: FrameworkName?
  let code: Code?

  /// The framework: the one after which the prefix is named, unless Passerelle itself has stated another
  /// as the source of the term, because several share the prefix.
  func framework(from source: String?) -> FrameworkName? {
    guard !isOwn, let stated = source.flatMap({ Identifier(ownAddress: $0) }) else {
      return framework
    }
    return stated.framework
  }
}

extension StringProtocol {
  /// The text without underscores at its end.
  fileprivate var trimmingUnderscores: SubSequence {
    var text = self[...]
    while text.last == "_" { text = text.dropLast() }
    return text
  }

  /// The text without what parts an address from its last part.
  fileprivate var trimmingSeparators: SubSequence {
    var text = self[...]
    while let last = text.last, "/#_:".contains(last) { text = text.dropLast() }
    return text
  }
}
