import PasserelleKit

/// The prefixes that a set uses and does not declare.
struct MissingPrefixes {
  private struct Use {
    var rows = 0
    var lastLine = 0
    var first: SourcePosition
  }

  private var uses: [String: Use] = [:]
  private var order: [String] = []

  /// Counts the row in which a prefix occurs.
  mutating func count(_ prefix: String, at position: SourcePosition) {
    if uses[prefix] == nil { order.append(prefix) }
    var use = uses[prefix] ?? Use(first: position)
    if use.lastLine != position.line { use.rows += 1 }
    use.lastLine = position.line
    uses[prefix] = use
  }

  /// Reports each prefix once.
  func report(to graph: GraphWriter, declared: [String]) {
    for prefix in order {
      guard let use = uses[prefix] else { continue }
      graph.report(
        .error(
          .unknownPrefix, at: use.first,
          "the prefix '\(prefix.prefix(60).printable)' is not declared; "
            + "\(use.rows) \(use.rows == 1 ? "row has" : "rows have") it",
          hint: hint(for: prefix, declared)))
    }
  }

  private func hint(for prefix: String, _ declared: [String]) -> String {
    let near = prefix.utf8.count > 64 ? [] : nearNames(to: prefix, in: declared)
    if !near.isEmpty {
      return "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"
    }
    guard prefix.contains("-"), let name = FrameworkName(folding: prefix) else {
      return "declare it under 'curie_map'"
    }
    let plain = prefix.replacing("-", with: "_")
    return "declare it under 'curie_map'; sssom-py drops prefixes that have a hyphen: write "
      + "'\(plain.prefix(60).printable)', which also means the framework '\(name)'"
  }
}
