public import PasserelleGraph
internal import PasserelleModel

/// Statements that cannot all hold, with the fewest of them that show it.
public struct ContradictionsAnswer: Answer {
  /// The kind of answer.
  public static let kind = "contradictions"

  /// One contradiction.
  public struct Item: Encodable, Sendable {
    /// What kind it is, by its token: `sources-disagree`.
    public let kind: String
    /// The concepts that it is about.
    public let concepts: [String]
    /// What is wrong, in a sentence.
    public let words: Phrase
    /// The statements.
    public let rows: [LinkAnswer]
  }

  /// The contradictions that were found.
  public let contradictions: [Item]
  /// Whether these are all.
  public let isComplete: Bool

  init(_ contradictions: Contradictions) {
    self.contradictions = contradictions.found.map { item in
      let concepts = item.concepts.map(\.description)
      return Item(
        kind: item.kind.rawValue, concepts: concepts,
        words: item.kind(["concepts": concepts.joined(separator: ", ")]), rows: item.rows.answers)
    }
    isComplete = contradictions.isComplete
  }

  /// The answer for people, line by line: each with its rows, and where they were read.
  public func lines(by pen: Pen) -> [String] {
    guard !contradictions.isEmpty else { return [pen.say(.contradictionsNone)] }
    let counts = Dictionary(grouping: contradictions, by: \.kind).mapValues(\.count)
    let summary = Contradiction.Kind.allCases.compactMap { kind in
      counts[kind.rawValue].map { count in
        "\(pen.say(ContradictionName(kind: kind))) (\(pen.say.number(count)))"
      }
    }
    return contradictions.flatMap { $0.lines(by: pen) + [""] } + [pen.say.list(summary)]
      + (isComplete ? [] : [pen.say(.contradictionsMore)]) + pen.sources
  }
}

extension ContradictionsAnswer.Item {
  fileprivate func lines(by pen: Pen) -> [String] {
    [pen.ink.bold(pen.say(words).printable)]
      + rows.flatMap { row in
        let place = pen.say(.contradictionsStatedIn, ["place": row.evidence.position])
        return row.lines(indent: "  ", by: pen) + ["    \(place.printable)"]
      }
  }
}
