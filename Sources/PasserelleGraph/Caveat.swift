/// What the reader of an answer may have to know.
package enum Caveat: String, Message {
  // What a declaration, a decision or a reference says, and what it does not.
  case scope = "caveat.scope"
  case scopeWithoutParties = "caveat.scope-without-parties"
  case scopeWithoutPurpose = "caveat.scope-without-purpose"
  case scopeUnnamed = "caveat.scope-unnamed"
  case otherPurpose = "caveat.other-purpose"
  case otherWay = "caveat.other-way"
  case precedent = "caveat.precedent"
  case bestFit = "caveat.best-fit"
  case oneElement = "caveat.one-element"

  // Where a thing stands.
  case twoLevels = "caveat.two-levels"
  case spans = "caveat.spans"
  case belowScale = "caveat.below-scale"
  case notReferenced = "caveat.not-referenced"
  case noneAgreed = "caveat.none-agreed"
  case notUsable = "caveat.not-usable"
  case comparedOnly = "caveat.compared-only"
  case conflict = "caveat.conflict"
  case notLinked = "caveat.not-linked"
  case notLinkedInCommon = "caveat.not-linked-in-common"
  case notLinkedLevels = "caveat.not-linked-levels"
  case shared = "caveat.shared"
  case elsewhere = "caveat.elsewhere"

  // What the framework as a whole is linked to, where its levels are not.
  case wholeReferenced = "caveat.whole-referenced"
  case wholeCompared = "caveat.whole-compared"
  case wholeBelowScale = "caveat.whole-below-scale"
  case wholeNoneAgreed = "caveat.whole-none-agreed"
  case wholeNotReferenced = "caveat.whole-not-referenced"
  case wholeNotUsable = "caveat.whole-not-usable"

  // Days and versions.
  case notYet = "caveat.not-yet"
  case notYetBefore = "caveat.not-yet-before"
  case linkedBefore = "caveat.linked-before"
  case begunIn = "caveat.begun-in"
  case begunBetween = "caveat.begun-between"
  case begunBy = "caveat.begun-by"
  case versionBegunIn = "caveat.version-begun-in"
  case versionBegunBy = "caveat.version-begun-by"
  case sourceDated = "caveat.source-dated"
  case sourceUndated = "caveat.source-undated"
  case linkedLater = "caveat.linked-later"
  case notInForce = "caveat.not-in-force"
  case notInForceAfter = "caveat.not-in-force-after"
  case succeeded = "caveat.succeeded"
  case frameworkSucceeded = "caveat.framework-succeeded"

  case openVersion = "caveat.open-version"

  // What was not seen.
  case recalled = "caveat.recalled"
  case recalledWithoutSource = "caveat.recalled-without-source"
  case unverifiedLink = "caveat.unverified-link"

  // What sources note.
  case note = "caveat.note"
  case unverifiedNote = "caveat.unverified-note"

  // Classifications.
  case choice = "caveat.choice"
  case granularity = "caveat.granularity"
  case partsUnlinked = "caveat.parts-unlinked"
  case leftOut = "caveat.left-out"
  case denied = "caveat.denied"
  case searchEnded = "caveat.search-ended"

  /// Why a thing has no reference level, where sources say it.
  package static let reasonsForNoLevel: [Caveat] = [
    .belowScale, .notReferenced, .noneAgreed, .notUsable, .notYet, .notYetBefore, .linkedLater,
    .begunIn, .begunBetween, .begunBy, .versionBegunIn, .versionBegunBy, .sourceDated,
    .sourceUndated,
  ]
}
