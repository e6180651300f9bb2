internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Finds labels by what people type: all words; or a country and the rest; or some of the words.
struct LabelSearch {
  struct Found {
    var hits: [SearchHit]
    /// What must be said about the hits if they are not exactly what was asked for.
    var remark: Phrase?
  }

  private let desk: Desk
  private let limit: Int

  init(_ desk: Desk, limit: Int) {
    (self.desk, self.limit) = (desk, limit)
  }

  func find(_ text: String) throws -> Found {
    let all = try desk.graph.search(text, limit: limit)
    if !all.isEmpty { return Found(hits: all) }
    if let inPlace = try findInPlace(text), !inPlace.hits.isEmpty { return inPlace }
    let near = try desk.graph.wordsNear(text).map { "'\($0)'" }.joined(separator: ", ")
    let some = try desk.graph.search(text, limit: limit, anyWord: true)
    let key: AnswerKey =
      switch (some.isEmpty, near.isEmpty) {
      case (true, true): .searchNothing
      case (true, false): .searchNothingNear
      case (false, true): .searchSome
      case (false, false): .searchSomeNear
      }
    return Found(hits: some, remark: key(["text": text, "words": near]))
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
        let places = try desk.places(named: name)
        guard !places.isEmpty else { continue }
        let hits = try desk.graph.search(
          end.rest.joined(separator: " "), limit: limit, in: places.map(\.name))
        if !hits.isEmpty { return Found(hits: hits) }
      }
    }
    return nil
  }
}
