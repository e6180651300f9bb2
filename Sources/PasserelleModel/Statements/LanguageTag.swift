/// A language tag (BCP 47): `en`, `pt-BR`, `sr-Cyrl`.
///
/// Tags that differ in case only are one tag, and it is kept in the form that BCP 47 gives it (RFC 5646,
/// 2.1.1): `EN-us` is `en-US`.
public struct LanguageTag: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badLanguage
  /// What fits.
  public static let expectation = "a language tag"
  /// What to write instead.
  public static let hint = "write BCP 47, such as 'en' or 'sr-Cyrl'"

  /// The tag in its one form.
  public let description: String

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    // Most tags are a language alone, in small letters.
    if (2...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      description = text
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy(Self.isLetter),
      parts.dropFirst().allSatisfy({
        (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isAlphanumeric)
      })
    else { return nil }
    description = Self.usual(parts)
  }

  /// Whether it is a language, or one of its regions or scripts: `pt-BR` is a variety of `pt`.
  public func isVariety(of language: String) -> Bool {
    description == language || description.hasPrefix("\(language)-")
  }

  /// Small letters throughout, but for a region (`BR`) and a script (`Latn`) before any extension.
  private static func usual(_ parts: [Substring]) -> String {
    let end = parts.firstIndex { $0.utf8.count == 1 } ?? parts.count
    return parts.enumerated().map { index, part in
      guard index > 0, index < end, part.utf8.allSatisfy(isLetter) else {
        return part.lowercased()
      }
      return switch part.utf8.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }.joined(separator: "-")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & ~0x20) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || isLetter(byte)
  }
}
