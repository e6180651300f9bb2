internal import PasserelleModel

/// The texts that the cells of a workbook share: each is stored once.
final class SharedTexts: XMLHandler {
  private let limit: Int
  private let part: SourcePart
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  private var phonetic = 0

  init(limit: Int, in part: SourcePart) { (self.limit, self.part) = (limit, part) }

  subscript(_ index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return String(decoding: bytes[start..<ends[index]], as: UTF8.self).withoutEscapes
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    // How a name in Japanese is spoken is no part of it.
    if name == "rPh" { phonetic += 1 }
    isInText = name == "t" && phonetic == 0
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) throws(Diagnostic) {
    guard isInText else { return }
    bytes.append(contentsOf: text)
    guard bytes.count <= limit else {
      throw .error(
        .fileTooLarge, at: part.position,
        "the texts of the workbook take more than \(limit >> 20) MiB",
        hint: "split the workbook, or save its sheets as CSV")
    }
  }

  override func end(_ name: String) {
    isInText = false
    if name == "rPh" { phonetic -= 1 }
    if name == "si" { ends.append(bytes.count) }
  }
}

/// How the cells of a workbook show numbers.
final class CellStyles: XMLHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private static let general = NumberFormat(builtIn: 0)

  /// The format of a cell.
  subscript(_ style: Int?) -> NumberFormat {
    guard let style, formats.indices.contains(style) else { return Self.general }
    return formats[style]
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes.number("numFmtId"), let code = attributes["formatCode"]
    {
      codes[id] = NumberFormat(code)
    } else if name == "xf", open.dropLast().last == "cellXfs" {
      let id = attributes.number("numFmtId") ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    }
  }
}

extension String {
  /// The text with what Excel writes for characters that XML cannot have, `_x000D_`, as those.
  var withoutEscapes: String {
    guard utf8.contains(UInt8(ascii: "_")), contains("_x") else { return self }
    var (text, rest) = ("", self[...])
    while let mark = rest.firstIndex(of: "_") {
      text += rest[..<mark]
      rest = rest[mark...]
      let escape = rest.prefix(7)
      if escape.count == 7, escape.hasPrefix("_x"), escape.hasSuffix("_"),
        let scalar = UInt32(escape.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
      {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        text += "_"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}
