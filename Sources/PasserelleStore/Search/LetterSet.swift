/// Which letters a word has, as bits: a word that lacks many of another's cannot be near it.
///
/// Letters may share a bit, so the set rules words out and proves nothing.
struct LetterSet {
  private let bits: UInt64

  init(_ letters: some Sequence<Unicode.Scalar>) {
    bits = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// Whether a few wrong letters may make one word of the other, or one may be a part of the other.
  func mayBeNear(_ other: LetterSet, wrong allowed: Int) -> Bool {
    let lacking = (bits & ~other.bits).nonzeroBitCount
    let further = (other.bits & ~bits).nonzeroBitCount
    return lacking == 0 || further == 0 || max(lacking, further) <= allowed
  }
}
