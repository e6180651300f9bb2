/// Text on its way to a page, in which some parts have a language or a direction of their own, or lead
/// somewhere.
///
/// The marks are those of Unicode for annotations, which are meant for use inside a program and not for
/// interchange; where a source has one of them all the same, it does no more than ours.
enum MarkedText {
  static let start: Unicode.Scalar = "\u{FFF9}"
  static let separator: Unicode.Scalar = "\u{FFFA}"
  static let end: Unicode.Scalar = "\u{FFFB}"

  /// What is marked about a part of a text.
  enum Mark: Equatable {
    /// Its direction is its own.
    case isolated
    /// It is in a language that is not the reader's.
    case language(String)
    /// It is the number of a source at the end of the page.
    case source(Int)
    /// It is an address on the web.
    case address(String)
    /// It leads to another page, if there is one.
    case page(PageLink)
  }

  /// A text in a language that is not the reader's.
  static func source(_ text: String, in tag: String) -> String { marked(text, tag) }

  /// A text whose direction is its own.
  static func isolated(_ text: String) -> String { marked(text, "") }

  /// The mark of a source: `[3]`.
  static func number(_ number: Int) -> String { marked("\(number)", "#") }

  /// An address on the web.
  static func address(_ url: String) -> String { marked(url, "@\(url)") }

  /// A text that leads to another page.
  static func page(_ text: String, _ link: PageLink) -> String { marked(text, "=\(link.token)") }

  private static func marked(_ text: String, _ tag: String) -> String {
    "\(start)\(tag)\(separator)\(text)\(end)"
  }

  /// What a tag says; `nil` if it says nothing that may stand in a page.
  fileprivate static func mark(_ tag: String, before text: Substring.UnicodeScalarView) -> Mark? {
    switch tag.first {
    case nil: return .isolated
    case "#": return Int(String(text.prefix { $0 != end })).map(Mark.source)
    case "@": return tag.dropFirst().isWebAddress ? .address(String(tag.dropFirst())) : .isolated
    case "=": return PageLink(token: tag.dropFirst()).map(Mark.page) ?? .isolated
    default: return tag.unicodeScalars.count <= 35 ? .language(tag) : nil
    }
  }

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
  /// The text as it may stand in HTML, in a page that leads nowhere else.
  var html: String { html(in: .none) }

  /// The text as it may stand in HTML: parts in another language with `lang` and the mark that a reader
  /// sees, parts with a direction of their own in `bdi`, and links to what the frame has an address of.
  package func html(in frame: PageFrame) -> String {
    marked { mark in
      switch mark {
      case .isolated: ("<bdi>", "</bdi>")
      case .language(let tag):
        (
          "<bdi lang=\"\(tag.markupEscaped)\" dir=\"\(MarkedText.direction(of: tag))\">",
          "</bdi> <span class=\"tag\">[\(tag.markupEscaped)]</span>"
        )
      case .source(let number): ("<a class=\"mark\" href=\"#source-\(number)\">[", "]</a>")
      case .address(let url): ("<a dir=\"ltr\" href=\"\(url.markupEscaped)\">", "</a>")
      case .page(let link):
        frame.address(link).map { ("<a href=\"\($0.markupEscaped)\"><bdi>", "</bdi></a>") }
          ?? ("<bdi>", "</bdi>")
      }
    }
  }

  /// The text as it may stand in SVG, whose texts have no elements inside.
  var svgText: String {
    marked { mark in
      switch mark {
      case .language(let tag): ("&#x2068;", "&#x2069; [\(tag.markupEscaped)]")
      case .source: ("[", "]")
      case .isolated, .address, .page: ("&#x2068;", "&#x2069;")
      }
    }
  }

  /// The text without marks, for what has no room for them.
  package var unmarked: String {
    guard utf8.contains(0xEF) else { return self }
    return marked(escaping: { $0 }) { mark in
      if case .source = mark { ("[", "]") } else { ("", "") }
    }
  }

  private func marked(
    escaping escaped: (String) -> String = \.markupEscaped,
    as element: (MarkedText.Mark) -> (open: String, close: String)
  ) -> String {
    guard utf8.contains(0xEF) else { return escaped(self) }
    var (result, text, closing) = ("", String.UnicodeScalarView(), [String]())
    func flush() {
      result += escaped(String(text))
      text = String.UnicodeScalarView()
    }
    var rest = Substring(self).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case MarkedText.start:
        let tag = rest.prefix { $0 != MarkedText.separator }
        guard tag.count < rest.count, tag.count <= 2_048 else { continue }
        let after = rest.dropFirst(tag.count + 1)
        guard let mark = MarkedText.mark(String(tag), before: after) else { continue }
        rest = after
        flush()
        let (open, close) = element(mark)
        result += open
        closing.append(close)
      case MarkedText.end:
        flush()
        if let close = closing.popLast() { result += close }
      case MarkedText.separator: break
      default: text.append(scalar)
      }
    }
    flush()
    return result + closing.reversed().joined()
  }
}

extension StringProtocol {
  /// Whether it is an address that a page may lead to.
  var isWebAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://")) && !contains { $0.isWhitespace }
  }
}
