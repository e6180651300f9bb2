/// Text on its way to a page, in which some parts have a language or a direction of their own.
///
/// The marks are those of Unicode for annotations, which are meant for use inside a program and not for
/// interchange; where a source has one of them all the same, it does no more than ours.
enum MarkedText {
  static let start: Unicode.Scalar = "\u{FFF9}"
  static let separator: Unicode.Scalar = "\u{FFFA}"
  static let end: Unicode.Scalar = "\u{FFFB}"

  /// A text in a language that is not the reader's.
  static func source(_ text: String, in tag: String) -> String {
    "\(start)\(tag)\(separator)\(text)\(end)"
  }

  /// A text whose direction is its own.
  static func isolated(_ text: String) -> String { source(text, in: "") }

  private static let rightToLeft: Set<Substring> = [
    "ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi",
  ]

  /// The direction of a language, as HTML names it.
  static func direction(of tag: String) -> String {
    let language = tag.split(separator: "-").first ?? ""
    return rightToLeft.contains(language) ? "rtl" : "ltr"
  }
}

extension String {
  /// The text as it may stand in HTML: parts in another language with `lang` and the mark that a reader
  /// sees, parts with a direction of their own in `bdi`.
  var html: String {
    marked(
      open: { tag in
        tag.isEmpty ? "<bdi>" : "<bdi lang=\"\(tag)\" dir=\"\(MarkedText.direction(of: tag))\">"
      },
      close: { tag in
        tag.isEmpty ? "</bdi>" : "</bdi> <span class=\"tag\">[\(tag)]</span>"
      })
  }

  /// The text as it may stand in SVG, whose texts have no elements inside.
  var svgText: String {
    marked(
      open: { _ in "&#x2068;" }, close: { tag in "&#x2069;" + (tag.isEmpty ? "" : " [\(tag)]") })
  }

  private func marked(open: (String) -> String, close: (String) -> String) -> String {
    let escaped = markupEscaped
    guard escaped.utf8.contains(0xEF) else { return escaped }
    var (result, tags) = (String.UnicodeScalarView(), [String]())
    var rest = escaped.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case MarkedText.start:
        let tag = rest.prefix { $0 != MarkedText.separator }
        guard tag.count < rest.count, tag.count <= 35 else { continue }
        rest = rest.dropFirst(tag.count + 1)
        tags.append(String(tag))
        result.append(contentsOf: open(String(tag)).unicodeScalars)
      case MarkedText.end:
        if let tag = tags.popLast() { result.append(contentsOf: close(tag).unicodeScalars) }
      case MarkedText.separator: break
      default: result.append(scalar)
      }
    }
    for tag in tags.reversed() { result.append(contentsOf: close(tag).unicodeScalars) }
    return String(result)
  }
}
