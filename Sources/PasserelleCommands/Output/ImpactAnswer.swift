internal import PasserelleGraph
internal import PasserelleModel

/// What a new version does to the links of others, as JSON.
struct ImpactAnswer: Encodable {
  struct Effect: Encodable {
    var publication: String
    /// The end of the link that lies in one of the versions.
    var end: String
    var changes: [DifferenceAnswer.Change]
    /// The codes that sources state to have taken its place, with relation and cardinality.
    var proposed: [Proposed]
    var link: LinkAnswer
  }

  /// A successor without what it rests on, which stands with the replacement itself.
  struct Proposed: Encodable {
    var id: String
    var relation: String
    var words: String
    var cardinality: String
  }

  struct Shift: Encodable {
    struct Reference: Encodable {
      var level: String
      /// How many levels and qualifications of others are referenced to it.
      var others: Int
    }

    var id: String
    var lost: [Reference]
    var won: [Reference]
  }

  var broken: [Effect]
  var changed: [Effect]
  var gained: [Effect]
  /// How many links name the old version of what is unchanged, where the new one has another name.
  var outdated: Int
  var shifts: [Shift]

  init(_ impact: Impact) {
    broken = impact.broken.map(Effect.init)
    changed = impact.changed.map(Effect.init)
    gained = impact.gained.map(Effect.init)
    outdated = impact.outdated
    shifts = impact.shifts.map { shift in
      func references(_ list: [Impact.Shift.Reference]) -> [Shift.Reference] {
        list.map { Shift.Reference(level: $0.level.description, others: $0.companions) }
      }
      return Shift(
        id: shift.id.description, lost: references(shift.lost), won: references(shift.won))
    }
  }

  /// The kinds of effects under their headings.
  var groups: [(heading: String, effects: [Effect])] {
    [
      ("broken: they end at what the new version lacks", broken),
      ("to review: they end at what has changed", changed),
      ("gained: they end at what is new", gained),
    ]
  }

  /// The counts in one line.
  var headline: String {
    guard !(broken + changed + gained).isEmpty || !shifts.isEmpty || outdated > 0 else {
      return "no link of another publication here is touched"
    }
    let shifted = shifts.isEmpty ? "" : ", \(shifts.count) levels stand elsewhere"
    let named = outdated == 0 ? "" : ", \(outdated) name the old version of what is unchanged"
    return "links of others: \(broken.count) broken, \(changed.count) to review, "
      + "\(gained.count) gained\(named)\(shifted)"
  }
}

extension ImpactAnswer.Effect {
  init(_ effect: Impact.Effect) {
    publication = effect.record.publication?.description ?? ""
    end = effect.end.description
    changes = effect.changes.map(DifferenceAnswer.Change.init)
    proposed = effect.proposed.map { successor in
      ImpactAnswer.Proposed(
        id: successor.id.description, relation: successor.relation.rawValue,
        words: successor.words, cardinality: successor.cardinality.description)
    }
    link = LinkAnswer(effect.record)
  }
}

extension ImpactAnswer.Shift {
  /// The shift in words, with how many others stand at each level.
  var words: String {
    func listed(_ references: [Reference]) -> String {
      references.isEmpty
        ? "none"
        : references.map { "\($0.level) (\($0.others) others)" }.joined(separator: ", ")
    }
    return "\(id): from \(listed(lost)) to \(listed(won))"
  }
}
