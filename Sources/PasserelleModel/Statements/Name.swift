/// What a further name of a concept is.
public enum NameKind: String, TextValue, CaseIterable, Sendable {
  /// The name that the law, the awarding body or the register uses.
  case official
  /// A short form: `HND`, `NC II`.
  case abbreviation
  /// What people say: `Gesellenbrief`.
  case colloquial
  /// A name that is no longer given, and that stands on older certificates.
  case former
  /// The name in the script of its country.
  case nativeScript = "native-script"
  /// That name in Latin letters.
  case transliteration

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badKind
  /// What fits.
  public static let expectation = "a kind of name"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}

/// A name by which a concept goes besides its title, with what kind of name it is and who says so.
///
/// A concept's `alternatives` are other labels of its own source, of which nothing more is known. A name
/// is a statement: it has a source of its own, may be only recalled, and may have been in use for a time.
public struct Name: Hashable, Sendable {
  /// What has the name.
  public var concept: Identifier
  /// The name by language.
  public var text: LocalizedText
  /// What kind of name it is.
  public var kind: NameKind
  /// When it was in use.
  public var validity = Validity()
  /// The key of the document that says so.
  public var source: String?
  /// Whether it was seen in the document; what is only recalled is not.
  public var isVerified = true

  /// Creates a name with what it cannot do without.
  public init(of concept: Identifier, text: LocalizedText, kind: NameKind, source: String? = nil) {
    self.concept = concept
    self.text = text
    self.kind = kind
    self.source = source
  }
}
