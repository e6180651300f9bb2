/// What the reader of an answer may have to know, as messages in English.
///
/// They stand in one place so that each can be said in other languages (`Languages/`).
package enum Caveat: String, CaseIterable, Sendable {
  // What a declaration, a decision or a reference says, and what it does not.
  case scope = """
    the declaration goes from {from} to {to} only, within its scope: {parties}; {purpose}
    """
  case scopeWithoutParties = """
    the declaration goes from {from} to {to} only, within its scope: parties not named; {purpose}
    """
  case scopeWithoutPurpose = """
    the declaration goes from {from} to {to} only, within its scope: {parties}; purpose not named
    """
  case scopeUnnamed = """
    the declaration goes from {from} to {to} only, within its scope: parties not named; purpose not \
    named
    """
  case otherPurpose = "the declaration from {from} is not for the purpose that was asked about"
  case otherWay = "a declaration goes the other way only, from {from} to {to}"
  case precedent = "a decision was taken on one person's qualification; it binds no other case"
  case bestFit = "referencing is by best fit: it links levels, not qualifications"
  case oneElement = """
    nothing is said of workload, quality, profile, learning outcomes: a level is one of five elements
    """

  // Where a thing stands.
  case twoLevels = "{lower} and {upper} are two levels of one framework, {upper} the higher"
  case spans = "{id} spans {levels}"
  case belowScale = "{id} stands below the lowest level of {reference}"
  case notReferenced = "the source says that {id} has no level in {reference}"
  case noneAgreed = "no level of {reference} was agreed for {id}"
  case notUsable = "the mapping of {id} to {reference} was not endorsed by its own authors"
  case comparedOnly = """
    {id} is compared with {levels} without commitment; a comparison carries no further
    """
  case conflict = "the sources disagree on {id}; the newest is not silently right"
  case notLinked = "no source here links {id} to a reference framework"
  case notLinkedInCommon = "no source here links {id} to a reference framework in common"
  case notLinkedLevels = """
    {id} stands at {levels}; no source here links {others} to {reference}, and the answer rests on the \
    rest
    """
  case shared = """
    {level} is reached by {others} as well as by {own}: several levels of one framework share it
    """
  case elsewhere = "{id} is linked to {levels} as well"

  // What the framework as a whole is linked to, where its levels are not.
  case wholeReferenced = "{framework} as a whole is referenced to {to} ({evidence})"
  case wholeCompared = "{framework} as a whole is compared with {to} ({evidence})"
  case wholeBelowScale = "{framework} as a whole is below the scale of {to} ({evidence})"
  case wholeNoneAgreed = "{framework} as a whole has no agreed level in {to} ({evidence})"
  case wholeNotReferenced = "{framework} as a whole is not referenced to {to} ({evidence})"
  case wholeNotUsable = """
    {framework} as a whole has a mapping to {to} that was not endorsed ({evidence})
    """

  // Days and versions.
  case notYet = "{framework} did not exist on the day that was asked about"
  case notYetBefore = """
    {framework} did not exist on the day that was asked about (it is of {date})
    """
  case hindsight = "the source of {from} is of {date}: whether it held on {day} is not known"
  case notInForce = "{framework} is not in force on {day}"
  case notInForceAfter = "{framework} is not in force on {day} (until {to})"
  case succeeded = "{id} was succeeded by {successors}"

  // What was not seen.
  case recalled = "{id} was not verified: its source is '{title}'"
  case recalledWithoutSource = "{id} was not verified: it has no source"
  case unverifiedLink = "{from} {relation} {to} was not verified"

  // What sources note.
  case note = "{subject}: {text}"
  case unverifiedNote = "{subject}, not verified: {text}"

  // Classifications.
  case choice = """
    which of the several it is, the code alone does not say: the work done decides
    """
  case granularity = """
    {id} is a {tier}, and some of what was found is of another kind ({others}): a group is not its parts
    """

  /// Why a thing has no reference level, where sources say it.
  package static let reasonsForNoLevel: [Caveat] = [
    .belowScale, .notReferenced, .noneAgreed, .notUsable, .notYet, .notYetBefore,
  ]

  /// The message with what it names.
  func callAsFunction(_ values: [String: String] = [:]) -> Phrase { Phrase(rawValue, values) }
}
