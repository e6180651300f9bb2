public import PasserelleGraph
internal import PasserelleModel

/// What the sources have for the cases of a file, by group: counts and shares, and no case.
public struct GroupsAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "groups"

  /// How many cases of a group have something.
  public struct Share: Encodable, Sendable {
    /// What they have.
    public let thing: KnownThing
    /// Whether the count is hidden, so that nothing can be learnt of single persons.
    public let hidden: Bool
    /// How many cases have it; `nil` if that is hidden.
    public let count: Int?
    /// The same in per cent of the cases of the group; `nil` if that is hidden.
    public let percent: Int?
  }

  /// What a group is.
  public enum Standing: String, CaseIterable, Encodable, Sendable {
    /// The file names it.
    case named
    /// The column is empty for these cases.
    case notStated = "not-stated"
    /// Groups that are too small to be shown alone, put together.
    case rest
  }

  /// A group, or all cases.
  public struct Group: Encodable, Sendable {
    /// What it is.
    public let standing: Standing
    /// Its name in the file, or its band; `nil` for a group that has none.
    public let name: String?
    /// How many cases it has.
    public let cases: Int
    /// What they have.
    public let shares: [Share]
  }

  /// The groups that a column of the file names.
  public struct Column: Encodable, Sendable {
    /// The name of the column.
    public let column: String
    /// Its groups, in their order.
    public let groups: [Group]
  }

  /// The day as of which the answer holds.
  public let asOf: String
  /// The hash of the graph that was asked.
  public let graph: String
  /// How many cases a group, and what is shown of it, must have.
  public let threshold: Int
  /// How many cases were counted; `nil` if there are too few of them.
  public let cases: Int?
  /// How many rows could not be answered, and are not counted.
  public let failed: Int
  /// What all cases have; empty if there are too few of them.
  public let all: [Share]
  /// The groups, column by column.
  public let by: [Column]
  /// What the reader must know.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]

  /// Shows of a tally what may be shown.
  package init(
    _ tally: GroupTally, failed: Int, asOf day: Day, graph: String, threshold: Int
  ) {
    let suppression = Suppression(threshold: threshold)
    let isEnough = tally.total.cases >= threshold
    let above = suppression.hidden(inTotal: tally.total)
    asOf = day.description
    self.graph = graph
    self.threshold = threshold
    self.failed = failed
    cases = isEnough ? tally.total.cases : nil
    all = isEnough ? Self.shares(tally.total, above) : []
    by =
      isEnough
      ? zip(tally.columns, tally.groups).map { column, groups in
        Column(column, Array(groups.values), under: above, by: suppression)
      } : []
    let trials = tally.trials.sorted().joined(separator: ", ")
    caveats =
      [
        trials.isEmpty ? nil : AnswerKey.trialHeadline(["names": trials]),
        isEnough ? nil : AnswerKey.groupsTooFew(["threshold": "\(threshold)"]),
        AnswerKey.groupsNoteSeveral(), AnswerKey.groupsNoteKnown(),
        AnswerKey.groupsNoteHidden(["threshold": "\(threshold)"]),
      ].compactMap { $0 }
    caveatKeys = caveats.map(\.key)
  }

  /// What says that some of the counts rest on trials; `nil` if none does.
  package func trialMark(in language: Language) -> String? {
    caveats.first { $0.key == AnswerKey.trialHeadline.rawValue }.map { language($0) }
  }

  fileprivate static func shares(_ counts: GroupTally.Counts, _ hidden: [Bool]) -> [Share] {
    zip(KnownThing.allCases, zip(counts.having, hidden)).map { thing, shown in
      let (count, isHidden) = shown
      // Halves are rounded up.
      let percent = (200 * count + counts.cases) / max(1, 2 * counts.cases)
      return Share(
        thing: thing, hidden: isHidden, count: isHidden ? nil : count,
        percent: isHidden ? nil : percent)
    }
  }
}

extension GroupsAnswer.Column {
  fileprivate init(
    _ column: GroupTally.Column, _ all: [GroupTally.Group], under above: [Bool],
    by suppression: Suppression
  ) {
    let (kept, rest) = suppression.pooled(all.sorted { $0.name < $1.name })
    let counts = kept.map(\.counts) + [rest].compactMap { $0 }
    let hidden = suppression.hidden(in: counts, under: above)
    let shares = zip(counts, hidden).map(GroupsAnswer.shares)
    func order(_ name: String) -> (Int, Double, String) {
      if name.isEmpty { return (2, 0, "") }
      if let place = column.bands?.order(of: name) { return (0, Double(place), "") }
      return Double(name).map { (0, $0, name) } ?? (1, 0, name)
    }
    let named = zip(kept, shares).sorted { order($0.0.name) < order($1.0.name) }
      .map { group, shares in
        GroupsAnswer.Group(
          standing: group.name.isEmpty ? .notStated : .named,
          name: group.name.isEmpty ? nil : group.name, cases: group.counts.cases, shares: shares)
      }
    let together = zip([rest].compactMap { $0 }, shares.suffix(1)).map { rest, shares in
      GroupsAnswer.Group(standing: .rest, name: nil, cases: rest.cases, shares: shares)
    }
    self.init(column: column.name, groups: named + together)
  }
}
