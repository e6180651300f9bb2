package import PasserelleModel

/// What a person brings, as it was read: each thing with its place in the profile.
package struct ProfileRecord: Sendable {
  package var profile: Profile
  /// Where the profile starts.
  package var position: SourcePosition
  package var certificates: [Entry<Certificate>] = []
  package var experience: [Entry<Experience>] = []
  package var competences: [Entry<ClaimedCompetence>] = []
  package var languages: [Entry<LanguageSkill>] = []

  /// A thing and where the profile says it.
  package struct Entry<Value: Sendable>: Sendable {
    package var value: Value
    package var position: SourcePosition
  }

  package init(_ profile: Profile, at position: SourcePosition) {
    self.profile = profile
    self.position = position
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
