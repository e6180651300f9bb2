/// A release in small: one occupation below another, three skills, a group, and each relation.
enum Samples {
  static let base = "http://data.europa.eu/esco"
  static let folder = "ESCO dataset - v1.1.1 - classification - en - csv/"
  static let relations = "ESCO dataset - v1.1.1 - relations/"

  static let occupations = """
    conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,regulatedProfessionNote,inScheme,description,code
    Occupation,\(base)/occupation/o1,7115,carpenter,"wood worker
    carpenter
    timber framer",released,\(base)/regulated-professions/regulated,"\(base)/concept-scheme/occupations,
    \(base)/concept-scheme/8ae4b9f3-507e-4057-a145-2f96f0132613",Carpenters cut timber.,7115.1
    Occupation,\(base)/occupation/o2,7115,roof carpenter,,released,\(base)/regulated-professions/unregulated,\(base)/concept-scheme/occupations,,7115.1.1
    """

  static let skills = """
    conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,inScheme,description,scopeNote
    KnowledgeSkillCompetence,\(base)/skill/s1,skill/competence,cross-sector,cut timber,saw wood,"\(base)/concept-scheme/skills, \(base)/concept-scheme/green",To cut it.,Not metal.
    KnowledgeSkillCompetence,\(base)/skill/s2,knowledge,sector-specific,types of wood,,\(base)/concept-scheme/skills,,
    KnowledgeSkillCompetence,\(base)/skill/s3,,,DigComp area,,\(base)/concept-scheme/skills,,
    """

  static let groups = """
    conceptType,conceptUri,preferredLabel,altLabels,inScheme,description,code
    SkillGroup,\(base)/skill/g1,working with wood,,\(base)/concept-scheme/skills-hierarchy,,S6.1
    SkillGroup,\(base)/isced-f/0722,materials (wood),,\(base)/concept-scheme/isced-f,,
    """

  static let isco = """
    conceptType,conceptUri,code,preferredLabel,inScheme
    ISCOGroup,\(base)/isco/C7,7,Craft workers,\(base)/concept-scheme/isco
    ISCOGroup,\(base)/isco/C7115,7115,Carpenters and joiners,\(base)/concept-scheme/isco
    """

  static let schemes = """
    conceptType,conceptSchemeUri,preferredLabel,hasTopConcept
    ConceptScheme,\(base)/concept-scheme/green,Green,\(base)/skill/s1
    """

  static let occupationSkills = """
    occupationUri,relationType,skillType,skillUri
    \(base)/occupation/o1,essential,skill/competence,\(base)/skill/s1
    \(base)/occupation/o1,optional,knowledge,\(base)/skill/s2
    """

  static let skillSkills = """
    originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
    \(base)/skill/s1,skill/competence,essential,knowledge,\(base)/skill/s2
    """

  static let broader = """
    conceptType,conceptUri,broaderType,broaderUri
    ISCOGroup,\(base)/isco/C7115,ISCOGroup,\(base)/isco/C7
    Occupation,\(base)/occupation/o1,ISCOGroup,\(base)/isco/C7115
    Occupation,\(base)/occupation/o2,Occupation,\(base)/occupation/o1
    """

  static let broaderSkills = """
    conceptType,conceptUri,broaderType,broaderUri
    KnowledgeSkillCompetence,\(base)/skill/s1,SkillGroup,\(base)/skill/g1
    """

  /// The files as they are published: the classification in one folder, the relations in another.
  static let release: [(name: String, text: String)] = [
    (folder + "ISCOGroups_en.csv", isco), (folder + "conceptSchemes_en.csv", schemes),
    (folder + "occupations_en.csv", occupations), (folder + "skillGroups_en.csv", groups),
    (folder + "skills_en.csv", skills), (relations + "broaderRelationsOccPillar.csv", broader),
    (relations + "broaderRelationsSkillPillar.csv", broaderSkills),
    (relations + "occupationSkillRelations.csv", occupationSkills),
    (relations + "skillSkillRelations.csv", skillSkills),
  ]

  /// An occupation, a skill, and how they belong together.
  static let core: [(name: String, text: String)] = [
    (
      "v1.1.1/occupations_en.csv",
      """
      conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,inScheme
      Occupation,e/occupation/o1,7115,carpenter,"joiner
      carpenter","e/green"
      """
    ),
    (
      "v1.1.1/skills_en.csv",
      "conceptType,conceptUri,preferredLabel\nKnowledgeSkillCompetence,e/skill/s1,cut timber\n"
    ),
    (
      "v1.1.1/occupationSkillRelations.csv",
      "occupationUri,relationType,skillUri\ne/occupation/o1,essential,e/skill/s1\n"
    ),
  ]

  /// The release with some files replaced, by the ends of their names.
  static func release(
    replacing files: [String: String]
  ) -> [(name: String, text: String)] {
    release.map { file in
      (file.name, files.first { file.name.hasSuffix($0.key) }?.value ?? file.text)
    }
  }
}
