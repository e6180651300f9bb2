internal import Passerelle
internal import PasserelleModel

/// A line of a file with a caret below the place that is meant, as a terminal can show it.
///
/// What a terminal would act on is written as an escape, a tab as spaces; wide characters take two
/// columns and combining marks none, and of a long line the part around the place is shown.
struct SourceExcerpt {
  /// The line, or the part of it around the place.
  private(set) var text = ""
  /// Spaces, and a caret with a line below all that is meant.
  private(set) var marker = ""

  /// The columns of a terminal that an excerpt may take.
  private static let widest = 100

  init(_ line: SourceLine) {
    let cells = line.scalars.map(Cell.init)
    let span = (line.span.lowerBound - 1)..<min(line.span.upperBound - 1, cells.count)
    let place = min(span.lowerBound, cells.count)
    let shown = Self.part(of: cells, around: place)
    let isCutBefore = shown.lowerBound > 0
    text =
      (isCutBefore ? "…" : "") + cells[shown].map(\.text).joined()
      + (shown.upperBound < cells.count ? "…" : "")
    let before = cells[shown.lowerBound..<place].map(\.width).reduce(isCutBefore ? 1 : 0, +)
    let meant = span.lowerBound < span.upperBound ? span.clamped(to: shown) : place..<place
    let width = max(1, cells[meant].map(\.width).reduce(0, +))
    marker =
      String(repeating: " ", count: before) + "^" + String(repeating: "~", count: width - 1)
  }

  /// The part of a line that fits, with the place in its first half.
  private static func part(of cells: [Cell], around place: Int) -> Range<Int> {
    guard cells.map(\.width).reduce(0, +) > widest else { return cells.indices }
    var (start, width) = (place, 0)
    while start > 0, width + cells[start - 1].width <= widest / 2 {
      start -= 1
      width += cells[start].width
    }
    var end = place
    while end < cells.count, width + cells[end].width <= widest {
      width += cells[end].width
      end += 1
    }
    return start..<end
  }
}

/// A code point as a terminal shows it.
private struct Cell {
  var text: String
  var width: Int

  init(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      (text, width) = ("    ", 4)
    } else if scalar.isInvisible {
      text = String(scalar).printable
      width = text.unicodeScalars.count
    } else {
      text = String(scalar)
      width = scalar.terminalWidth
    }
  }
}

extension Unicode.Scalar {
  /// How many columns of a terminal it takes: two for what East Asian scripts and emoji are written in,
  /// none for a mark that stands on the letter before it.
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: 0
    default: properties.isEmojiPresentation || Self.wide.contains { $0 ~= value } ? 2 : 1
    }
  }

  /// The blocks whose letters are wide or full-width (Unicode Standard Annex 11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF,
    0x20000...0x3FFFD,
  ]
}
