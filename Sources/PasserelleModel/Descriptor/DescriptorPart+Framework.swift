// What describes a framework: the frame itself, its levels, what stands at them, and who decides.

extension DescriptorPart {
  /// A descriptor of a framework.
  package static let frameworkDescriptor = DescriptorPart(
    "framework-descriptor", "A framework: its levels, the qualifications at each, and who decides.",
    [
      formatVersion,
      .required("framework", .part(framework), "The framework itself."),
      sources,
      .optional(
        "levels", .list(level, each: "level"), "The levels, lowest first: the order is the list's."),
      .optional(
        "qualifications", .list(qualification, each: "qualification"),
        "Types of qualifications, or single awards."),
    ]
      + classifications.map { list in
        .optional(
          list.list, .list(concept, each: list.each), "The \(list.words) of the classification.")
      } + [
        .optional(
          "links", .holders(frameworkLinks),
          "Links of the framework as a whole, rather than level by level."),
        procedures, notes,
      ])

  /// The lists of classifications, and what they are lists of.
  package static let classifications:
    [(
      list: String, each: String, kind: ConceptKind, words: String
    )] = [
      ("occupations", "occupation", .occupation, "occupations"),
      ("occupationGroups", "occupationGroup", .occupationGroup, "groups of occupations"),
      ("fields", "field", .field, "fields of education"),
      ("educationLevels", "educationLevel", .educationLevel, "levels of education"),
      ("competences", "competence", .competence, "competences"),
      ("competenceGroups", "competenceGroup", .competenceGroup, "groups of competences"),
      ("organisations", "organisation", .organisation, "bodies"),
    ]

  /// A framework.
  package static let framework = DescriptorPart(
    "framework", "One version of a framework, or a classification.",
    [
      .required(
        "id", .one(.framework),
        "The name: a-z, 0-9 and hyphens, the country first, such as 'ie-nqf'."),
      .optional(
        "aliases", each: "alias", .several(.text),
        "Other names that mean it alone; case does not matter."),
      .optional(
        "acronyms", each: "acronym", .several(.text),
        "Short names that others share: whoever uses one is asked which is meant."),
      .required("kind", .one(.frameworkKind), "What it is."),
      .optional(
        "country", .several(.country),
        "The country or countries, or parts of one, that it belongs to."),
      .optional(
        "sector", .several(.sector),
        "The sectors of education of its qualifications; leave it out if it has those of all."),
      title,
      .optional("authority", .part(authority), "Who is responsible for it."),
      .optional(
        "version", .part(version),
        "Which version this is; leave it out if there is only one and no source gives a date."),
      .optional("supersedes", .one(.framework), "The version before: 'xx-nqf@2010'."),
      .optional("uri", .one(.text), "A global name, if it has one."),
      licence,
      usualSource,
      .optional(
        "open", .one(.flag),
        "Whether its links may lead to concepts that are not in the library, as a register's do."),
    ])

  /// An authority.
  package static let authority = DescriptorPart(
    "authority", "The authority that is responsible.",
    [
      .required("name", .one(.text), "Its name."),
      .optional("url", .one(.url), "Its address on the web."),
    ])

  /// A version.
  package static let version = DescriptorPart(
    "version", "A version of a framework, by its label and the days it was in force.",
    [
      .optional(
        "label", .one(.versionLabel),
        "Its usual label: letters and digits without spaces, such as a year."),
      .optional(
        "from", .one(.date), "The first day in force, or the earliest that it may have been."),
      .optional("by", .one(.date), by),
      .optional("to", .one(.date), "The last day in force."),
    ])

  /// A level.
  package static let level = DescriptorPart(
    "level", "A level of the framework.", conceptKeys + linksOfConcept + [names, notes])

  /// A qualification.
  package static let qualification = DescriptorPart(
    "qualification", "A type of qualification, or a single award.",
    conceptKeys + [
      .optional(
        "level", .several(.code),
        "The code of its level; several if each award is placed separately.")
    ] + linksOfConcept + [names, notes])

  /// A concept of a classification.
  package static let concept = DescriptorPart(
    "concept", "A concept of a classification.",
    conceptKeys + linksOfConcept + [names, notes])

  /// What the framework as a whole is linked to.
  package static let frameworkLinks = DescriptorPart(
    "framework-links", "The links of a framework as a whole.",
    relations.map { .optional($0.rawValue, .parts(link), $0.meaning) })

  private static let conceptKeys: [DescriptorKey] = [
    .required(
      "code", .one(.code), "The code, to the last byte: '0110', '4+', 'Entry level'."),
    title,
    .optional(
      "alternatives", each: "alternative", .localizedLists, "Other titles, by language."),
    .optional(
      "tier", .one(.text), "Its step, in the publisher's words: 'minor group', 'main level'."),
    .optional("uri", .one(.text), "A global name, if it has one."),
    .optional("status", .one(.text), "Its status in the register, in the authority's words."),
    .optional("valid", .part(validity), "When it is, or was, on offer or in its register."),
    .optional(
      "workload", .several(.workload),
      "How much learning it represents: '180 ects', '60-65 guided-hours', '3 years'."),
    .optional(
      "sector", .several(.sector),
      "The sectors of education that award it; the level's or the framework's if it is left out."),
    source,
  ]

  private static let linksOfConcept: [DescriptorKey] = relations.map { relation in
    .optional(
      relation.rawValue, .parts(relation.mayLeadToFramework ? link : linkToConcept),
      relation.meaning)
  }

  /// The relations that are keys of a level, a qualification, a concept, or a framework as a whole.
  package static let relations: [Relation] =
    [
      .referencedTo, .comparedTo, .evaluatedAs, .classifiedAs, .belowScale, .noneAgreed,
      .notReferenced, .notUsable, .declaredEquivalent, .supersedes, .atLevel, .attests,
      .preparesFor, .requiresEssential, .requiresOptional, .broader, .awardedBy, .inField, .partOf,
      .noMatch,
    ] + Relation.matches + Relation.negatives
}

extension Relation {
  /// Whether what a level or a qualification is linked to in this way may be a framework as a whole.
  package var mayLeadToFramework: Bool { isNull || self == .noMatch }
}
