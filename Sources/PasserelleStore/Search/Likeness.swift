internal import PasserelleModel

extension SearchHit {
  /// How alike the label and a text are, from 0 to 1: what of their pairs of letters they share.
  ///
  /// It compares letters, across case, accents and scripts, and says nothing about what either means.
  ///
  /// - Parameter text: What was searched for.
  /// - Returns: The likeness; 1 if they are the same words.
  package func likeness(to text: String) -> Double {
    let wanted = LetterPairs(text.folded)
    let forms = [label.text.folded] + [label.text.inLatin?.folded].compactMap { $0 }
    return forms.map { wanted.likeness(to: LetterPairs($0)) }.max() ?? 0
  }
}

/// The pairs of neighbouring letters of a text, its words each for themselves.
private struct LetterPairs {
  private var counts: [[Unicode.Scalar]: Int] = [:]
  private var total = 0

  init(_ text: String) {
    for word in text.words {
      let letters = [" "] + word.unicodeScalars + [" "]
      for pair in zip(letters, letters.dropFirst()) {
        counts[[pair.0, pair.1], default: 0] += 1
        total += 1
      }
    }
  }

  /// The share of the pairs of both that each has in common with the other (Dice).
  func likeness(to other: LetterPairs) -> Double {
    guard total + other.total > 0 else { return 0 }
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return Double(2 * shared) / Double(total + other.total)
  }
}
