// What a person brings: the profile that an assessment starts from. It is read, answered, and never
// stored, and it has no place for a name, a day of birth or an address: a case number is enough.

/// The profile of a person, under the number of the case.
public struct Profile: Hashable, Sendable {
  /// What the body calls the case.
  public var reference: String
  /// The country that the person comes from, or returns from.
  public var from: CountryCode?
  /// What is sought over there: a qualification or an occupation to be compared with.
  public var target: Identifier?

  /// Creates a profile with what it cannot do without.
  public init(reference: String) {
    self.reference = reference
  }
}

/// A certificate that a person holds, or says to have held.
public struct Certificate: Hashable, Sendable {
  /// The title as it stands on the paper.
  public var title: String
  /// Where it was awarded.
  public var country: CountryCode
  /// The qualification or level of the library that it is, where that is known.
  public var identifier: Identifier?
  /// When it was awarded.
  public var date: CalendarDate?
  /// Who awarded it.
  public var body: String?
  /// The field of education, in a classification.
  public var field: Identifier?
  /// The sector of education that awarded it.
  public var sector: Sector?
  /// How much learning it stands for, in the words of the paper: `786 hours`.
  public var workload: String?
  /// The competences that it attests, in a classification.
  public var outcomes: [Identifier] = []
  /// What is at hand of it; nothing where that is not said.
  public var document: DocumentState?

  /// Creates a certificate with what it cannot do without.
  public init(title: String, country: CountryCode) {
    self.title = title
    self.country = country
  }
}

/// What is at hand of a paper.
public enum DocumentState: String, TextValue, CaseIterable, Sendable {
  case original
  case copy
  /// It was lost, left behind, or is kept from the person.
  case missing

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badDocumentState
  /// What fits.
  public static let expectation = "a document state"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}

/// Work that a person has done.
public struct Experience: Hashable, Sendable {
  /// The work in the person's words.
  public var title: String
  /// The occupation, in a classification.
  public var occupation: Identifier?
  /// Where it was done.
  public var country: CountryCode?
  /// For how long, in years; nothing where it is not known.
  public var years: Quantity?
  /// What shows it: a letter of an employer, a contract, nothing.
  public var evidence: String?

  /// Creates an experience with what it cannot do without.
  public init(title: String) {
    self.title = title
  }
}

/// A competence that a person claims.
public struct ClaimedCompetence: Hashable, Sendable {
  /// The competence in the person's words.
  public var title: String
  /// The competence, in a classification.
  public var identifier: Identifier?
  /// What shows it.
  public var evidence: String?

  /// Creates a claim with what it cannot do without.
  public init(title: String) {
    self.title = title
  }
}

/// A language that a person uses.
public struct LanguageSkill: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// How well, on the scale that the evidence uses: `B1` of the Common European Framework.
  public var level: String?
  /// What shows it.
  public var evidence: String?

  /// Creates a language with what it cannot do without.
  public init(language: LanguageTag) {
    self.language = language
  }
}

/// A number of something, not negative, as the source writes it: `4`, `2.5`.
public struct Quantity: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badNumber
  /// What fits.
  public static let expectation = "a number"
  /// What to write instead.
  public static let hint = "write digits, with a point before decimals: '4', '2.5'"

  /// The number as written.
  public let description: String
  /// The number.
  public let value: Double

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 9,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let value = Double(text)
    else { return nil }
    (description, self.value) = (text, value)
  }
}

/// One thing that a person brings.
public enum Asset: Hashable, Sendable {
  /// A certificate.
  case certificate(Certificate)
  /// Work that was done.
  case experience(Experience)
  /// A competence that is claimed.
  case competence(ClaimedCompetence)
  /// A language.
  case language(LanguageSkill)
}
