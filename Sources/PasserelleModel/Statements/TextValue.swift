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
  public var printable: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isInvisible {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
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
