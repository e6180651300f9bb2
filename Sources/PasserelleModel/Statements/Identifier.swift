/// The name of a framework's version: `ie-nqf`, or `in-nsqf@2023` where there are several.
public struct FrameworkName: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badFrameworkName
  /// What fits.
  public static let expectation = "the name of a framework"
  /// What to write instead.
  public static let hint =
    "use a-z, 0-9 and hyphens, and '@' before a version: 'ie-nqf', 'in-nsqf@2023'"

  /// The name without the version: `in-nsqf`.
  public let series: String
  /// The label of the version, where the name has one.
  public let version: String?

  /// Makes a name of its two parts.
  public init(series: String, version: String? = nil) {
    self.series = series
    self.version = version
  }

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let series = parts.first, Self.isSeries(series) else { return nil }
    if parts.count == 2, !Self.isVersion(parts[1]) { return nil }
    self.init(series: String(series), version: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// The text that the value was made of.
  public var description: String { version.map { "\(series)@\($0)" } ?? series }

  static func isSeries(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.first != "-"
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  static func isVersion(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: ":") }
  }
}

/// The code of a concept in its framework: text to the last byte, `0110`, `4+`, `Entry level`.
public struct Code: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badCode
  /// What fits.
  public static let expectation = "a code"
  /// What to write instead.
  public static let hint =
    "a code has 1 to 128 bytes, no invisible characters, and no spaces at either end"

  /// The code as the source writes it.
  public let description: String

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    guard (1...128).contains(text.utf8.count), Self.isPlain(text) || Self.isSeen(text) else {
      return nil
    }
    description = text
  }

  /// Whether bytes are a code, as far as that can be told without making a text of them.
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (1...128).contains(bytes.count) && bytes.isVisibleASCII
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.isVisibleASCII } ?? false
  }

  private static func isSeen(_ text: String) -> Bool {
    text == text.trimmed
      && !text.unicodeScalars.contains { $0.isInvisible || $0 == "\u{A0}" }
  }
}

/// The global name of a framework or of a concept in it: `eqf`, `eqf:5`, `in-nsqf@2023:4.5`.
public struct Identifier: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badIdentifier
  /// What fits.
  public static let expectation = "an identifier"
  /// What to write instead.
  public static let hint = "write the framework and the code, such as 'eqf:6'"

  /// The framework.
  public let framework: FrameworkName
  /// The code of the concept; nothing where the framework itself is meant.
  public let code: Code?

  /// Names a framework, or a concept in it.
  public init(_ framework: FrameworkName, _ code: Code? = nil) {
    self.framework = framework
    self.code = code
  }

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let framework = FrameworkName(String(name)) else { return nil }
    self.framework = framework
    guard parts.count == 2 else {
      code = nil
      return
    }
    guard let code = Code(String(parts[1])) else { return nil }
    self.code = code
  }

  /// The text that the value was made of.
  public var description: String { code.map { "\(framework):\($0)" } ?? "\(framework)" }
}
