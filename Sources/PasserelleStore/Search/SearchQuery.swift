internal import PasserelleModel

/// What people type to find a label, as words to look for.
package struct SearchQuery: Sendable {
  /// The text as it was typed.
  package let text: String
  /// Its first words, folded.
  let words: [String]
  /// The ways to read the words, as they were typed first: `NCII` is `NC II` as well, and `N 6` is `N6`.
  ///
  /// What belongs together is one text with a space: `nc ii`.
  let readings: [[String]]

  package init(_ text: String) {
    self.text = text.trimmed
    words = Array(text.folded.words.prefix(8))
    readings = words.isEmpty ? [] : [words] + Self.joined(words) + Self.parted(words)
  }

  package var isOfSeveralWords: Bool { words.count > 1 }

  /// The query without its shortest words, which may only join the others; `nil` if that is no other.
  package var withoutShortWords: SearchQuery? {
    let long = words.filter { $0.count > 2 }
    return long.isEmpty || long.count == words.count
      ? nil : SearchQuery(long.joined(separator: " "))
  }

  /// Two neighbours as one word, where one of them is short.
  private static func joined(_ words: [String]) -> [[String]] {
    words.indices.dropLast().compactMap { index in
      let (one, next) = (words[index], words[index + 1])
      guard min(one.count, next.count) <= 3, one.count + next.count <= 8 else { return nil }
      return words[..<index] + [one + next] + words[(index + 2)...]
    }
  }

  /// A short word as an abbreviation and a number.
  private static func parted(_ words: [String]) -> [[String]] {
    words.indices.compactMap { index in
      guard let end = endOfAbbreviation(words[index]) else { return nil }
      let word = words[index]
      return words[..<index] + ["\(word[..<end]) \(word[end...])"] + words[(index + 1)...]
    }
  }

  /// Where the number of a word begins that is letters and then a number: `n6`, `level5`, `ncii`.
  private static func endOfAbbreviation(_ word: String) -> String.Index? {
    guard word.utf8.count <= 10, word.first?.isNumber == false else { return nil }
    if let digit = word.firstIndex(where: \.isNumber) {
      return word[digit...].allSatisfy(\.isNumber) ? digit : nil
    }
    guard word.utf8.count <= 6 else { return nil }
    return Self.romanNumbers.first { word.hasSuffix($0) && word.count >= $0.count + 2 }
      .map { word.index(word.endIndex, offsetBy: -$0.count) }
  }

  private static let romanNumbers = ["viii", "vii", "iii", "iv", "vi", "ii", "ix", "i", "v", "x"]

  // MARK: - Patterns of SQLite's full-text search

  /// All words, each as a word of the label.
  var wholeWords: String? { pattern { _ in "" } }

  /// All words, each as a word of the label or the beginning of one.
  var beginnings: String? {
    let canComplete = words.contains(where: isCompleted)
    return canComplete ? pattern { isCompleted($0) ? "*" : "" } : nil
  }

  /// Whether a word may be the beginning of a longer one: a number is not, nor one of two letters
  /// beside others.
  func isCompleted(_ word: String) -> Bool {
    guard !word.allSatisfy(\.isNumber), !word.contains(" ") else { return false }
    return words.count == 1 || word.count > 2
  }

  private func pattern(_ ending: (String) -> String) -> String? {
    guard !readings.isEmpty else { return nil }
    return readings.map { reading in
      "(" + reading.map { "\"\($0)\"\(ending($0))" }.joined(separator: " AND ") + ")"
    }.joined(separator: " OR ")
  }
}
