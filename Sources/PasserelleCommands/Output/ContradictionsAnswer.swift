internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `contradictions`, as JSON.
struct ContradictionsAnswer: Encodable {
  struct Item: Encodable {
    var kind: String
    var concepts: [String]
    var words: String
    var rows: [LinkAnswer]
  }

  var contradictions: [Item]
  var isComplete: Bool

  init(_ contradictions: Contradictions) {
    self.contradictions = contradictions.found.map { item in
      Item(
        kind: item.kind.rawValue, concepts: item.concepts.map(\.description), words: item.words,
        rows: item.rows.map(LinkAnswer.init))
    }
    isComplete = contradictions.isComplete
  }
}

/// Writes contradictions for people: each with its rows, and where they stand.
struct ContradictionsText {
  let contradictions: Contradictions

  var lines: [String] {
    guard !contradictions.found.isEmpty else { return ["nothing contradicts itself"] }
    let groups = Dictionary(grouping: contradictions.found, by: \.kind)
    let sources = Citations()
    var lines: [String] = []
    for item in contradictions.found {
      lines.append("\(Style.bold(item.kind.rawValue)): \(item.words)".printableLines)
      for row in item.rows.map(LinkAnswer.init) {
        lines += row.lines(indent: "  ", citing: sources)
        lines.append("    stated in \(row.evidence.position.printable)")
      }
      lines.append("")
    }
    let counts = Contradiction.Kind.allCases.compactMap { kind in
      groups[kind].map { "\($0.count) \(kind.rawValue)" }
    }
    return lines + [counts.joined(separator: ", ")]
      + (contradictions.isComplete ? [] : ["there are more: '--limit' lists them"])
      + sources.lines
  }
}
