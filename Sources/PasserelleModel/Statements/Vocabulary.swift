/// What a framework is.
public enum FrameworkKind: String, TextValue, CaseIterable, Sendable {
  /// Levels that national frameworks are referenced to: EQF, AQRF.
  case metaFramework = "meta-framework"
  /// An authority's ordered levels of qualifications.
  case qualificationsFramework = "qualifications-framework"
  /// A list of single qualifications, each at a level of some framework: the RNCP, Ofqual's register.
  case register = "register-of-qualifications"
  /// A classification of occupations: ISCO.
  case occupations = "classification-of-occupations"
  /// A classification of levels of education: ISCED.
  case educationLevels = "classification-of-education-levels"
  /// Levels of the skill that work asks for, not of what a person has: the skill levels of ISCO.
  case skillLevels = "classification-of-skill-levels"
  /// A list of what people know and can do.
  case competences = "classification-of-competences"
  /// A classification of fields of education: ISCED-F.
  case educationFields = "classification-of-education-fields"
  /// Who decides on titles from elsewhere in a country, and who is asked first: procedures, no levels.
  case recognition

  /// The kinds that a descriptor of a framework may have: the recognition of a country has its own.
  package static let ofFrameworks = allCases.filter { $0 != .recognition }

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badKind
  /// What fits.
  public static let expectation = "a kind of framework"
  /// What to write instead.
  public static let hint =
    "write \(ofFrameworks.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}

/// What a concept is.
public enum ConceptKind: String, TextValue, CaseIterable, Sendable {
  /// A step of a framework.
  case level
  /// A qualification: a type, or a single award.
  case qualification
  /// An occupation.
  case occupation
  /// A group of occupations.
  case occupationGroup = "occupation-group"
  /// A field of education.
  case field
  /// A level or category of education programmes.
  case educationLevel = "education-level"
  /// A skill or knowledge.
  case competence
  /// A body that awards, certifies or offers qualifications.
  case organisation
  /// A group of competences: something to sort by, which nobody has.
  case competenceGroup = "competence-group"

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badKind
  /// What fits.
  public static let expectation = "a kind of concept"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}

/// What a qualification from elsewhere is to be used for.
///
/// The purpose decides who decides, and whether the outcome binds.
public enum Purpose: String, TextValue, CaseIterable, Sendable {
  /// Further learning.
  case study
  /// A profession that the law keeps for those who are qualified.
  case regulated
  /// Any other work, where the employer is free.
  case work
  /// What was learned outside school, by experience above all.
  case priorLearning = "prior-learning"

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badPurpose
  /// What fits.
  public static let expectation = "a recognition purpose"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}

/// How two concepts, or two frameworks, stand to each other.
///
/// The words and their meaning are the design's; the five matches are those of SKOS, read "the
/// object is an exact, close, broader, narrower, related match of the subject".
public enum Relation: String, TextValue, CaseIterable, Sendable {
  /// An authority's referencing of a national level to a meta-framework level, by best fit.
  case referencedTo
  /// A joint comparison with a third country, without commitment.
  case comparedTo
  /// A national centre compares a certificate with the object, for the purposes that it names.
  ///
  /// It is that centre's view: it binds nobody, and says nothing for any other purpose.
  case evaluatedAs
  /// Statistics place a programme, or a level, at the level of a classification: `isced-2011:3`.
  ///
  /// That classifies, and recognises nothing.
  case classifiedAs
  /// The level stands below the lowest level of the other framework.
  case belowScale
  /// The parties found no level to agree on.
  case noneAgreed
  /// The source says that there is no reference level.
  case notReferenced
  /// A mapping exists that its own authors did not endorse.
  case notUsable
  /// A law, agreement or decision declares it, within its scope.
  case declaredEquivalent
  /// A recognition body has decided on one person's qualification, compared with the object.
  ///
  /// It binds no other case, and declares nothing.
  case precedent
  case exactMatch
  case closeMatch
  case broadMatch
  case narrowMatch
  case relatedMatch
  /// A published mapping says that both cover something in common, and each something of its own.
  ///
  /// The set theory relationship mapping of NIST (IR 8477) calls it "intersects with".
  case overlaps
  case notExactMatch
  case notCloseMatch
  case notBroadMatch
  case notNarrowMatch
  case notRelatedMatch
  /// A published mapping says that the two have nothing in common.
  case disjointFrom
  /// The source looked for a match in the other framework, which is the object, and found none.
  case noMatch
  /// The qualification is placed at the level.
  case atLevel
  case inField
  case preparesFor
  case attests
  case awardedBy
  case requiresEssential
  case requiresOptional
  /// The object is the next wider concept, of the same framework or of one that it continues.
  case broader
  case partOf
  /// The subject takes the place of the object.
  case supersedes

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badRelation
  /// What fits.
  public static let expectation = "a relation that Passerelle knows"
  /// What to write instead.
  public static let hint = "the contract lists the relations"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }

  /// What kind of thing a relation says.
  package enum Sense: Sendable {
    /// Which reference level a level has.
    case placement
    /// What is weaker than a placement, and never makes a finding.
    case indication
    /// That there is no usable reference level: an answer, not a gap.
    case null
    /// What a law, an agreement or a body has decided.
    case decision
    /// What two concepts of two frameworks have to do with each other.
    case match
    /// What two concepts are not to each other.
    case denial
    /// That no match was found.
    case noMatch
    /// What the subject is: its level, its body, its parts, what it is a part of, what it replaces.
    case property
  }

  /// What kind of thing the relation says: most rules about relations follow from it.
  package var sense: Sense {
    switch self {
    case .referencedTo, .comparedTo: .placement
    case .evaluatedAs, .classifiedAs: .indication
    case .belowScale, .noneAgreed, .notReferenced, .notUsable: .null
    case .declaredEquivalent, .precedent: .decision
    case .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .relatedMatch, .overlaps: .match
    case .notExactMatch, .notCloseMatch, .notBroadMatch, .notNarrowMatch, .notRelatedMatch,
      .disjointFrom:
      .denial
    case .noMatch: .noMatch
    case .atLevel, .inField, .preparesFor, .attests, .awardedBy, .requiresEssential,
      .requiresOptional, .broader, .partOf, .supersedes:
      .property
    }
  }

  /// Whether the relation states that there is no usable level: an answer, not a gap.
  public var isNull: Bool { sense == .null }

  /// Whether the relation is a published mapping between concepts of two frameworks.
  public var isMatch: Bool { sense == .match }

  /// Whether the relation says of two concepts what they are not to each other.
  public var isNegative: Bool { sense == .denial }

  /// Whether what the relation states holds for the purposes that are named with it, and for no others.
  package var isForPurposes: Bool { sense == .decision || self == .evaluatedAs }

  /// The relations of published mappings that say what two concepts have to do with each other.
  public static let matches = allCases.filter(\.isMatch)

  /// The relations that deny: SSSOM's five with the modifier `Not`, and that two are apart.
  public static let negatives = allCases.filter(\.isNegative)
}
