/// A line in as many lines as a width needs, parted between words, the later ones further in.
///
/// What has no space, such as an address, stays whole. Escape sequences of terminals take no room.
struct FoldedLine {
  let text: String

  init(_ line: String, to width: Int) {
    guard Self.width(of: line) > width else {
      text = line
      return
    }
    let margin = line.prefix { $0 == " " }
    let rest = line.dropFirst(margin.count)
    let indent = margin + (rest.hasPrefix("- ") || margin.isEmpty ? "  " : "    ")
    var lines: [String] = []
    var current = String(margin)
    var isEmpty = true
    for word in rest.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, Self.width(of: current) + 1 + Self.width(of: word) > width {
        lines.append(current.trimmedEnd)
        (current, isEmpty) = (String(indent), true)
        if word.isEmpty { continue }
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    text = (lines + [current]).joined(separator: "\n")
  }

  /// The columns that a text takes, without its escape sequences.
  private static func width(of text: some StringProtocol) -> Int {
    guard text.utf8.contains(0x1B) else { return text.count }
    var (count, isEscape) = (0, false)
    for character in text {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        isEscape = character != "m"
      } else {
        count += 1
      }
    }
    return count
  }
}
