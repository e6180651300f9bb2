internal import PasserelleGraph

/// The words of a site around the answers: what to ask, where to go, what a link was made from.
package enum SiteKey: String, Message {
  case question = "site.question"
  case about = "site.about"
  case skip = "site.skip"
  case pages = "site.pages"
  case otherLanguages = "site.languages"

  case search = "site.search"
  case searchHint = "site.search-hint"
  case from = "site.from"
  case to = "site.to"
  case anyCountry = "site.any-country"
  case lookUp = "site.ask"

  case frameworks = "site.frameworks"
  case atlas = "site.atlas"

  case statedBySources = "site.stated-by-sources"
  case foundThere = "site.found-there"
  case foundHere = "site.found-here"
  case compareThese = "site.compare-these"
  case explainThese = "site.explain-these"
  case gapThese = "site.gap-these"
  case diffThese = "site.diff-these"
  case contradictions = "site.contradictions"
  case library = "site.library"
  case publications = "site.publications"
  case columnKind = "site.column-kind"
  case whyNot = "site.why-not"
  case contradicted = "site.contradicted"
  case choosePurpose = "site.choose-purpose"
  case chooseOne = "site.choose-one"
  case resultsFor = "site.results-for"
  case matchQualifications = "site.match-qualifications"
  case more = "site.more"
  case contents = "site.contents"
  case columnID = "site.column-id"
  case columnTitle = "site.column-title"
  case columnPlace = "site.column-place"
  case columnLink = "site.column-link"
  case columnVia = "site.column-via"

  case forms = "site.forms"
  case print = "site.print"
  case csv = "site.csv"
  case json = "site.json"
  case permanent = "site.permanent"
  case state = "site.state"
  case changed = "site.changed"
  case changedParts = "site.changed-parts"
  case changedGone = "site.changed-gone"
  case changedNothing = "site.changed-nothing"
  case changedUnknown = "site.changed-unknown"

  case unknownName = "site.unknown-name"
  case nearNames = "site.near-names"
  case noPage = "site.no-page"
  case cannotAsk = "site.cannot-ask"
  case checkFields = "site.check-fields"
  case noFramework = "site.no-framework"

  case statementAbout = "site.statement-about"
  case privacy = "site.privacy"
  case ofType = "site.of-type"
  case ofPerson = "site.of-person"
  case certificateTitle = "site.certificate-title"
  case certificateCountry = "site.certificate-country"
  case certificateDate = "site.certificate-date"
  case certificateDateHint = "site.certificate-date-hint"
  case certificateBody = "site.certificate-body"
  case certificateDocument = "site.certificate-document"
  case workload = "site.workload"
  case compareWith = "site.sought"
  case caseHint = "site.case-hint"
  case optional = "site.optional"
  case makeStatement = "site.make-statement"
}

extension Language {
  /// The words of a message of the site.
  package func callAsFunction(_ key: SiteKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }
}
