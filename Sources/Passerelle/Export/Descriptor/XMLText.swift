internal import PasserelleModel

/// Writes parts of a descriptor in XML: short texts as attributes, all else as elements.
struct XMLText {
  /// An element with its fields, on lines of their own.
  static func element(_ name: String, _ fields: DescriptorFields, indent: Int) -> String {
    let margin = String(repeating: "  ", count: indent)
    let attributes = fields.fields.compactMap { field -> String? in
      guard let text = field.value.line, isAttribute(text) else { return nil }
      return " \(field.key)=\"\(text.xmlEscaped)\""
    }
    let children = content(fields, indent: indent + 1)
    let start = "\(margin)<\(name)\(attributes.joined())"
    return children.isEmpty ? "\(start)/>\n" : "\(start)>\n\(children)\(margin)</\(name)>\n"
  }

  /// The fields that are elements, without one around them.
  static func content(_ fields: DescriptorFields, indent: Int) -> String {
    fields.fields.map { children($0, indent: indent) }.joined()
  }

  private static func children(_ field: DescriptorFields.Field, indent: Int) -> String {
    let margin = String(repeating: "  ", count: indent)
    let name = field.element
    func element(_ text: String, in language: LanguageTag? = nil) -> String {
      let tag = language.map { " xml:lang=\"\($0)\"" } ?? ""
      return "\(margin)<\(name)\(tag)>\(text.xmlEscaped)</\(name)>\n"
    }
    switch field.value {
    case .text(let text), .plain(let text): return isAttribute(text) ? "" : element(text)
    case .localized(let text), .localizedLists(let text):
      return text.entries.map { element($0.text, in: $0.language) }.joined()
    case .texts(let texts): return texts.map { element($0) }.joined()
    case .fields(let fields): return self.element(name, fields, indent: indent)
    case .each(let items):
      return items.map { self.element(name, $0, indent: indent) }.joined()
    case .list(let items):
      let inner = items.map { self.element(name, $0, indent: indent + 1) }.joined()
      return "\(margin)<\(field.key)>\n\(inner)\(margin)</\(field.key)>\n"
    }
  }

  /// Whether a text is short, and of one line: an attribute's line breaks read back as spaces.
  private static func isAttribute(_ text: String) -> Bool {
    text.utf8.count <= 80 && !text.contains { $0.isNewline || $0 == "\t" }
  }
}

extension DescriptorValue {
  /// The one text that it is, where it is one.
  fileprivate var line: String? {
    switch self {
    case .text(let text), .plain(let text): text
    default: nil
    }
  }
}

extension String {
  /// The text as it may stand in XML, in elements and in attributes, its line breaks kept.
  ///
  /// What XML 1.0 has no way to write gives way to U+FFFD.
  var xmlEscaped: String {
    // Most texts have none of this: what XML cannot write is a control character, or begins with EF.
    guard
      utf8.contains(where: { byte in
        switch byte {
        case ..<0x20, 0xEF, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
          UInt8(ascii: "\""):
          true
        default: false
        }
      })
    else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      case _ where scalar.isOutsideXML: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has no way to write it.
  var isOutsideXML: Bool {
    (value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value)) || value == 0xFFFE || value == 0xFFFF
  }
}
