/// How sure a source is of its own claim: from 0, not at all, to 1.
public struct Confidence: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badConfidence
  /// What fits.
  public static let expectation = "a confidence value"
  /// What to write instead.
  public static let hint = "write a number from 0 to 1, such as 0.85"

  /// The number as the source writes it.
  public let description: String
  /// The number.
  public let value: Double

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= 32,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      let value = Double(text), (0...1).contains(value)
    else { return nil }
    description = text
    self.value = value
  }
}
