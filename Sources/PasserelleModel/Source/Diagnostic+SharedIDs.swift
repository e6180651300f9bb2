/// The kinds of problems that adapters and the Kit share.
///
/// An adapter uses one of these where it means the same, so that a user meets one name for it.
extension Diagnostic.ID {
  // A value or a key

  /// The code of a concept has an invisible character, or is too long.
  public static let badCode: Self = "bad-code"
  /// A confidence is not a number from 0 to 1.
  public static let badConfidence: Self = "bad-confidence"
  /// A country is not a code of ISO 3166.
  public static let badCountry: Self = "bad-country"
  /// A date is not a date.
  public static let badDate: Self = "bad-date"
  /// The state of a document is not one of the known words.
  public static let badDocumentState: Self = "bad-document-state"
  /// The name of a framework has characters that it cannot have.
  public static let badFrameworkName: Self = "bad-framework-name"
  /// An identifier is not written as framework and code.
  public static let badIdentifier: Self = "bad-identifier"
  /// A justification of a mapping is not one of the known words.
  public static let badJustification: Self = "bad-justification"
  /// A kind is not one of the known words.
  public static let badKind: Self = "bad-kind"
  /// A language is not a tag of BCP 47.
  public static let badLanguage: Self = "bad-language"
  /// A number is not a number, or not one that is possible.
  public static let badNumber: Self = "bad-number"
  /// An origin of titles is not a country, an agreement or a group of countries.
  public static let badOrigin: Self = "bad-origin"
  /// The outcome of a decision is not one of the known words.
  public static let badOutcome: Self = "bad-outcome"
  /// A purpose is not one of the known words.
  public static let badPurpose: Self = "bad-purpose"
  /// A relation is not one of the known words.
  public static let badRelation: Self = "bad-relation"
  /// A sector of education is not one of the known words.
  public static let badSector: Self = "bad-sector"
  /// The last day is before the first.
  public static let badValidity: Self = "bad-validity"
  /// A workload is not a number with a unit.
  public static let badWorkload: Self = "bad-workload"
  /// A key or an element is missing.
  public static let missingKey: Self = "missing-key"
  /// A level is needed, and only the framework is named.
  public static let missingLevel: Self = "missing-level"
  /// Something has no title.
  public static let missingTitle: Self = "missing-title"
  /// A record has no value for something that it needs.
  public static let missingValue: Self = "missing-value"
  /// A list, a mapping or a single value is written where another is needed.
  public static let wrongType: Self = "wrong-type"

  // The file

  /// The version of the format is not known.
  public static let badVersion: Self = "bad-version"
  /// The file says nothing.
  public static let empty: Self = "empty"
  /// The bytes of the file are not text.
  public static let encoding: Self = "encoding"
  /// The file is larger than it may be.
  public static let fileTooLarge: Self = "file-too-large"
  /// The file is not a descriptor.
  public static let notADescriptor: Self = "not-a-descriptor"
  /// The file is not a profile.
  public static let notAProfile: Self = "not-a-profile"
  /// The file has more problems than are listed.
  public static let tooManyProblems: Self = "too-many-problems"
  /// The file cannot be read.
  public static let unreadable: Self = "unreadable"

  // A list or a release

  /// Nothing says what kind of framework it is, and its names speak for one.
  public static let assumedKind: Self = "assumed-kind"
  /// Rows name a concept that the release does not have.
  public static let danglingRow: Self = "dangling-row"
  /// Two concepts have the same code.
  public static let duplicateCode: Self = "duplicate-code"
  /// A link between two concepts is stated twice.
  public static let duplicatePair: Self = "duplicate-pair"
  /// The adapter corrected something before it used it.
  public static let mended: Self = "mended"
  /// The table has no column of this name.
  public static let missingColumn: Self = "missing-column"
  /// Nothing says which framework the list is.
  public static let missingHead: Self = "missing-head"
  /// A file of the release is missing.
  public static let missingPart: Self = "missing-part"
  /// Nothing says which language the titles are in.
  public static let noLanguage: Self = "no-language"
  /// The adapter skipped something.
  public static let passedOver: Self = "passed-over"
  /// The edition of the list is not one that the adapter reads.
  public static let unknownEdition: Self = "unknown-edition"

  // The contract

  /// A statement does not follow the contract, or contradicts an earlier one.
  public static let badStatement: Self = "bad-statement"
  /// The host has asked the adapter to end.
  public static let stopped: Self = "stopped"

  /// All of the above; whoever adds one adds it here, so that the catalogue has to explain it.
  package static let shared: [Self] = [
    .badCode, .badConfidence, .badCountry, .badDate, .badDocumentState, .badFrameworkName,
    .badIdentifier, .badJustification, .badKind, .badLanguage, .badNumber, .badOrigin, .badOutcome,
    .badPurpose, .badRelation, .badSector, .badValidity, .badWorkload, .missingKey, .missingLevel,
    .missingTitle, .missingValue, .wrongType, .badVersion, .empty, .encoding, .fileTooLarge,
    .notADescriptor, .notAProfile, .tooManyProblems, .unreadable, .assumedKind, .danglingRow,
    .duplicateCode, .duplicatePair, .mended, .missingColumn, .missingHead, .missingPart,
    .noLanguage, .passedOver, .unknownEdition, .badStatement, .stopped,
  ]
}
