import PasserelleKit

/// What a resource is here, by its class.
enum ResourceClass: Equatable {
  case credential(String)
  case organisation
  case competency
  /// A `skos:Concept` or a level of a progression model: a level, where it is of a qualifications
  /// framework.
  case concept
  /// A concept scheme or a progression model.
  case scheme
  case competencyFramework
  case qualificationsFramework
  case alignmentMap
  /// A part of a resource that has a name only so that others can point to it.
  case part
  case other(String)

  /// The class that counts, of those that a resource states: what is read comes before what is not.
  init(of classes: [String]) {
    let all = classes.map(Self.init)
    let ranks: [(Self) -> Bool] = [
      { if case .credential = $0 { true } else { false } },
      { if case .other = $0 { false } else { $0 != .part } }, { $0 == .part },
    ]
    self = ranks.lazy.compactMap { all.first(where: $0) }.first ?? all.first ?? .part
  }

  private init(_ name: String) {
    let local = name.split(separator: ":").last.map(String.init) ?? name
    if local.hasSuffix("Organization") {
      self = .organisation
    } else if Self.credentials.contains(name.withoutOwnPrefix) {
      self = .credential(name.withoutOwnPrefix)
    } else {
      self = Self.others[name] ?? .other(name.withoutOwnPrefix)
    }
  }

  private static let others: [String: Self] = [
    "ceasn:Competency": .competency, "Competency": .competency, "ceterms:Competency": .competency,
    "skos:Concept": .concept, "ceasn:Concept": .concept, "asn:ProgressionLevel": .concept,
    "ceasn:ProgressionLevel": .concept,
    "skos:ConceptScheme": .scheme, "ceasn:ConceptScheme": .scheme,
    "asn:ProgressionModel": .scheme, "ceasn:ProgressionModel": .scheme,
    "ceasn:CompetencyFramework": .competencyFramework,
    "ceterms:CompetencyFramework": .competencyFramework,
    "CompetencyFramework": .competencyFramework,
    "ceterms:QualificationsFramework": .qualificationsFramework,
    "ceasn:QualificationsFramework": .qualificationsFramework,
    // The name in the drafts, which published examples still have.
    "ceterms:QualificationFramework": .qualificationsFramework,
    "ceterms:AlignmentMap": .alignmentMap,
    "ceterms:AlignmentObject": .part, "ceterms:CredentialAlignmentObject": .part,
    "ceterms:ConditionProfile": .part,
  ]

  /// `ceterms:Credential` and the classes below it, as published in 2024.
  private static let credentials: Set = [
    "Credential", "AcademicCertificate", "ApprenticeshipCertificate", "AssociateDegree",
    "AssociateOfAppliedArtsDegree", "AssociateOfAppliedScienceDegree", "AssociateOfArtsDegree",
    "AssociateOfScienceDegree", "BachelorDegree", "BachelorOfArtsDegree", "BachelorOfScienceDegree",
    "Badge", "BasicTechnicalCertificate", "Certificate", "CertificateOfCompletion",
    "CertificateOfParticipation", "Certification", "Degree", "DigitalBadge", "Diploma",
    "DoctoralDegree", "GeneralEducationDevelopment", "GeneralEducationLevel1Certificate",
    "GeneralEducationLevel2Certificate", "HigherEducationLevel1Certificate",
    "HigherEducationLevel2Certificate", "JourneymanCertificate", "License", "MasterCertificate",
    "MasterDegree", "MasterOfArtsDegree", "MasterOfScienceDegree", "MicroCredential", "OpenBadge",
    "PostBaccalaureateCertificate", "PostMasterCertificate", "PreApprenticeshipCertificate",
    "ProfessionalCertificate", "ProfessionalDoctorate", "ProficiencyCertificate",
    "QualityAssuranceCredential", "ResearchDoctorate", "SecondaryEducationCertificate",
    "SecondarySchoolDiploma", "SpecialistDegree", "TechnicalLevel1Certificate",
    "TechnicalLevel2Certificate", "TechnicalLevel3Certificate", "WorkBasedLearningCertificate",
  ]

  /// The class of credentials that a class which is not one may have been meant for.
  static func nearCredential(to name: String) -> String? {
    nearNames(to: name, in: credentials).first {
      abs($0.unicodeScalars.count - name.unicodeScalars.count) <= 2
    }
  }
}

extension String {
  /// `BachelorDegree` as people write it: `bachelor degree`.
  var wordsOfClass: String {
    reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty { words += " " }
      words += letter.lowercased()
    }
  }
}
