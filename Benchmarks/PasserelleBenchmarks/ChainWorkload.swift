import Foundation
import PasserelleGraph
import PasserelleKit

/// The chains of a mapping graph: a file in the columns of SSSOM, and questions beside it.
///
/// The same input, questions and limits as the reference program's, `case.py plain_query` and
/// `plain_allchains`; its answers are those of `oracle.py`.
struct ChainWorkload {
  private let folder: String
  private let network: LinkNetwork
  private let search: ChainSearch
  private let loading: Double

  /// The relations of published mappings, as in the reference program.
  private static let moves: [Move] = [.exact, .broad, .narrow, .close]

  init(folder: String) throws {
    self.folder = folder
    let started = ContinuousClock.now
    let table = try Workload.part(at: folder + "/mappings.sssom.tsv").table()
    let (subject, predicate, object, confidence) = (
      try table.column("subject_id"), try table.column("predicate_id"),
      try table.column("object_id"), try table.column("confidence")
    )
    var links: [LinkRecord] = []
    try table.forEachRow { row throws(Diagnostic) in
      guard let from = Identifier(row[subject]), let to = Identifier(row[object]),
        let relation = Relation(String(row[predicate].dropFirst("skos:".count)))
      else { return }
      var link = Link(from: from, relation, to: to)
      link.confidence = Confidence(row[confidence])
      links.append(
        LinkRecord(
          link: link,
          evidence: Evidence(document: nil, position: row.position(subject), isVerified: true)))
    }
    network = LinkNetwork(links)
    search = ChainSearch(network, maxSteps: 3, moves: Self.moves)
    loading = Self.seconds(since: started)
  }

  private func questions() throws -> [Identifier] {
    try String(contentsOfFile: folder + "/queries.txt", encoding: .utf8)
      .split(separator: "\n").compactMap { Identifier(String($0)) }
  }

  /// Asks each question with all its evidence, and counts all chains there are.
  func measure() throws {
    var times: [Double] = []
    var rows = 0
    for question in try questions() {
      let started = ContinuousClock.now
      let chains = search.chains(from: question)
      _ = best(of: chains)
      times.append(Self.seconds(since: started))
      rows += chains.count
    }
    times.sort()
    let started = ContinuousClock.now
    let all = search.countOfAllChains()
    let everything = Self.seconds(since: started)
    print(
      """
      {"load_s": \(loading), "q_median_ms": \(times[times.count / 2] * 1000), "rows": \(rows), \
      "chains": \(all), "infer_s": \(everything)}
      """)
  }

  /// The best chain to each concept by each conclusion.
  private func best(of chains: ChainList) -> [Answer: ChainList.Entry] {
    var best: [Answer: ChainList.Entry] = [:]
    for entry in chains.entries {
      let answer = Answer(end: entry.end, conclusion: entry.conclusion)
      if let known = best[answer], (known.confidence ?? 0) >= (entry.confidence ?? 0) { continue }
      best[answer] = entry
    }
    return best
  }

  private struct Answer: Hashable {
    var end: Int32
    var conclusion: Conclusion
  }

  /// Writes the answers as `oracle.py` does, and says whether they are the same.
  func check() throws {
    var lines = ["query\ttarget\trelation\tchains\tshortest\tbest_confidence"]
    for question in try questions() {
      let chains = search.chains(from: question)
      let groups = Dictionary(grouping: chains.entries) {
        [chains.end(of: $0).description, $0.conclusion.relation?.rawValue ?? $0.conclusion.name]
      }
      for (key, entries) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        let best = entries.compactMap(\.confidence).max() ?? 0
        lines.append(
          "\(question)\t\(key[0])\tskos:\(key[1])\t\(entries.count)\t"
            + "\(entries.map(\.length).min() ?? 0)\t\(String(format: "%.6f", best))")
      }
    }
    let expected = try String(contentsOfFile: folder + "/expected-h3.tsv", encoding: .utf8)
    guard lines.joined(separator: "\n") + "\n" == expected else {
      throw Failure(description: "the answers differ from those of the reference program")
    }
    print("the \(lines.count - 1) answers are those of the reference program")
  }

  private struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static func seconds(since instant: ContinuousClock.Instant) -> Double {
    let duration = instant.duration(to: .now)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
