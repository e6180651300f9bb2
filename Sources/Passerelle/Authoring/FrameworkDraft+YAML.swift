internal import PasserelleModel

extension FrameworkDraft {
  /// The draft in YAML.
  package var yaml: String {
    DescriptorSchema.yamlHead + """
      #
      # One version of one framework. Lines that begin with '#' are not read: they show what may stand there.
      # To fill one in, delete the '#' and the space behind it, and write the value.
      # 'passerelle check' says what is wrong in this file, where, and what is still open.
      # The guide for authorities (Documentation/Authorities.md) explains every part.

      passerelle: 1

      framework:
        id: \(name)
      \(acronymLine)  kind: qualifications-framework
      \(countryLine)  title: \(YAMLText.flow(.localized(title)))
        # authority: {name: "", url: ""}      # who is responsible for the framework
        # version: {label: "", from: }        # where there are several: the name and the first day of this one
        source: \(Self.sourceKey)                         # what a fact rests on where it names no source of its own

      sources:
        \(Self.sourceKey): {title: "\(Self.sourceTitle)", verified: false}
        # Declare each document that you take facts from, under a short name, and write that name
        # behind 'source'. When nothing rests on '\(Self.sourceKey)' any more, delete it.
        # report:
        #   title: ""                         # as the document prints it
        #   publisher: ""
        #   date:                             # 2024, 2024-05 or 2024-05-31
        #   url: ""
        #   official: true                    # only for a publication of an authority

      levels:                                 # the lowest first
      # For each level, one of the two: the level that the report names (\(referenceLevels)), or
      # that it names none. A note says what a reader must know.
      \(levels.map(yaml).joined())
      # What stands at the levels: types of qualifications, or single ones.
      # qualifications:
      #   - code: ""                          # a short name, unlike the code of any level
      #     title: {\(language): ""}
      #     level: "\(levels[0])"                        # several where it depends on the award: ["3", "4"]

      # Who decides on a foreign qualification, for each purpose.
      # procedures:
      #   - purpose: work                     # study, regulated, work or prior-learning
      #     informationCentres: [""]
      #     decides: [""]
      #     binding: false                    # leave it out where the document does not say
      #     legalBasis: [""]

      # What changes an answer, and every reader must be told.
      # notes:
      #   - text: {\(language): ""}

      """
  }

  private var language: String { title.entries.first?.language.description ?? "en" }

  private var acronymLine: String {
    acronym.map { "  acronyms: [\(YAMLText.scalar($0))]\n" } ?? ""
  }

  private var countryLine: String {
    let remark = isTrial ? Self.trialRemark.map { "  # \($0)\n" }.joined() : ""
    let codes = YAMLText.flow(.texts(countries.map(\.description)))
    return countries.isEmpty ? "" : "\(remark)  country: \(codes)\n"
  }

  private func yaml(of level: Code) -> String {
    """
      - code: \(YAMLText.flow(.text(level.description)))
        title: \(YAMLText.flow(.localized(title(of: level))))
        # referencedTo: {to: "\(referenceExample)"}
        # notReferenced: {to: \(reference.name)}

    """
  }
}
