import PasserelleKit
import PasserelleRDF

/// The terms that a file of JSON-LD uses and does not define, each where it was first met.
struct UndefinedTerms {
  private var terms: [(name: String, position: SourcePosition)] = []
  private var counts: [String: Int] = [:]

  mutating func add(_ name: String, at position: @autoclosure () -> SourcePosition) {
    if counts.updateValue(counts[name, default: 0] + 1, forKey: name) == nil {
      terms.append((name, position()))
    }
  }

  /// Refuses the file if what a term means may be elsewhere; counts terms that mean nothing.
  ///
  /// - Throws: An `undefined-term` diagnostic at the first of them.
  func settle(_ remote: [SourceNode], in skipped: inout Tally) throws(Diagnostic) {
    let terms = terms.sorted {
      ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
    }
    if let context = remote.first, let first = terms.first {
      throw .error(
        .undefinedTerm, at: first.position,
        "\(names(terms)) not defined in the file: its context '\(Self.quote(context.text))' is not fetched",
        hint: "expand the file with a JSON-LD processor, or write that context into the file")
    }
    let prefixed = terms.filter { $0.name.contains(":") }
    if let first = prefixed.first {
      let prefix = first.name.prefix { $0 != ":" }
      let space = Vocabulary.space(of: String(prefix)) ?? ""
      throw .error(
        .undefinedTerm, at: first.position,
        "\(names(prefixed)) not defined: the context lacks the prefix",
        hint: "write \"\(prefix)\": \"\(space)\" into '@context'")
    }
    for (name, position) in terms {
      for _ in 0..<counts[name, default: 1] {
        skipped.count("'\(Self.quote(name))', which no context defines", at: position)
      }
    }
  }

  /// The first terms, and how many more there are, as the subject of a sentence.
  private func names(_ terms: [(name: String, position: SourcePosition)]) -> String {
    let shown = terms.prefix(5).map { "'\(Self.quote($0.name))'" }.joined(separator: ", ")
    let more = terms.count > 5 ? " and \(terms.count - 5) more" : ""
    return shown + more + (terms.count == 1 ? " is" : " are")
  }

  private static func quote(_ text: String) -> String { String(text.prefix(120).printable) }
}
