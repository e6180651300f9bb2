internal import PasserelleGraph

/// The words with which titles and codes are reconciled: what services and settings are called.
package enum ReconciliationKey: String, Message {
  case service = "reconcile.service"
  case typeOf = "reconcile.type-of"
  case factAt = "reconcile.fact-at"
  case place = "reconcile.place"
  case placeHelp = "reconcile.place-help"
  case day = "reconcile.day"
  case dayHelp = "reconcile.day-help"
  case languageOf = "reconcile.language"
  case languageHelp = "reconcile.language-help"
  case foundBy = "reconcile.found-by"
  case noPlace = "fact.no-place"
}
