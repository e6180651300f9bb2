internal import PasserelleGraph
internal import PasserelleModel

/// What a new version does to the links of others.
public struct ImpactAnswer: Encodable, Sendable {
  /// A link of another publication, and what happens at its end.
  public struct Effect: Encodable, Sendable {
    /// The publication that states the link.
    public let publication: String
    /// The end of the link that lies in one of the versions.
    public let end: String
    /// What differs there.
    public let changes: [DifferenceAnswer.Change]
    /// What sources name as successors of the end.
    public let proposed: [Proposed]
    /// The link.
    public let link: LinkAnswer
  }

  /// A successor without its evidence, which is given with the replacement itself.
  public struct Proposed: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// The relation, as the vocabulary has it, read from the old concept.
    public let relation: String
    /// How many concepts are on each side: `1:n`.
    public let cardinality: String
  }

  /// A level with another reference level.
  public struct Shift: Encodable, Sendable {
    /// A reference level.
    public struct Reference: Encodable, Sendable {
      /// Its identifier.
      public let level: String
      /// How many levels and qualifications of others are referenced to it.
      public let others: Int
    }

    /// The level.
    public let id: String
    /// The reference levels of the old version only.
    public let lost: [Reference]
    /// The reference levels of the new version only.
    public let won: [Reference]
  }

  /// Links that end at a concept that the new version lacks.
  public let broken: [Effect]
  /// Links that end at a concept that has changed.
  public let changed: [Effect]
  /// Links that end at a concept that is new.
  public let gained: [Effect]
  /// How many links name the old version of something unchanged that has a new name.
  public let outdated: Int
  /// Levels with another reference level.
  public let shifts: [Shift]

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
}

extension ImpactAnswer.Effect {
  init(_ effect: Impact.Effect) {
    publication = effect.record.publication?.description ?? ""
    end = effect.end.description
    changes = effect.changes.map(DifferenceAnswer.Change.init)
    proposed = effect.proposed.map { successor in
      ImpactAnswer.Proposed(
        id: successor.id.description, relation: successor.relation.rawValue,
        cardinality: successor.cardinality.description)
    }
    link = LinkAnswer(effect.record)
  }
}
