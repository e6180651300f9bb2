/// The words of the labels that are near one that was searched for, nearest first.
///
/// A word is near if few letters make one of the other, if both have one stem (`welding`, `welders`), or
/// if one is a part of the other: `Schweißer` of `Schutzgasschweißer`.
struct NearWords {
  /// The words with their distances.
  private(set) var best: [(word: String, distance: Int)] = []
  private let wanted: [Unicode.Scalar]
  private let letters: LetterSet
  /// How many letters may be wrong.
  private let allowed: Int
  /// A number that is near is another number: only a slip of the finger is forgiven.
  private let hasNumber: Bool

  /// In what way words may be near.
  private let way: Way

  enum Way {
    case any
    /// By their stem alone.
    case stem
  }

  /// The most words that are worth a look.
  private static let most = 12

  init(to word: String, only way: Way = .any) {
    self.way = way
    wanted = Array(word.unicodeScalars.prefix(40))
    letters = LetterSet(wanted)
    allowed = wanted.count < 4 ? 0 : wanted.count < 8 ? 1 : 2
    hasNumber = word.contains(where: \.isNumber)
  }

  /// Takes a word of the labels, and keeps it if it is near.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - others: Its letters, which all but a few words are told apart by.
  mutating func take(_ word: String, of others: LetterSet) {
    let length = word.utf8.count
    guard wanted.count >= 4, length >= 4, length <= 160 else { return }
    guard
      letters.mayBeNear(others, wrong: allowed)
        || word.unicodeScalars.prefix(4).elementsEqual(wanted.prefix(4))
    else { return }
    guard let distance = distance(to: Array(word.unicodeScalars)) else { return }
    let place = best.firstIndex { ($0.distance, $0.word.utf8.count) > (distance, length) }
    guard place != nil || best.count < Self.most else { return }
    best.insert((word, distance), at: place ?? best.count)
    if best.count > Self.most { best.removeLast() }
  }

  /// How far a word is, in tenths of a letter; `nil` if it is not near.
  func distance(to word: [Unicode.Scalar]) -> Int? {
    if way == .stem { return hasNumber ? nil : stemDistance(to: word) }
    let letters = abs(word.count - wanted.count) <= allowed ? edits(to: word) : nil
    guard !hasNumber else {
      return letters.flatMap { word.contains { $0.properties.numericType != nil } ? nil : 10 * $0 }
    }
    if let letters { return 10 * letters + (word.first == wanted.first ? 0 : 5) }
    return [partDistance(to: word), stemDistance(to: word)].compactMap(\.self).min()
  }

  /// The distance to a word that has this one at its end or within, or is a large part of it.
  private func partDistance(to word: [Unicode.Scalar]) -> Int? {
    if word.count > wanted.count, wanted.count >= 5 {
      if word.suffix(wanted.count).elementsEqual(wanted) { return 12 }
      // `stonemasons`: the part with an ending of one or two letters.
      let last = word.count - wanted.count
      let start = (1...last).reversed().first { word[$0..<($0 + wanted.count)] == wanted[...] }
      return start.map { 14 + min(20, 2 * (last - $0)) }
    }
    guard word.count >= 5, word.count * 2 >= wanted.count, word.count < wanted.count else {
      return nil
    }
    if wanted.starts(with: word) { return 22 }
    return wanted.suffix(word.count).elementsEqual(word) ? 24 : nil
  }

  /// The distance to a word of the same stem with another ending of at most three letters.
  private func stemDistance(to word: [Unicode.Scalar]) -> Int? {
    let common = zip(wanted, word).prefix { $0 == $1 }.count
    let endings = (wanted.count - common, word.count - common)
    guard common >= 4, max(endings.0, endings.1) <= 3 else { return nil }
    return 16 + endings.0 + endings.1
  }

  /// How many letters must be added, removed, exchanged or changed about; `nil` if more than are
  /// allowed.
  private func edits(to word: [Unicode.Scalar]) -> Int? {
    var (before, row) = ([Int](), Array(0...word.count))
    for (i, letter) in wanted.enumerated() {
      var next = [i + 1]
      for (j, other) in word.enumerated() {
        var least = min(row[j] + (letter == other ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, letter == word[j - 1], wanted[i - 1] == other {
          least = min(least, before[j - 1] + 1)
        }
        next.append(least)
      }
      if next.allSatisfy({ $0 > allowed }) { return nil }
      (before, row) = (row, next)
    }
    return row[word.count] <= allowed ? row[word.count] : nil
  }
}
