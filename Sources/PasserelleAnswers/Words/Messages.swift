internal import PasserelleGraph
internal import PasserelleModel

/// All cases that have words: what every language must say.
package enum Messages {
  /// The types of the cases, one a topic.
  static let all: [any Message.Type] = [
    AnswerKey.self, ComparabilityKey.self, CorridorKey.self, DateKey.self, Fact.self, FormKey.self,
    OverviewKey.self, ReconciliationKey.self, TrustKey.self, ReceiptKey.self,
    ReceiptsAnswer.Kind.self,
    // Facts of the engine.
    AgreementKind.self, Caveat.self, Cardinality.self, CommonBody.self, Comparability.self,
    ConceptKind.self, Conclusion.self, Contradiction.Kind.self, ContradictionName.self,
    CorridorGap.self, DifferenceCaveat.self, Doubt.self, Element.self,
    ElementReason.self,
    EvidenceGrade.self, Finding.self, FrameworkKind.self, Gap.Coverage.self, GapCaveat.self,
    Indication.Kind.self,
    IndicationMessage.self, KnownThing.self, LeftOut.self, MissingEvidence.self, NameKind.self,
    OriginWord.self, Assessment.Reservation.self, Outcome.self, Purpose.self, Reach.self,
    ReferenceName.self, Refusal.self, Relation.self, Sector.self, SiteKey.self, SubjectWord.self,
    TieWords.self, UnmatchedReason.self,
    Weakness.self, WorkbookKey.self,
  ]

  private typealias Cardinality = Correspondents.Cardinality

  /// The keys of all cases.
  package static var keys: Set<String> { Set(all.flatMap(keys(of:))) }

  static func keys(of type: any Message.Type) -> [String] {
    func keys<Case: Message>(_: Case.Type) -> [String] { Case.allCases.map(\.key) }
    return keys(type)
  }
}
