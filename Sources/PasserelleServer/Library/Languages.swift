public import PasserelleAnswers

/// The words of answers in all languages that are installed, read once.
public struct Languages: Sendable {
  /// The names of the languages, such as `ar` and `en`.
  public let names: [String]
  private let languages: [String: Language]

  /// Reads all languages of an installation.
  ///
  /// - Parameter installation: The installation.
  /// - Throws: `LanguageError` if one is broken.
  public init(of installation: Installation) throws(LanguageError) {
    names = installation.languages
    var languages: [String: Language] = [:]
    for name in names { languages[name] = try installation.language(name) }
    self.languages = languages
  }

  /// The words of a language; `nil` if there are none.
  public subscript(name: String) -> Language? { languages[name] }
}
