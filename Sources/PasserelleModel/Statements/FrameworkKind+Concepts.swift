extension FrameworkKind {
  /// What the concepts of such a framework are, where the source does not say otherwise.
  public var usualConcepts: ConceptKind {
    switch self {
    case .occupations: .occupationGroup
    case .educationLevels: .educationLevel
    case .educationFields: .field
    case .competences: .competence
    case .register, .recognition: .qualification
    case .metaFramework, .qualificationsFramework, .skillLevels: .level
    }
  }
}
