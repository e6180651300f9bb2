package import PasserelleModel

/// What a person brings, as it was read: each thing with its place in the profile.
package struct ProfileRecord: Sendable {
  package var profile: Profile
  package var certificates: [Entry<Certificate>] = []
  package var experience: [Entry<Experience>] = []
  package var competences: [Entry<ClaimedCompetence>] = []
  package var languages: [Entry<LanguageSkill>] = []

  /// A thing and where the profile says it.
  package struct Entry<Value: Sendable>: Sendable {
    package var value: Value
    package var position: SourcePosition
  }

  package init(_ profile: Profile) {
    self.profile = profile
  }

  package mutating func add(_ asset: Asset, at position: SourcePosition) {
    switch asset {
    case .certificate(let value): certificates.append(Entry(value: value, position: position))
    case .experience(let value): experience.append(Entry(value: value, position: position))
    case .competence(let value): competences.append(Entry(value: value, position: position))
    case .language(let value): languages.append(Entry(value: value, position: position))
    }
  }
}

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
    package var day: String

    package init(
      profile: ProfileRecord, destinations: [Framework], country: CountryCode, purpose: Purpose,
      day: String
    ) {
      self.profile = profile
      self.destinations = destinations
      self.country = country
      self.purpose = purpose
      self.day = day
    }
  }

  /// How a certificate was understood.
  package enum Understanding: Sendable {
    /// The profile names the qualification or level.
    case named(ConceptRecord)
    /// One qualification of its country has this title.
    case byTitle(ConceptRecord)
    /// Several may be meant.
    case several([ConceptRecord])
    /// Nothing in the library has this name or title.
    case unknown

    package var record: ConceptRecord? {
      switch self {
      case .named(let record), .byTitle(let record): record
      case .several, .unknown: nil
      }
    }
  }

  /// Where a certificate stands on one day.
  package struct View: Sendable {
    package var day: String
    package var understanding: Understanding
    /// What corresponds to it over there; nothing where it was not understood.
    package var correspondents: Correspondents?
  }

  /// A certificate through the five elements.
  package struct Holding: Sendable {
    package var certificate: Certificate
    package var position: SourcePosition
    /// On the day of award; nothing where the certificate bears no date.
    package var atAward: View?
    package var today: View
    package var elements: [ElementJudgement]
    package var gap: Gap?
    /// What is not at hand and would carry the answer further.
    package var missing: [Phrase]
  }

  package var question: Question
  /// The concept over there that is sought, where the profile names one.
  package var target: ConceptRecord?
  package var holdings: [Holding]
  /// What is open of the target against all that the person brings.
  package var gap: Gap?
  package var steps: NextSteps
  /// What is missing beside the certificates.
  package var missing: [Phrase]
}
