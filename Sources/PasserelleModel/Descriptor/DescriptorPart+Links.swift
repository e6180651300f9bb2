// What all descriptors have: sources, links with their evidence, notes; and what is no framework.

extension DescriptorPart {
  /// A document that facts rest on.
  package static let document = DescriptorPart(
    "source", "A document that facts are based on.",
    [
      .requiredInXML("id", .one(.code), "The name by which facts of this file call the document."),
      .required("title", .one(.text), "The title, in the language it was published in."),
      .optional("publisher", .one(.text), "Who published it."),
      .optional("date", .one(.date), "When: a year, a month or a day."),
      .optional("url", .one(.url), "Where it is found."),
      .optional("licence", .one(.text), "Under which licence it may be used."),
      .optional("official", .one(.flag), "true only for a publication of an authority."),
      .optional(
        "via", .one(.text), "Where the text was read, if not in the publication itself."),
      .optional(
        "verified", .one(.flag), "false if the text was not seen, but only recalled."),
    ])

  /// A link to a concept, or to a framework as a whole.
  package static let link = DescriptorPart(
    "link", "What it is linked to, and what that is based on.",
    [.required("to", .one(.identifier), "The framework, or the level: 'eqf', 'eqf:6'.")] + evidence)

  /// A link to a concept.
  package static let linkToConcept = DescriptorPart(
    "link-to-concept", "What it is linked to, and what that is based on.",
    [.required("to", .one(.concept), "The framework and the code: 'eqf:6'.")] + evidence)

  /// A note.
  package static let note = DescriptorPart(
    "note", "Something that the reader must be told.",
    [
      .required("text", .localized, "The text, by language."),
      source, verified,
      .optional(
        "background", .one(.flag),
        "true if it is only background and changes no answer."),
    ])

  /// A further name of a concept.
  package static let name = DescriptorPart(
    "name", "A further name: what it is called besides its title, and who says so.",
    [
      .required("text", .localized, "The name, by language."),
      .required("kind", .one(.nameKind), "What kind of name it is."),
      .optional("valid", .part(validity), "When it was in use."),
      source, verified,
    ])

  /// A span of time.
  package static let validity = DescriptorPart(
    "validity", "When it is valid.",
    [
      .optional("from", .one(.date), "The first day, or the earliest that it may have been."),
      .optional("by", .one(.date), by),
      .optional("to", .one(.date), "The last day."),
    ])

  static let by =
    "The day by which it was valid for certain, if no source gives the first day itself."

  // MARK: - Mappings

  /// A descriptor of mappings between two frameworks.
  package static let mappingsDescriptor = DescriptorPart(
    "mappings-descriptor", "A set of mappings between two frameworks.",
    [
      formatVersion,
      .required("mappings", .part(mappings), "The set itself."),
      sources,
      .optional("links", .list(mapping, each: "link"), "The mappings, one by one."),
      notes,
    ])

  /// A set of mappings.
  package static let mappings = DescriptorPart(
    "mappings", "A published set of mappings.",
    [
      .required("id", .one(.framework), "The name of the set: a-z, 0-9 and hyphens."),
      title,
      .optional("from", .one(.framework), "The framework whose concepts are mapped."),
      .optional("to", .one(.framework), "The framework that they are mapped to."),
      .optional("uri", .one(.text), "The address of the set, if it has one."),
      .optional(
        "fromUri", .one(.text), "The address of the framework 'from', if the source gives one."),
      .optional(
        "toUri", .one(.text), "The address of the framework 'to', if the source gives one."),
      .optional("valid", .part(validity), "When the set is valid."),
      licence,
      usualSource,
      .optional(
        "open", .one(.flag),
        "Whether the mappings may lead to concepts that are not in the library."),
    ])

  /// A mapping.
  package static let mapping = DescriptorPart(
    "mapping", "One mapping.",
    [
      .required("from", .one(.identifier), "What is mapped: 'xx-skills:weld'."),
      .required("relation", .one(.relation), "How the two are related."),
      .required("to", .one(.identifier), "What it is mapped to: 'yy-skills:metal'."),
      fromURI,
    ] + evidence)

  // MARK: - Agreements

  /// A descriptor of an agreement.
  package static let agreementDescriptor = DescriptorPart(
    "agreement-descriptor",
    "A law, an agreement, a programme, or the decisions of a body, and what it declares.",
    [
      formatVersion,
      .required("agreement", .part(agreement), "The agreement itself."),
      sources,
      .optional(
        "declarations", .list(declaration, each: "declaration"),
        "What it declares about qualifications."),
      .optional(
        "decisions", .list(decision, each: "decision"),
        "Individual decisions, which are not binding in other cases."),
      notes,
    ])

  /// An agreement.
  package static let agreement = DescriptorPart(
    "agreement", "A law, an agreement, a programme, or the decisions of a body.",
    [
      .required("id", .one(.framework), "The name by which it is cited: a-z, 0-9 and hyphens."),
      .required("kind", .one(.agreementKind), "What it is."),
      title,
      .optional(
        "from", .several(.country),
        "Whose qualifications or people it is about; any country if it is left out."),
      .optional("to", .several(.country), "Where it applies."),
      .optional("mutual", .one(.flag), "Whether it also applies in the other direction."),
      parties,
      .optional(
        "purpose", .several(.purpose), "What it can be used for; all purposes if it is left out."),
      .optional("date", .one(.date), "When it was signed, adopted or started."),
      .optional("valid", .part(validity), "When it is valid."),
      .optional(
        "lasting", .one(.flag),
        "Whether it still covers, after its last day, qualifications awarded while it was valid; leave it out if the source does not say."
      ),
      .optional(
        "sector", .several(.sector),
        "The sectors of education whose titles it is about; all if it is left out."),
    ] + fieldsAndOccupations + [
      .optional("covers", .localized, "What it recognises."),
      .optional("conditions", .localized, "On what terms."),
      licence, usualSource, verified,
    ])

  /// What an agreement declares of two qualifications.
  package static let declaration = DescriptorPart(
    "declaration", "What the agreement declares about two qualifications.",
    ends + [.optional("mutual", .one(.flag), "Whether it also applies in the other direction.")]
      + terms)

  /// What a body has decided in one case.
  package static let decision = DescriptorPart(
    "decision", "What a body decided in one case.",
    ends + [
      .required("outcome", .one(.outcome), "What was decided.")
    ] + terms)

  private static let ends: [DescriptorKey] = [
    .required("from", .one(.identifier), "The foreign qualification."),
    .required("to", .one(.identifier), "The qualification that it is compared with."),
    fromURI, toURI,
  ]

  private static let terms: [DescriptorKey] =
    [
      date,
      .optional("purpose", .several(.purpose), "What it can be used for."),
      parties, conditions, compensation, confidence,
      .optional("valid", .part(validity), "When it is valid."),
      .optional("note", .localized, "What a reader must know about it."),
      source, verified,
    ] + origin

  // MARK: - What several parts have

  static let formatVersion = DescriptorKey(
    name: "passerelle", element: "version", form: .one(.formatVersion), isRequired: true,
    summary: "The version of this format: 1.")

  static let sources = DescriptorKey.optional(
    "sources", .named(document, each: "source"),
    "The documents that the facts are based on, by name.")

  static let notes = DescriptorKey.optional(
    "notes", .list(note, each: "note"),
    "Notes that change an answer, and that the reader must be told.")

  static let names = DescriptorKey.optional(
    "names", .list(name, each: "name"),
    "Further names that it is found by: abbreviations, former names, what people say.")

  static let title = DescriptorKey.required("title", .localized, "The title, by language.")

  static let licence = DescriptorKey.optional(
    "licence", .one(.text), "The licence of the data.")

  static let usualSource = DescriptorKey.optional(
    "source", .one(.source), "The source of the facts that name none themselves.")

  static let source = DescriptorKey.optional(
    "source", .one(.source), "The source of this, by its name under 'sources'.")

  static let verified = DescriptorKey.optional(
    "verified", .one(.flag), "false if it was not seen in the document.")

  private static let fromURI = DescriptorKey.optional(
    "fromUri", .one(.text), "The address of 'from'; whatever states it as its 'uri' is meant.")

  private static let toURI = DescriptorKey.optional(
    "toUri", .one(.text), "The address of 'to'; whatever states it as its 'uri' is meant.")

  private static let confidence = DescriptorKey.optional(
    "confidence", .one(.confidence), "How sure the source is, from 0 to 1, where it states it.")

  private static let parties = DescriptorKey.optional(
    "parties", each: "party", .several(.text), "Who concluded or decided it.")

  private static let conditions = DescriptorKey.optional(
    "conditions", each: "condition", .several(.text), "On what terms.")

  private static let compensation = DescriptorKey.optional(
    "compensation", .several(.text), "The compensation measures required.")

  private static let date = DescriptorKey.optional(
    "date", .one(.date), "When it was decided, declared or mapped.")

  /// Where a mapping comes from.
  private static let origin: [DescriptorKey] = [
    .optional("justification", .one(.justification), "Why the mapping is believed."),
    .optional("authors", each: "author", .several(.text), "Who made the mapping."),
    .optional("tool", .one(.text), "The program that made the mapping."),
    .optional(
      "details", each: "detail", .several(.text),
      "What else the source says of it, by its own names: 'subject_source_version: v9'."),
  ]

  /// What a link may say beside its two ends.
  private static let evidence: [DescriptorKey] =
    [
      toURI, source,
      .optional("note", .localized, "What a reader must know about it."),
      verified, confidence, parties,
      .optional(
        "purpose", .several(.purpose), "What a declaration or an evaluation can be used for."),
      .optional("valid", .part(validity), "When it is valid."),
      conditions, compensation, date,
    ] + origin
}
