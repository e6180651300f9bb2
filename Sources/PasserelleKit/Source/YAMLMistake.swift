internal import PasserelleModel

/// What libyaml stumbles over and does not name: a space that is not one, and a key that is too long for it.
///
/// It reads both as a part of the value before, and complains of the line after.
struct YAMLMistake {
  /// The place, in lines and code points from 1.
  let line: Int
  let column: Int
  let id: Diagnostic.ID
  let summary: String
  var hint: String?

  /// Looks at the line of an error and the two lines before it that are not blank.
  ///
  /// - Parameters:
  ///   - line: The line that libyaml names.
  ///   - text: The text.
  ///   - keyBytes: The bytes that a key may have.
  /// - Returns: The mistake that is nearest to the start; nothing where there is none of the two kinds.
  static func near(line: Int, of text: [UInt8], keyBytes: Int) -> YAMLMistake? {
    var lines: [(number: Int, text: String)] = []
    let all = String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, text) in all.prefix(line).enumerated().reversed()
    where !text.allSatisfy(\.isWhitespace) {
      lines.insert((index + 1, String(text)), at: 0)
      if lines.count == 3 { break }
    }
    return lines.lazy.compactMap { line in
      invisibleSpace(in: line.text, line.number)
        ?? longKey(in: line.text, line.number, keyBytes: keyBytes)
    }.first
  }

  /// A space that YAML does not take for one, where it needs one: before a key, or behind a mark.
  private static func invisibleSpace(in text: String, _ line: Int) -> YAMLMistake? {
    var (before, count): (Unicode.Scalar?, Int) = (nil, 0)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let needsSpace = count == 0 || before == ":" || (count == 1 && before == "-")
      if needsSpace, let name = names[scalar.value] {
        let number = String(scalar.value, radix: 16, uppercase: true)
        return YAMLMistake(
          line: line, column: index + 1, id: .yaml,
          summary: "not valid YAML: this is not a space, but \(name) "
            + "(U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number))",
          hint: "type a space in its place")
      }
      if scalar != " " { (before, count) = (scalar, count + 1) }
    }
    return nil
  }

  private static let names: [UInt32: String] = [
    0xA0: "a no-break space", 0xAD: "a soft hyphen", 0x2002: "an en space", 0x2003: "an em space",
    0x2007: "a figure space", 0x2009: "a thin space", 0x200A: "a hair space",
    0x200B: "a zero-width space", 0x200C: "a zero-width non-joiner", 0x200D: "a zero-width joiner",
    0x202F: "a narrow no-break space", 0x2060: "a word joiner", 0x3000: "an ideographic space",
    0xFEFF: "a byte order mark",
  ]

  private static func longKey(in text: String, _ line: Int, keyBytes: Int) -> YAMLMistake? {
    // What has spaces in it may as well be a text.
    let key = text.drop { " -\"'".contains($0) }.prefix { $0 != ":" && $0 != " " }
    guard key.utf8.count > keyBytes, text[key.endIndex...].first == ":" else { return nil }
    return YAMLMistake(
      line: line,
      column: text.unicodeScalars.distance(from: text.startIndex, to: key.startIndex) + 1,
      id: .nameTooLong, summary: "the key is longer than \(keyBytes) bytes")
  }
}
