/// A value that a source writes as text, and that is only ever made from text that fits.
///
/// To parse once, where the place is known, is what lets every later step trust its input.
public protocol TextValue {
  /// The id of the diagnostic for text that does not fit: `bad-date`.
  static var diagnosticID: String { get }
  /// What fits, as the end of "… is not": `a date (2024, 2024-05 or 2024-05-31)`.
  static var expectation: String { get }
  /// Makes the value of text, where it fits.
  init?(_ text: String)
}

extension SourceNode {
  /// Returns the node's text as a value.
  ///
  /// - Throws: The diagnostic of the value's type where the text does not fit, or `wrong-type` where
  ///   the node is no single value.
  public func value<Value: TextValue>(as type: Value.Type = Value.self) throws(Diagnostic) -> Value
  {
    let text = try scalar()
    guard let value = Value(text) else {
      throw .error(
        Value.diagnosticID, at: position,
        "'\(text.prefix(60).printable)' is not \(Value.expectation)")
    }
    return value
  }

  /// Returns the text of a node that is a single value, without white space at its ends.
  ///
  /// - Throws: A `wrong-type` diagnostic where the node is a mapping or a list, or `empty-value`
  ///   where it holds nothing.
  public func scalar() throws(Diagnostic) -> String {
    if kind == .mapping || kind == .sequence || (kind == .element && !children.isEmpty) {
      throw .error(
        "wrong-type", at: position,
        "'\(name)' takes a single value, and here is \(kind == .sequence ? "a list" : "a mapping")")
    }
    let text = text.trimmed
    guard !text.isEmpty, !isNull else {
      throw .error("empty-value", at: position, "'\(name)' is empty")
    }
    return text
  }
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
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }
}

extension String {
  /// The text without white space at its ends.
  public var trimmed: String {
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
