internal import PasserelleModel
internal import PasserelleStore

/// Finds labels by what people type: all words; or a country and the rest; or some of the words.
struct LabelSearch {
  struct Found {
    var hits: [SearchHit]
    /// What must be said of the hits where they are not what was asked for.
    var remark = ""
  }

  private let inquiry: Inquiry
  private let limit: Int

  init(_ graph: StoredGraph, day: Day, limit: Int) throws {
    inquiry = try Inquiry(graph, day: day)
    self.limit = limit
  }

  func find(_ arguments: [String]) throws -> Found {
    let text = arguments.joined(separator: " ")
    let all = try inquiry.graph.search(text, limit: limit)
    if !all.isEmpty { return Found(hits: all) }
    if let inPlace = try findInPlace(text), !inPlace.hits.isEmpty { return inPlace }
    let near = try inquiry.graph.wordsNear(text).map { "'\($0)'" }.joined(separator: ", ")
    let hint = near.isEmpty ? "" : "; did you mean \(near)?"
    let some = try inquiry.graph.search(text, limit: limit, anyWord: true)
    let rest = some.isEmpty ? "" : "; these have some"
    return Found(hits: some, remark: "nothing has all of the words '\(text)'\(rest)\(hint)")
  }

  /// What has the other words in a country or framework that the first or the last words name.
  private func findInPlace(_ text: String) throws -> Found? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for count in stride(from: min(4, words.count - 1), to: 0, by: -1) {
      let ends = [
        (name: words.prefix(count), rest: words.dropFirst(count)),
        (name: words.suffix(count), rest: words.dropLast(count)),
      ]
      for end in ends {
        let name = end.name.joined(separator: " ")
        let places = try inquiry.places(named: name)
        guard !places.isEmpty else { continue }
        let hits = try inquiry.graph.search(
          end.rest.joined(separator: " "), limit: limit, in: places.map(\.name))
        if !hits.isEmpty { return Found(hits: hits) }
      }
    }
    return nil
  }
}
