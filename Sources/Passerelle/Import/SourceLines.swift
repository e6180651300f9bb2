internal import Foundation
package import PasserelleModel

/// The lines of files that problems stand in, read again to be shown.
package struct SourceLines {
  private var files: [String: [[UInt8]]] = [:]

  /// What is read of a file at most: an excerpt of a larger one is not worth the memory.
  private static let mostBytes = 64 << 20

  package init() {}

  /// Returns the line of a place, whose file is a path; nothing where it cannot be read.
  package mutating func line(at place: SourcePosition) -> SourceLine? {
    guard place.line > 0, place.sheet == nil else { return nil }
    let lines = files[place.file] ?? Self.lines(of: place.file)
    files[place.file] = lines
    guard lines.indices.contains(place.line - 1) else { return nil }
    return SourceLine(
      scalars: Array(String(decoding: lines[place.line - 1], as: UTF8.self).unicodeScalars),
      column: max(place.column, 1))
  }

  /// The lines as the readers count them: each ends with LF, CR, or CR LF.
  private static func lines(of path: String) -> [[UInt8]] {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: mostBytes)
    else { return [] }
    var text = Array(data)
    guard FileFormat(ofBinary: Array(text.prefix(1 << 10)), named: path) == nil else { return [] }
    let isWide = text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF])
    if isWide, let decoded = String(data: data, encoding: .utf16) { text = Array(decoded.utf8) }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    var lines: [[UInt8]] = []
    var start = text.startIndex
    while start <= text.endIndex {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
      lines.append(Array(text[start..<end]))
      let isPair = end + 1 < text.endIndex && text[end] == 0x0D && text[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }
}

/// A line with a place in it.
package struct SourceLine {
  /// The code points of the line.
  package var scalars: [Unicode.Scalar]
  /// The place, from 1; one past the end where something is missing there.
  package var column: Int

  package init(scalars: [Unicode.Scalar], column: Int) {
    self.scalars = scalars
    self.column = column
  }

  /// The columns of what stands at the place: a quoted text, a word, a tag, or a single mark.
  package var span: Range<Int> {
    let rest = scalars.dropFirst(column - 1)
    guard let first = rest.first else { return column..<column + 1 }
    if first == "\"" || first == "'", let close = rest.dropFirst().firstIndex(of: first) {
      return column..<close + 2
    }
    let start = first == "<" ? 1 : 0
    var word = rest.dropFirst(start).prefix { $0.isPartOfWord }
    while let last = word.last, ":,.".unicodeScalars.contains(last) { word.removeLast() }
    return column..<column + max(1, start + word.count)
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || properties.canonicalCombiningClass != .notReordered
      || "-_.:@/+".unicodeScalars.contains(self)
  }
}
