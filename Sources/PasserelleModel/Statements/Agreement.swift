/// What an agreement is.
public enum AgreementKind: String, TextValue, CaseIterable, Sendable {
  /// A law of one country.
  case law
  /// Between two countries, or their authorities.
  case bilateral = "bilateral-agreement"
  /// Among the countries of a region, or of the world: a convention, an arrangement.
  case regional = "regional-agreement"
  /// A scheme that tests or recruits workers, and recognises no certificate by itself.
  case programme
  /// The decisions that one body has taken, case by case.
  case precedents
  /// Countries that rules name together, such as those of the European Economic Area: it declares nothing.
  case group = "group-of-countries"

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badKind
  /// What fits.
  public static let expectation = "a kind of agreement"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}

/// A law, an agreement between countries, a programme, or the decisions of one body: what declares
/// something of qualifications, and for whom.
///
/// The links that follow are its declarations. Many agreements declare nothing of any qualification,
/// and say only on which terms people are recruited or recognised: that is worth knowing, and is no
/// equivalence.
public struct Agreement: Hashable, Sendable {
  /// The name by which it is cited here.
  public var name: FrameworkName
  /// What it is.
  public var kind: AgreementKind
  /// The title by language.
  public var title: LocalizedText
  /// The countries whose qualifications or people it is about; any where none is named.
  public var from: [CountryCode] = []
  /// The countries in which it holds.
  public var to: [CountryCode] = []
  /// Whether it holds in the other direction as well.
  public var isMutual = false
  /// Who concluded it, or who decided.
  public var parties: [String] = []
  /// What it is good for.
  public var purposes: [Purpose] = []
  /// When it was signed, adopted or started.
  public var date: CalendarDate?
  /// When it holds.
  public var validity = Validity()
  /// Whether it still covers, after its last day, the titles that were awarded while it held; nothing where
  /// the source does not say.
  public var isLasting: Bool?
  /// The sectors of education whose titles it is about; all where none is named.
  public var sectors: [Sector] = []
  /// The fields of education that it is about, in a classification; all where none is named.
  public var educationFields: [Identifier] = []
  /// The occupations that it is about, in a classification; all where none is named.
  public var occupations: [Identifier] = []
  /// The fields of education that it excepts, in a classification.
  public var exceptedFields: [Identifier] = []
  /// The occupations that it excepts, in a classification.
  public var exceptedOccupations: [Identifier] = []
  /// What it recognises, or that it recognises nothing by itself.
  public var covers = LocalizedText()
  /// On which terms.
  public var conditions = LocalizedText()
  /// The licence of the data.
  public var licence: String?
  /// The key of the document that says so.
  public var source: String?
  /// Whether it was seen in the document; what is only recalled is not.
  public var isVerified = true

  /// Creates an agreement with what it cannot do without.
  public init(name: FrameworkName, kind: AgreementKind, title: LocalizedText) {
    self.name = name
    self.kind = kind
    self.title = title
  }
}

/// What a recognition body has decided in a case: the outcomes of the Lisbon Recognition Convention, as
/// its practice names them (EAR manual), best for the person first.
public enum Outcome: String, TextValue, CaseIterable, Sendable {
  /// Recognised in full, as the qualification it was compared with.
  case recognised
  /// Recognised after an adaptation period, a test, or further learning.
  case compensation = "with-compensation"
  /// Recognised once conditions are met that the decision names, such as a document that is to follow.
  case conditional
  /// Recognised as something else than what was sought: at another level, or with another profile.
  case alternative
  /// Recognised in part.
  case partial
  /// Not recognised, for a substantial difference that the decision names.
  case refused

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badOutcome
  /// What fits.
  public static let expectation = "a recognition outcome"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}
