// Who decides on foreign qualifications in a country: beside a framework, or on its own.

extension DescriptorPart {
  /// A descriptor of the recognition of foreign qualifications in a country.
  package static let recognitionDescriptor = DescriptorPart(
    "recognition-descriptor",
    "Who decides on foreign qualifications in a country, and whom to ask first.",
    [
      formatVersion,
      .required("recognition", .part(recognition), "The country, and what this is called."),
      sources, procedures, notes,
    ])

  /// The recognition of foreign qualifications in a country.
  package static let recognition = DescriptorPart(
    "recognition",
    "The recognition of foreign qualifications in a country, with a framework or without.",
    [
      .required(
        "id", .one(.framework), "The name, the country first, such as 'kr-recognition'."),
      .required("country", .several(.country), "The country, or the part of one."),
      title, licence, usualSource,
    ])

  static let procedures = DescriptorKey.optional(
    "procedures", .list(procedure, each: "procedure"),
    "Who decides on a foreign qualification, for each purpose.")

  /// A procedure of recognition.
  package static let procedure = DescriptorPart(
    "procedure", "Who decides on a foreign qualification, for one purpose or several.",
    [
      .required("purpose", .several(.purpose), "What the qualification is to be used for."),
      .optional("title", .localized, "The name of the scheme, if it has one."),
      .optional(
        "firstContacts", each: "firstContact", .several(.text), "Whom to ask first."),
      .optional(
        "informationCentres", each: "informationCentre", .several(.text), "Who informs."),
      .optional(
        "decides", .several(.text),
        "Who decides; 'employer', 'institution' and 'competent-authority' are put into words by answers."
      ),
      .optional(
        "issues", .several(.text), "Who issues a statement that is not binding by itself."),
      .optional(
        "binding", .one(.flag),
        "Whether the outcome is binding; leave it out if the source does not say."),
      .optional("legalBasis", .several(.text), "The laws that the decision is based on."),
      .optional(
        "laws", .list(law, each: "law"), "Laws that cover the titles of some countries only."),
    ] + coverage + [
      .optional("url", .one(.url), "Where the procedure is described, or applied for."),
      .optional("note", .localized, "What else a person must know."),
      .optional("valid", .part(validity), "When it is valid."),
      source, verified,
    ])

  /// A law.
  package static let law = DescriptorPart(
    "law", "A law that covers the titles of some countries only.",
    [
      .required("title", .one(.text), "What it is called."),
      .required("origins", .several(.origin), "Whose titles it covers."),
    ])

  /// What a procedure covers.
  private static let coverage: [DescriptorKey] =
    [
      .optional(
        "origins", .several(.origin),
        "Whose titles it covers; leave it out if the source does not say."),
      .optional(
        "sector", .several(.sector),
        "The sectors of education whose titles it covers; all if it is left out."),
    ] + fieldsAndOccupations + [.optional("covers", .localized, "What it covers, in words.")]

  /// Which part of learning and work something is about.
  static let fieldsAndOccupations: [DescriptorKey] = [
    .optional(
      "fields", each: "field", .several(.concept),
      "The fields of education that it covers, such as 'isced-f-2013:0913'; all if none is named."),
    .optional(
      "occupations", each: "occupation", .several(.concept),
      "The occupations that it covers, such as 'isco-08:2221'; all if none is named."),
    .optional(
      "exceptFields", each: "exceptField", .several(.concept),
      "The fields of education that it excepts."),
    .optional(
      "exceptOccupations", each: "exceptOccupation", .several(.concept),
      "The occupations that it excepts."),
  ]
}
