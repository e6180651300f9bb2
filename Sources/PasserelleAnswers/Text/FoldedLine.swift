/// A line in as many lines as a width needs, parted between words, the later ones further in.
///
/// What has no space, such as an address, stays whole. Escape sequences of terminals take no room.
struct FoldedLine {
  let text: String

  init(_ line: String, to width: Int) {
    guard line.columns > width else {
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
      if !isEmpty, current.columns + 1 + word.columns > width {
        lines.append(current.trimmedEnd)
        (current, isEmpty) = (String(indent), true)
        if word.isEmpty { continue }
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    text = (lines + [current]).closingIsolates.joined(separator: "\n")
  }
}
