/// A value that a source writes as text, and that is only ever made from text that fits.
///
/// To parse once, where the place is known, is what lets every later step trust its input.
public protocol TextValue {
  /// The kind of problem that text which does not fit is: `bad-date`.
  static var diagnosticID: Diagnostic.ID { get }
  /// What fits, as the end of "… is not": `a date`.
  static var expectation: String { get }
  /// What to write instead.
  static var hint: String { get }
  /// Makes the value of text, where it fits.
  init?(_ text: String)
}

extension StringProtocol {
  /// The text with what a terminal would act on, or a reader would not see, written as an escape.
  ///
  /// Isolates (U+2068, U+2069) that are closed again stay: they keep the direction of a text to itself.
  public var printable: String {
    guard !utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return String(self) }
    let keepsIsolates = hasWholeIsolates
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isInvisible, !(keepsIsolates && scalar.isIsolate) {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension StringProtocol {
  /// Whether there are isolates in the text, and each that is opened is closed.
  package var hasWholeIsolates: Bool {
    // Both have the bytes E2 81 in front, which few texts have.
    guard utf8.contains(0x81) else { return false }
    var (depth, isAny) = (0, false)
    for scalar in unicodeScalars where scalar.isIsolate {
      depth += scalar == "\u{2068}" ? 1 : -1
      isAny = true
      guard depth >= 0 else { return false }
    }
    return isAny && depth == 0
  }
}

extension Unicode.Scalar {
  /// Whether the scalar opens or closes a part of a text whose direction is its own.
  package var isIsolate: Bool { self == "\u{2068}" || self == "\u{2069}" }

  /// Whether the scalar is a control, or formats text without being seen (bidirectional overrides,
  /// zero-width spaces).
  package var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }
}

extension String {
  /// The text without the white space in it.
  public var words: [Substring] { split { $0.isWhitespace } }

  /// The text without white space at its ends.
  public var trimmed: String {
    // Most texts have none there, and two bytes of ASCII tell it without a look at Unicode's tables.
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, visible ~= first, visible ~= last {
      return self
    }
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
