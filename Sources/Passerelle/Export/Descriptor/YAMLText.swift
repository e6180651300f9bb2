internal import PasserelleModel

/// Writes parts of a descriptor in YAML: sections in block style, what is small in one line.
struct YAMLText {
  /// A list that is a section of the descriptor, item by item.
  static func item(_ fields: DescriptorFields) -> String {
    let lines = block(fields)
    return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
  }

  /// A mapping that is a section of the descriptor.
  static func section(_ key: String, _ fields: DescriptorFields) -> String {
    "\(key):\n" + block(fields).map { "  \($0)\n" }.joined()
  }

  private static let widest = 100

  private static func block(_ fields: DescriptorFields) -> [String] {
    fields.fields.flatMap { field -> [String] in
      let line = "\(scalar(field.key)): \(flow(field.value))"
      guard line.count > widest else { return [line] }
      switch field.value {
      case .fields(let inner): return ["\(scalar(field.key)):"] + block(inner).map { "  \($0)" }
      case .each(let items) where items.count == 1:
        return ["\(scalar(field.key)):"] + block(items[0]).map { "  \($0)" }
      case .list(let items), .each(let items):
        return ["\(scalar(field.key)):"]
          + items.flatMap { item in
            block(item).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
          }
      case .localized(let text):
        return ["\(scalar(field.key)):"]
          + text.entries.map { "  \(scalar($0.language.description)): \(scalar($0.text))" }
      case .texts(let texts):
        return ["\(scalar(field.key)):"] + texts.map { "  - \(scalar($0))" }
      case .text, .plain, .localizedLists: return [line]
      }
    }
  }

  static func flow(_ value: DescriptorValue) -> String {
    switch value {
    case .text(let text): return scalar(text)
    case .plain(let text): return text
    case .localized(let text):
      return braces(text.entries.map { ($0.language.description, scalar($0.text)) })
    case .localizedLists(let text):
      let languages = text.entries.map(\.language).reduce(into: [LanguageTag]()) { seen, language in
        if !seen.contains(language) { seen.append(language) }
      }
      return braces(
        languages.map { language in
          let texts = text.entries.filter { $0.language == language }.map { scalar($0.text) }
          return (language.description, brackets(texts))
        })
    case .texts(let texts): return texts.count == 1 ? scalar(texts[0]) : brackets(texts.map(scalar))
    case .each(let items) where items.count == 1: return flow(.fields(items[0]))
    case .list(let items), .each(let items): return brackets(items.map { flow(.fields($0)) })
    case .fields(let fields): return braces(fields.fields.map { ($0.key, flow($0.value)) })
    }
  }

  private static func braces(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\(scalar($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  private static func brackets(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }

  /// A text as a scalar that reads back as the same text: bare where nothing can be mistaken.
  static func scalar(_ text: String) -> String {
    isBare(text) ? text : quoted(text)
  }

  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count < 60, text.utf8.last != UInt8(ascii: " ")
    else { return false }
    let isLetter = (0x41...0x5A).contains(first & ~0x20)
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    return isLetter && !words.contains(text.lowercased())
      && text.utf8.allSatisfy { byte in
        (0x41...0x5A).contains(byte & ~0x20) || (0x30...0x39).contains(byte)
          || " -_./()'".utf8.contains(byte)
      }
  }

  /// A text in double quotes, with the escapes that YAML has (1.2, chapter 5.7).
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else { return "\"\(text)\"" }
    return text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.isInvisible || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
