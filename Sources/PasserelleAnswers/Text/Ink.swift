internal import PasserelleModel

/// What the paper of a text can show: colour or none, and how wide it is.
public struct Ink: Hashable, Sendable {
  /// Whether emphasis is shown in colour, by the escape sequences of terminals (ECMA-48).
  public var hasColour: Bool
  /// How many columns a line may have if words allow it; `nil` leaves lines as long as they are.
  public var width: Int?

  /// No colour, and lines as long as they are.
  public static let plain = Ink()

  /// Creates an ink.
  ///
  /// - Parameters:
  ///   - hasColour: Whether emphasis is shown in colour.
  ///   - width: How many columns a line may have.
  public init(hasColour: Bool = false, width: Int? = nil) {
    (self.hasColour, self.width) = (hasColour, width)
  }

  func bold(_ text: String) -> String { wrap(text, "1") }

  func faint(_ text: String) -> String { wrap(text, "2") }

  func finding(_ text: String, isGood: Bool) -> String { wrap(text, isGood ? "1;32" : "1;33") }

  /// The severity of a problem, or a text that belongs to it, in its colour.
  func severity(_ severity: Diagnostic.Severity, as text: String? = nil) -> String {
    wrap(text ?? severity.rawValue, severity == .error ? "1;31" : "1;33")
  }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
