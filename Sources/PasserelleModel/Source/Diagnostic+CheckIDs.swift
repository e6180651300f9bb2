/// The kinds of problems that show when statements are compared with each other.
extension Diagnostic.ID {
  // What an import refuses

  package static let duplicateFramework: Self = "duplicate-framework"
  package static let notAMetaFramework: Self = "not-a-meta-framework"
  package static let personalData: Self = "personal-data"
  package static let trialName: Self = "trial-name"
  package static let unknownCode: Self = "unknown-code"
  package static let unknownFramework: Self = "unknown-framework"

  // What an import warns of

  package static let againstReferencing: Self = "against-referencing"
  package static let cycle: Self = "cycle"
  package static let duplicateStatement: Self = "duplicate-statement"
  package static let futureDate: Self = "future-date"
  package static let levelGap: Self = "level-gap"
  package static let levelOrder: Self = "level-order"
  package static let nothingReferenced: Self = "nothing-referenced"
  package static let oldReport: Self = "old-report"
  package static let openVersion: Self = "open-version"
  package static let replaces: Self = "replaces"
  package static let sameTitle: Self = "same-title"
  package static let selfReference: Self = "self-reference"
  package static let sharedAlias: Self = "shared-alias"
  package static let titleAgainstCode: Self = "title-against-code"
  package static let twoNames: Self = "two-names"
  package static let unknownPredecessor: Self = "unknown-predecessor"
  package static let unknownScope: Self = "unknown-scope"
  package static let unknownWider: Self = "unknown-wider"
  package static let unofficialReferencing: Self = "unofficial-referencing"
  package static let unplacedQualification: Self = "unplaced-qualification"
  package static let unreferencedLevel: Self = "unreferenced-level"
  package static let unusedSource: Self = "unused-source"
  package static let unverifiedFramework: Self = "unverified-framework"

  // What a profile is not understood by

  package static let awardInFuture: Self = "award-in-future"
  package static let badConcept: Self = "bad-concept"

  /// Those of a link to something that is not known here, which may yet be imported.
  package static let dangling: [Self] = [.unknownCode, .unknownFramework]

  /// All of the above; whoever adds one adds it here, so that the catalogue has to explain it.
  package static let ofChecks: [Self] = [
    .duplicateFramework, .notAMetaFramework, .personalData, .trialName, .unknownCode,
    .unknownFramework,
    .againstReferencing, .cycle, .duplicateStatement, .futureDate, .levelGap, .levelOrder,
    .nothingReferenced, .oldReport, .openVersion, .replaces, .sameTitle, .selfReference,
    .sharedAlias, .titleAgainstCode, .twoNames, .unknownPredecessor, .unknownScope,
    .unknownWider, .unofficialReferencing, .unplacedQualification, .unreferencedLevel,
    .unusedSource, .unverifiedFramework, .awardInFuture, .badConcept,
  ]
}
