internal import PasserelleModel

/// The bands that the numbers of a column are put in: ages, years of work.
package struct Bands: Hashable, Sendable {
  /// Where each band starts, lowest first.
  private let starts: [Int]

  /// The ages of labour force surveys: 15 to 24, then ten years each, then 65 and over.
  package static let ages = Bands(starts: [15, 25, 35, 45, 55, 65])

  private init(starts: [Int]) {
    self.starts = starts
  }

  /// Reads where bands start: `18,30,50`; `nil` unless they are whole numbers that rise.
  package init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let starts = parts.compactMap { Int(String($0).trimmed) }
    guard starts.count == parts.count, !starts.isEmpty,
      zip(starts, starts.dropFirst()).allSatisfy(<)
    else { return nil }
    self.starts = starts
  }

  /// The band of a number: `25–34`, `65+`, `<15`; `nil` if the text is no number.
  func band(of text: String) -> String? {
    guard let value = Double(text), let first = starts.first else { return nil }
    guard let index = starts.lastIndex(where: { Double($0) <= value }) else { return "<\(first)" }
    guard index + 1 < starts.count else { return "\(starts[index])+" }
    let end = starts[index + 1] - 1
    return end == starts[index] ? "\(end)" : "\(starts[index])–\(end)"
  }

  /// Where a band stands among the others; `nil` if it is none of them.
  func order(of band: String) -> Int? {
    band.hasPrefix("<") ? -1 : starts.lastIndex { self.band(of: "\($0)") == band }
  }
}
