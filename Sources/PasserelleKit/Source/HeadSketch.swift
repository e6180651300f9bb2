internal import PasserelleModel

/// What a head that is not valid YAML says as far as its lines show it: its keys, and the values that are
/// sound by themselves.
///
/// It is enough to tell whose table it is; whoever reads the table then finds the mistake with its place.
struct HeadSketch {
  /// A key at the top of the head, with the lines of its value.
  private struct Entry {
    var key: String
    var lines: [String]

    var text: String { lines.joined(separator: "\n") }

    /// A sound value of the same kind.
    var standIn: String {
      let value = lines[0].dropFirst(key.count + 1).drop { $0 == " " }
      switch value.first {
      case "{": return "{}"
      case "[": return "[]"
      case nil where lines.count > 1:
        return lines[1].drop { $0 == " " }.hasPrefix("-") ? "[]" : "{}"
      default:
        let word = value.filter { $0.isLetter || $0.isNumber || "-_.:@/ ".contains($0) }
        return "'\(word.trimmed)'"
      }
    }
  }

  private var entries: [Entry] = []
  private var indent: Int?

  /// Makes the head of what its lines show.
  ///
  /// - Parameters:
  ///   - yaml: The text of the head.
  ///   - part: The file that it is in.
  /// - Returns: The head; nothing where no line shows a key.
  static func node(of yaml: [UInt8], in part: SourcePart) -> SourceNode? {
    var sketch = HeadSketch()
    for line in String(decoding: yaml, as: UTF8.self).split(whereSeparator: \.isNewline) {
      sketch.take(String(line))
    }
    let sound = sketch.entries.map { entry in
      parsed(entry.lines, in: part) == nil ? "\(entry.key): \(entry.standIn)" : entry.text
    }
    return parsed(sound, in: part)
  }

  private mutating func take(_ line: String) {
    let rest = line.drop { $0 == " " }
    let key = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let behind = rest.dropFirst(key.count)
    let isKey = !key.isEmpty && (behind == ":" || behind.hasPrefix(": "))
    let width = line.count - rest.count
    if isKey, width == indent ?? width {
      indent = width
      // Of a key that stands twice, the first is as good.
      guard !entries.contains(where: { $0.key == key }) else { return }
      entries.append(Entry(key: String(key), lines: [String(rest)]))
    } else if !entries.isEmpty, !rest.isEmpty {
      // Behind the indent of the keys, so that it still stands further in than they do.
      entries[entries.count - 1].lines.append(String(line.dropFirst(min(width, indent ?? 0))))
    }
  }

  private static func parsed(_ lines: [String], in part: SourcePart) -> SourceNode? {
    guard !lines.isEmpty else { return nil }
    var reader = YAMLReader(part, text: Array(lines.joined(separator: "\n").utf8))
    return try? reader.root()
  }
}
