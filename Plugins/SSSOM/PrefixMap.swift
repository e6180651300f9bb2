import PasserelleKit

/// The prefixes that the CURIEs of a set may have, and the framework that each stands for.
struct PrefixMap {
  /// The frameworks, by prefix; nothing for a prefix that no framework can be named after.
  private(set) var frameworks: [String: FrameworkName?] = [:]
  /// The addresses that the set states, in its order.
  private(set) var stated: [(prefix: String, address: String)] = []

  /// The prefixes that SSSOM has without a declaration.
  private static let builtIn = [
    "owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd", "linkml",
  ]

  /// Reads a `curie_map`.
  init(_ node: SourceNode?, graph: GraphWriter) throws(Diagnostic) {
    for prefix in Self.builtIn { frameworks[prefix] = FrameworkName(folding: prefix) }
    var owners: [FrameworkName: String] = [:]
    for entry in node?.children ?? [] {
      let prefix = entry.name
      let framework = FrameworkName(folding: prefix)
      frameworks[prefix] = .some(framework)
      let address = entry.child("prefix_reference") ?? entry
      stated.append((prefix, address.text.trimmed))
      guard let framework else { continue }
      if let other = owners.updateValue(prefix, forKey: framework), other != prefix {
        graph.report(
          .error(
            .prefixClash, at: entry.keyPosition,
            "the prefixes '\(other.printable)' and '\(prefix.printable)' would both be the "
              + "framework '\(framework)'", hint: "give one of them another name"))
      }
    }
  }

  /// Splits a CURIE into its prefix and the rest.
  ///
  /// - Throws: A diagnostic at the position where it is none, or its prefix is not known.
  func split(
    _ curie: String, at position: @autoclosure () -> SourcePosition
  ) throws(Diagnostic) -> (framework: FrameworkName?, code: Substring) {
    guard let colon = curie.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      throw .error(
        .badCURIE, at: position(), "'\(curie.prefix(60).printable)' is not a CURIE",
        hint: "write the prefix, a colon and the code, such as 'isco-08:2221'")
    }
    let prefix = String(curie[..<colon])
    guard let framework = frameworks[prefix] else {
      let near = prefix.utf8.count > 64 ? [] : nearNames(to: prefix, in: frameworks.keys.sorted())
      let names = near.map { "'\($0)'" }.joined(separator: ", ")
      throw .error(
        .unknownPrefix, at: position(),
        "the prefix '\(prefix.prefix(60).printable)' is not declared",
        hint: near.isEmpty ? "declare it under 'curie_map'" : "did you mean \(names)?")
    }
    return (framework, curie[curie.utf8.index(after: colon)...])
  }

  /// The framework that the source of a set is, where a prefix says so: `obo:mp` is that of `MP`.
  func framework(ofSource curie: String) -> FrameworkName? {
    let local = curie.split(separator: ":").last.map { $0.lowercased() }
    let named = stated.first { $0.prefix == curie || $0.prefix.lowercased() == local }
    return named.flatMap { frameworks[$0.prefix] ?? nil }
  }
}
