import PasserelleKit

/// A file as text, in which places can be looked up.
struct PlacedText {
  let name: String
  let whole: String
  private let scalars: [Unicode.Scalar]
  /// Where each line starts.
  private var starts = [0]

  init(_ file: Sample.File) {
    name = file.name
    whole = String(decoding: file.bytes, as: UTF8.self)
    scalars = Array(whole.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(index + 1) }
  }

  /// Whether there is such a place: a line and column of the text, its end, or the file as a whole.
  func has(_ position: SourcePosition) -> Bool {
    guard position.line > 0 else { return position.line == 0 && position.column == 0 }
    guard position.line <= starts.count else { return false }
    return (1...end(ofLine: position.line) - starts[position.line - 1] + 1).contains(
      position.column)
  }

  /// What starts at a place: an XML element, a JSON value, a block of YAML, or else the line.
  ///
  /// - Parameters:
  ///   - position: The place.
  ///   - slack: How many lines before and behind it belong to it as well.
  /// - Returns: The text; nothing where there is no such place.
  func extent(at position: SourcePosition, within slack: Int) -> String {
    guard has(position) else { return "" }
    let place = starts[position.line - 1] + position.column - 1
    let rest = scalars[place...]
    let end =
      switch rest.first {
      case "<" where isTag(at: place): endOfElement(from: place)
      case "{", "[": endOfValue(from: place)
      default: endOfBlock(from: place, line: position.line)
      }
    guard slack > 0 else { return text(place..<end) }
    let first = starts[max(1, position.line - slack) - 1]
    let last = self.end(ofLine: min(starts.count, position.line + slack))
    return text(first..<max(end, last))
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func end(ofLine line: Int) -> Int {
    line < starts.count ? starts[line] - 1 : scalars.count
  }

  /// Whether a tag of XML starts here, and not an address of RDF.
  private func isTag(at start: Int) -> Bool {
    let name = name(ofTagAt: start)
    guard name.first?.properties.isAlphabetic == true else { return false }
    let rest = scalars[name.endIndex...].prefix(2)
    return rest.first != "/" || rest.last == ">"
  }

  private func name(ofTagAt start: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[(start + 1)...].prefix { !" \t\r\n/>".unicodeScalars.contains($0) }
  }

  /// The end of the element whose tag starts here.
  private func endOfElement(from start: Int) -> Int {
    let name = name(ofTagAt: start)
    let (opening, closing) = (Array("<".unicodeScalars) + name, Array("</".unicodeScalars) + name)
    var (depth, index) = (0, start)
    while index < scalars.count {
      guard scalars[index] == "<" else {
        index += 1
        continue
      }
      let end = scalars[index...].firstIndex(of: ">") ?? scalars.count - 1
      if scalars[index...].starts(with: closing) {
        depth -= 1
      } else if scalars[index...].starts(with: opening), scalars[end - 1] != "/" {
        depth += 1
      }
      if depth == 0 { return end + 1 }
      index = end + 1
    }
    return scalars.count
  }

  /// The end of the JSON object or list that starts here.
  private func endOfValue(from start: Int) -> Int {
    var (depth, isText, isEscaped) = (0, false, false)
    for index in start..<scalars.count {
      switch scalars[index] {
      case _ where isEscaped: isEscaped = false
      case "\\" where isText: isEscaped = true
      case "\"": isText.toggle()
      case "{" where !isText, "[" where !isText: depth += 1
      case "}" where !isText, "]" where !isText:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
    }
    return scalars.count
  }

  /// The end of the line, or of the lines behind it that stand further in than the place or go on with
  /// its quotes.
  private func endOfBlock(from start: Int, line: Int) -> Int {
    let column = start - starts[line - 1]
    var end = end(ofLine: line)
    for index in starts.indices.dropFirst(line) {
      let text = scalars[starts[index]..<self.end(ofLine: index + 1)]
      let indent = text.prefix { $0 == " " || $0 == "\t" }.count
      let isOpen = scalars[start..<end].count { $0 == "\"" } % 2 == 1
      guard isOpen || text.count == indent || indent >= max(1, column) else { break }
      end = self.end(ofLine: index + 1)
    }
    return end
  }
}
