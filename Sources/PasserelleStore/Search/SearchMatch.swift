/// Why a label was found, best first.
package enum SearchMatch: String, CaseIterable, Sendable {
  /// A title or another label is the very words.
  case exact
  /// A further name is the very words.
  case name
  /// The label has all words.
  case words
  /// Each word is a word of the label, or the beginning of one.
  case prefix
  /// The label has words that are near.
  case near
}

extension SearchMatch: Comparable {
  package static func < (one: SearchMatch, other: SearchMatch) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .exact: 0
    case .name: 1
    case .words: 2
    case .prefix: 3
    case .near: 4
    }
  }
}
