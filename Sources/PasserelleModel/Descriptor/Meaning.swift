// What the words of a descriptor mean, in one sentence each: for whoever writes one in an editor.

extension FrameworkKind {
  package var meaning: String {
    switch self {
    case .metaFramework: "Levels that national frameworks are referenced to, such as the EQF."
    case .qualificationsFramework: "An authority's ordered levels of qualifications."
    case .register: "A list of single qualifications, each at a level of some framework."
    case .occupations: "A classification of occupations, such as ISCO."
    case .educationLevels: "A classification of levels of education, such as ISCED."
    case .skillLevels: "Levels of the skill that work asks for."
    case .competences: "A list of what people know and can do."
    case .educationFields: "A classification of fields of education, such as ISCED-F."
    case .recognition: "Who decides on foreign titles in a country, and whom to ask first."
    }
  }
}

extension AgreementKind {
  package var meaning: String {
    switch self {
    case .law: "A law of one country."
    case .bilateral: "An agreement between two countries, or their authorities."
    case .regional: "An agreement among the countries of a region, or of the world."
    case .programme: "A scheme that tests or recruits workers, and recognises nothing by itself."
    case .precedents: "The decisions that one body has taken, case by case."
    case .group: "Countries that rules name together; it declares nothing."
    }
  }
}

extension Purpose {
  package var meaning: String {
    switch self {
    case .study: "Further learning."
    case .regulated: "A profession that the law keeps for those who are qualified."
    case .work: "Any other work, where the employer is free."
    case .priorLearning: "The validation of non-formal and informal learning."
    }
  }
}

extension Sector {
  package var meaning: String {
    switch self {
    case .school: "General education at school."
    case .vocational: "Vocational education and training."
    case .higherEducation: "Universities and other institutions of higher education."
    }
  }
}

extension Outcome {
  package var meaning: String {
    switch self {
    case .recognised: "Recognised in full, as the qualification it was compared with."
    case .compensation: "Recognised after an adaptation period, a test, or further learning."
    case .conditional: "Recognised once conditions are met that the decision names."
    case .alternative: "Recognised as something else: at another level, or with another profile."
    case .partial: "Recognised in part."
    case .refused: "Not recognised."
    }
  }
}

extension NameKind {
  package var meaning: String {
    switch self {
    case .official: "The name that the law, the awarding body or the register uses."
    case .abbreviation: "A short form: 'HND'."
    case .colloquial: "What people say."
    case .former: "A name that is no longer given, and that older certificates have."
    case .nativeScript: "The name in the script of its country."
    case .transliteration: "The name of another script, in Latin letters."
    }
  }
}

extension Justification {
  package var meaning: String {
    switch self {
    case .lexicalMatching: "The labels are alike."
    case .logicalReasoning: "It follows from axioms."
    case .compositeMatching: "Several ways of matching led to it together."
    case .unspecifiedMatching: "How it was found is not known."
    case .semanticSimilarity: "A measure of how similar the meanings are is above a threshold."
    case .lexicalSimilarity: "A measure of how similar the labels are is above a threshold."
    case .chaining: "It follows from a chain of other mappings."
    case .review: "A person has reviewed it."
    case .manualCuration: "A person has made it."
    case .inversion: "It is another mapping, read in the other direction."
    case .structuralMatching: "The two have a similar place in their structures."
    case .instanceBased: "The two have similar instances."
    case .backgroundKnowledge: "A third source knows both."
    }
  }
}

extension Relation {
  package var meaning: String {
    switch self {
    case .referencedTo: "The level that an authority has referenced this one to, by best fit."
    case .comparedTo: "The level of a non-binding comparison."
    case .evaluatedAs:
      "What a national centre compares the certificate with, for the purpose that it names."
    case .classifiedAs:
      "The level at which statistics classify it, such as 'isced-2011:3'; recognises nothing."
    case .belowScale: "The framework whose lowest level this one is below."
    case .noneAgreed: "The framework in which the parties found no level to agree on."
    case .notReferenced: "The framework in which this has no level, as the source says."
    case .notUsable: "What a mapping leads to that its own authors did not endorse."
    case .declaredEquivalent: "What a law, an agreement or a decision declares it equivalent to."
    case .precedent: "What a body has compared one person's qualification with."
    case .exactMatch: "A published mapping: an exact match."
    case .closeMatch: "A published mapping: a close match."
    case .broadMatch: "A published mapping: a broader match."
    case .narrowMatch: "A published mapping: a narrower match."
    case .relatedMatch: "A published mapping: a related match."
    case .overlaps:
      "A published mapping: the two overlap, and each covers something that the other does not."
    case .disjointFrom: "A published denial: the two have nothing in common."
    case .notExactMatch: "A published denial: no exact match."
    case .notCloseMatch: "A published denial: no close match."
    case .notBroadMatch: "A published denial: no broader match."
    case .notNarrowMatch: "A published denial: no narrower match."
    case .notRelatedMatch: "A published denial: no related match."
    case .noMatch: "The framework in which the source looked for a match, and found none."
    case .atLevel: "Its level, if there is more to say about it than 'level' can."
    case .inField: "The field of education."
    case .preparesFor: "The occupation that the qualification prepares for."
    case .attests: "The competence that the qualification attests."
    case .awardedBy: "The body that awards it."
    case .requiresEssential: "The competence that the occupation cannot do without."
    case .requiresOptional: "The competence that some of the work in the occupation asks for."
    case .broader: "The next wider concept of the same list."
    case .partOf: "The whole that it is a part of."
    case .supersedes: "What this one replaces."
    }
  }
}
