import PasserelleKit

/// The rows of a file that name a concept which the release does not have.
///
/// Official releases have some. They are told by the concept that is missing, so that one removed
/// occupation is one line of a report and not a hundred.
struct DanglingRows {
  private struct Missing {
    var uri: String
    var lines: [ClosedRange<Int>]
    var position: SourcePosition

    var count: Int { lines.reduce(0) { $0 + $1.count } }
  }

  private var missing: [Missing] = []
  private var indices: [String: Int] = [:]

  /// The most concepts of one file that are told one by one.
  private static let mostTold = 20
  /// The most runs of lines that are told of one concept.
  private static let mostRuns = 8

  mutating func add(_ uri: String, at position: SourcePosition) {
    let line = position.line
    guard let index = indices[uri] else {
      indices[uri] = missing.count
      missing.append(Missing(uri: uri, lines: [line...line], position: position))
      return
    }
    if let last = missing[index].lines.last, last.upperBound + 1 == line {
      missing[index].lines[missing[index].lines.count - 1] = last.lowerBound...line
    } else {
      missing[index].lines.append(line...line)
    }
  }

  func report(to graph: GraphWriter, header: SourcePosition) {
    for concept in missing.prefix(Self.mostTold) {
      let (count, one) = (concept.count, concept.count == 1)
      graph.report(
        .warning(
          .danglingRow, at: concept.position,
          "\(count) \(one ? "row names" : "rows name") '\(concept.uri.prefix(120).printable)', which "
            + "the release does not have",
          hint: "\(one ? "it is" : "they are") skipped: \(lines(of: concept))"))
    }
    let rest = missing.dropFirst(Self.mostTold)
    guard !rest.isEmpty else { return }
    graph.report(
      .warning(
        .danglingRow, at: header,
        "\(rest.reduce(0) { $0 + $1.count }) more rows name \(rest.count) more concepts that the "
          + "release does not have", hint: "they are skipped"))
  }

  private func lines(of concept: Missing) -> String {
    let runs = concept.lines.prefix(Self.mostRuns).map { run in
      run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound) to \(run.upperBound)"
    }
    let more = concept.lines.count > Self.mostRuns ? " and others" : ""
    return "\(concept.count == 1 ? "line" : "lines") \(runs.joined(separator: ", "))\(more)"
  }
}
