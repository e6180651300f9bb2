internal import PasserelleGraph

/// The words of a statement of comparability itself: its headings, facts and sentences.
package enum ComparabilityKey: String, Message {
  case language
  case summaryFinding = "summary.finding"
  case summaryIndication = "summary.indication"
  case summaryMissing = "summary.missing"
  case summaryMayClaim = "summary.may-claim"
  case summaryCertificate = "summary.certificate"
  case summaryLevel = "summary.level"
  case summaryThere = "summary.there"
  case summaryDoubt = "summary.doubt"
  case summaryHome = "summary.home"
  case summaryNotUnderstood = "summary.not-understood"
  case summaryCandidates = "summary.candidates"
  case summaryNoCertificate = "summary.no-certificate"
  case summaryNoIndication = "summary.no-indication"
  case summaryPrecedents = "summary.precedents"
  case summaryAsk = "summary.ask"
  case summaryAskDeciders = "summary.ask-deciders"
  case summaryAskPriorLearning = "summary.ask-prior-learning"
  case summaryAskMay = "summary.ask-may"
  case summaryAskSector = "summary.ask-sector"
  case summaryAskNobody = "summary.ask-nobody"
  case summaryMissingStanding = "summary.missing-standing"
  case summaryMissingNothing = "summary.missing-nothing"
  case summaryClaim = "summary.claim"
  case summaryClaimElement = "summary.claim-element"
  case summaryClaimDifference = "summary.claim-difference"
  case summaryClaimDeclared = "summary.claim-declared"
  case summaryClaimNothing = "summary.claim-nothing"
  case summaryClaimWork = "summary.claim-work"
  case claimLevel = "claim.level"
  case claimWorkload = "claim.workload"
  case claimQuality = "claim.quality"
  case claimProfile = "claim.profile"
  case claimOutcomes = "claim.learning-outcomes"
  case briefOriginal = "brief.original"
  case briefDocument = "brief.document"
  case briefDate = "brief.date"
  case briefWorkload = "brief.workload"
  case briefCurriculum = "brief.curriculum"
  case briefBody = "brief.body"
  case briefLevel = "brief.level"
  case briefProofOfWork = "brief.proof-of-work"
  case briefTarget = "brief.target"
  case summaryAskScope = "summary.ask-scope"
  case summaryAskUnverified = "summary.ask-unverified"
  case summaryOnAward = "summary.on-award"
  case claimLevelToday = "claim.level-today"
  case elementLevelOnAward = "element.level-on-award"
  case elementLevelToday = "element.level-today"
  case title
  case titleStanding = "title.standing"
  case number
  case date
  case caseReference = "case"
  case from
  case destination = "for"
  case purpose
  case sought
  case graph
  case nature
  case natureStanding = "nature.standing"
  case standing
  case standingQualification = "standing.qualification"
  case certificates
  case certificate
  case certificateFrom = "certificate.from"
  case documentOriginal = "document.original"
  case documentCopy = "document.copy"
  case documentMissing = "document.missing"
  case documentNotStated = "document.not-stated"
  case unknownDate = "unknown.date"
  case unknownBody = "unknown.body"
  case noCertificate = "no-certificate"
  case understood
  case understoodNamed = "understood.named"
  case understoodByVersion = "understood.by-version"
  case understoodByTitle = "understood.by-title"
  case understoodSeveral = "understood.several"
  case understoodOfOtherVersion = "understood.of-other-version"
  case understoodUnknown = "understood.unknown"
  case understoodCandidates = "understood.candidates"
  case onAward = "on-award"
  case onAwardAsOf = "on-award.as-of"
  case viewLevel = "view.level"
  case viewReaches = "view.reaches"
  case viewCompared = "view.compared"
  case viewConflict = "view.conflict"
  case viewConflictNone = "view.conflict.none"
  case viewSince = "view.since"
  case viewSinceReaches = "view.since-reaches"
  case today
  case viewNone = "view.none"
  case viewNothing = "view.nothing"
  case element
  case judgement
  case why
  case declared
  case precedents
  case indications
  case doubts
  case scopeBetween = "scope.between"
  case scopeDate = "scope.date"
  case scopeParties = "scope.parties"
  case scopePurposes = "scope.purposes"
  case scopeConditions = "scope.conditions"
  case scopeCompensation = "scope.compensation"
  case scopeValidity = "scope.validity"
  case toKnow = "to-know"
  case toKnowThen = "to-know-then"
  case missing
  case experience
  case experienceItem = "experience.item"
  case experienceYear = "experience.year"
  case experienceYears = "experience.years"
  case experienceYearsUnknown = "experience.years-unknown"
  case experienceCountryUnknown = "experience.country-unknown"
  case noEvidence = "no-evidence"
  case experienceNoLevel = "experience.no-level"
  case experienceRoutes = "experience.routes"
  case experienceNoRoute = "experience.no-route"
  case competences
  case competencesItem = "competences.item"
  case languages
  case languagesItem = "languages.item"
  case gap
  case gapShare = "gap.share"
  case gapEssential = "gap.essential"
  case gapOptional = "gap.optional"
  case gapOpen = "gap.open"
  case steps
  case stepsNone = "steps.none"
  case stepsAuthorities = "steps.authorities"
  case stepsScheme = "steps.scheme"
  case stepsAsk = "steps.ask"
  case stepsInformation = "steps.information"
  case stepsDecides = "steps.decides"
  case stepsIssues = "steps.issues"
  case stepsBinding = "steps.binding"
  case stepsBindingYes = "steps.binding.yes"
  case stepsBindingNo = "steps.binding.no"
  case stepsBindingUnknown = "steps.binding.unknown"
  case stepsLaw = "steps.law"
  case stepsLawFor = "steps.law-for"
  case stepsCovers = "steps.covers"
  case stepsMayCover = "steps.may-cover"
  case stepsTitlesFrom = "steps.titles-from"
  case stepsExcept = "steps.except"
  case stepsAddress = "steps.address"
  case stepsSince = "steps.since"
  case stepsUntil = "steps.until"
  case stepsDirective = "steps.directive"
  case stepsOrigin = "steps.origin"
  case agreements
  case agreementMayCoverCase = "agreements.may-cover-case"
  case agreementExcepts = "agreements.excepts"
  case agreementOver = "agreements.over"
  case agreementMayBeOver = "agreements.may-be-over"
  case sources
  case sourcesNoDate = "sources.no-date"
  case sourcesNone = "sources.none"
  case signature
}
