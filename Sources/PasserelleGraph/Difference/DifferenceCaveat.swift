internal import PasserelleModel

/// What the reader of a difference must know.
package enum DifferenceCaveat: String, Message {
  case pairedByCode = "difference.paired-by-code"
  case nothingCompared = "difference.nothing-compared"
  case noSuccessor = "difference.no-successor"
  case unreachedTiers = "difference.unreached-tiers"
  case severalSuccessors = "difference.several-successors"
  case proposal = "difference.proposal"
}

extension FrameworkDifference {
  /// What the reader must know.
  package var caveats: [Phrase] {
    let isOneSeries = !Set(old.names.map(\.series)).isDisjoint(with: new.names.map(\.series))
    let isOneName = !Set(old.names).isDisjoint(with: new.names)
    var caveats: [Phrase] = []
    if !isOneName, isOneSeries, pairedByCode > 0 {
      caveats.append(DifferenceCaveat.pairedByCode(["count": "\(pairedByCode)"]))
    }
    if !isOneSeries, replaced.isEmpty {
      caveats.append(DifferenceCaveat.nothingCompared(["old": old.title, "new": new.title]))
    }
    if !removed.isEmpty, !replaced.isEmpty { caveats.append(DifferenceCaveat.noSuccessor()) }
    if !tiersWithoutSuccessors.isEmpty {
      caveats.append(
        DifferenceCaveat.unreachedTiers([
          "tiers": tiersWithoutSuccessors.joined(separator: ", ")
        ]))
    }
    if replaced.contains(where: { $0.successors.count > 1 }) {
      caveats.append(DifferenceCaveat.severalSuccessors())
    }
    return caveats + [DifferenceCaveat.proposal()]
  }
}
