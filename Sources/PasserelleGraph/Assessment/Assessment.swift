package import PasserelleModel

/// What the sources say of a profile, for one country and one purpose.
package struct Assessment: Sendable {
  /// What is asked.
  package struct Question: Sendable {
    package var profile: ProfileRecord
    /// The frameworks of the country where it is to count.
    package var destinations: [Framework]
    package var country: CountryCode
    package var purpose: Purpose
    /// The day of the answer.
    package var day: Day
    /// The type of qualification that a standing statement is about, and no person: the profile then
    /// holds nothing but it.
    package var standing: ConceptRecord?

    package init(
      profile: ProfileRecord, destinations: [Framework], country: CountryCode, purpose: Purpose,
      day: Day, standing: ConceptRecord? = nil
    ) {
      self.profile = profile
      self.destinations = destinations
      self.country = country
      self.purpose = purpose
      self.day = day
      self.standing = standing
    }
  }

  /// Why the only qualification with a title is offered, and not chosen.
  package enum Reservation: String, Message {
    /// A register has it at no level, and its country has a framework.
    case inRegister = "understood.in-register"
    /// No source was seen that calls it so.
    case recalledName = "understood.recalled-name"
  }

  /// How a certificate was understood.
  package enum Understanding: Sendable {
    /// The profile names the qualification or level.
    case named(ConceptRecord)
    /// One qualification of its country has this title.
    case byTitle(ConceptRecord)
    /// Several may be meant.
    case several([ConceptRecord])
    /// One qualification has this title, and it is not certain that it is meant.
    case reserved(ConceptRecord, Reservation)
    /// The title is that of a qualification in a version that was not in force on the day of award.
    case ofOtherVersion([ConceptRecord])
    /// Nothing in the library has this name or title.
    case unknown

    package var record: ConceptRecord? {
      switch self {
      case .named(let record), .byTitle(let record): record
      case .several, .reserved, .ofOtherVersion, .unknown: nil
      }
    }
  }

  /// Where a certificate stands on one day.
  package struct View: Sendable {
    package var day: Day
    package var understanding: Understanding
    /// What corresponds to it over there; nothing where it was not understood.
    package var correspondents: Correspondents?

    /// The levels that it is known to stand at in its own framework; none where it is a level itself.
    package var ownLevels: [Identifier] {
      guard let item = correspondents?.subject.items.first, item.openLevels.isEmpty else {
        return []
      }
      let named = item.links.filter { $0.link.relation == .atLevel }.map(\.link.to)
      return (named.isEmpty ? [item.level].compactMap { $0 } : named).filter {
        $0 != item.record.id
      }
    }
  }

  /// A qualification that a title may mean, with its level.
  package struct Candidate: Hashable, Sendable {
    package var record: ConceptRecord
    /// Its levels in its own framework.
    package var levels: [Identifier]
    /// The reference levels that it reaches.
    package var reference: [Identifier]
  }

  /// A certificate through the five elements.
  package struct Holding: Sendable {
    package var certificate: Certificate
    package var position: SourcePosition
    /// What it was understood as; if it was not, what it may be, and none is chosen.
    package var candidates: [Candidate]
    /// On the day of award; nothing where the certificate bears no date.
    package var atAward: View?
    package var today: View
    /// The level as it was judged on the day of award.
    package var levelAtAward: ElementJudgement?
    /// What is said of each element today.
    package var elements: [ElementJudgement]
    package var gap: Gap?
    /// What the profile says of it, and the library otherwise.
    package var doubts: [Phrase]
    /// What is not at hand and would carry the answer further.
    package var missing: [Phrase]

    /// The judgement of its level today.
    package var level: ElementJudgement? { elements.first { $0.element == .level } }

    /// What only indicates, the strongest first: between the certificate and what is sought, then what
    /// is in the destination country.
    package var indications: [Indication] {
      let comparison = level?.basis?.comparison
      let sought = comparison.map { $0.items.count > 1 ? $0.indications : [] } ?? []
      let there = today.correspondents?.indications ?? []
      let all = sought + there.filter { !sought.contains($0) }
      return Indication.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
    }
  }

  package var question: Question
  /// The concept over there that is sought, where the profile names one.
  package var target: ConceptRecord?
  package var holdings: [Holding]
  /// What is open of the target against all that the person brings.
  package var gap: Gap?
  /// What does not fit together in the question itself.
  package var doubts: [Phrase]
  package var steps: NextSteps
  /// What is missing beside the certificates.
  package var missing: [Phrase]
}
