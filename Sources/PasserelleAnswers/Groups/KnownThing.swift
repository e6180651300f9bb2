internal import PasserelleGraph
internal import PasserelleModel

/// What the sources may have for a case; it may have several, or none.
public enum KnownThing: String, CaseIterable, Encodable, Sendable {
  /// A certificate stands at a level that is linked to a reference framework.
  case referenceLevel = "reference-level"
  /// Something weaker than a finding compares it.
  case indication
  /// A declared equivalence, an agreement or a programme covers the case, or may.
  case agreement
  /// A body in the destination country is named that validates prior learning.
  case priorLearning = "prior-learning"
  /// None of these.
  case nothing
}

extension KnownThing: Message {
  package var key: String { "groups.\(rawValue)" }
}

extension Assessment {
  /// The trials that the case speaks of, or that cover it.
  var trials: Set<String> {
    let items = holdings.compactMap(\.today.correspondents).flatMap { found in
      found.subject.items.map(\.record.id) + (found.declared + found.mappings).map(\.id)
        + found.matches.map(\.record.id)
    }
    let names = items.map(\.framework) + steps.agreements.map(\.agreement.name)
    return Set(names.filter(\.isTrial).map(\.description))
  }

  /// What the sources have for the case.
  var knownThings: Set<KnownThing> {
    let found = holdings.compactMap(\.today.correspondents)
    var things: Set<KnownThing> = []
    if found.contains(where: { !$0.subject.referenceLevels.isEmpty }) {
      things.insert(.referenceLevel)
    }
    if holdings.contains(where: { !$0.indications.isEmpty }) { things.insert(.indication) }
    if !steps.agreements.isEmpty || found.contains(where: { !$0.declared.isEmpty }) {
      things.insert(.agreement)
    }
    if steps.firstForPriorLearning != nil { things.insert(.priorLearning) }
    return things.isEmpty ? [.nothing] : things
  }
}
