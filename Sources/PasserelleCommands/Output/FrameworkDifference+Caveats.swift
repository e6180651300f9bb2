internal import PasserelleGraph
internal import PasserelleModel

extension FrameworkDifference {
  /// What the reader must know.
  var caveats: [String] {
    let isOneSeries = !Set(old.names.map(\.series)).isDisjoint(with: new.names.map(\.series))
    let isOneName = !Set(old.names).isDisjoint(with: new.names)
    return [
      !isOneName && isOneSeries && pairedByCode > 0
        ? "\(pairedByCode) concepts were paired by code alone: no source here says that a code kept "
          + "its meaning" : nil,
      !isOneSeries && replaced.isEmpty
        ? "no source here leads from \(old.title) to \(new.title), and codes of two series are not "
          + "paired: nothing was compared" : nil,
      !removed.isEmpty && !replaced.isEmpty
        ? "removed: no source here names a successor; it may have one" : nil,
      tiersWithoutSuccessors.isEmpty
        ? nil
        : "what sources state of successors does not reach \(tiersWithoutSuccessors.joined(separator: ", ")): "
          + "there, removed and added say nothing",
      replaced.contains { $0.successors.count > 1 }
        ? "of several successors none is chosen: the old code alone does not say which" : nil,
      "a successor is a proposal: who publishes a link decides what becomes of it",
    ].compactMap { $0 }
  }
}
