internal import PasserelleModel

extension StringProtocol {
  /// The columns that the text takes in a terminal: letters of East Asia take two, and combining marks,
  /// isolates and escape sequences none.
  var columns: Int {
    var (isPlain, hasEscape) = (true, false)
    for byte in utf8 {
      if byte >= 0x80 { isPlain = false }
      if byte == 0x1B { hasEscape = true }
    }
    if isPlain, !hasEscape { return utf8.count }
    var (count, isEscape) = (0, false)
    for character in self {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        isEscape = character != "m"
      } else {
        count += character.columns
      }
    }
    return count
  }
}

extension Character {
  /// The columns that a letter with its marks takes.
  fileprivate var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    case ..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      return switch first.properties.generalCategory {
      case .format, .nonspacingMark, .enclosingMark: 0
      default: 1
      }
    }
  }
}

extension [String] {
  /// Lines of one text, each of which closes the isolates that are open at its end; the next opens them
  /// again: a terminal takes each line by itself.
  var closingIsolates: [String] {
    var depth = 0
    return map { line in
      guard depth > 0 || line.utf8.contains(0x81) else { return line }
      let opened = String(repeating: "\u{2068}", count: depth)
      for scalar in line.unicodeScalars where scalar.isIsolate {
        depth = Swift.max(0, depth + (scalar == "\u{2068}" ? 1 : -1))
      }
      let margin = line.prefix { $0 == " " }
      return margin + opened + line.dropFirst(margin.count)
        + String(repeating: "\u{2069}", count: depth)
    }
  }
}
