import PasserelleKit

/// One file of a release, known by its columns rather than its name.
struct ReleaseFile {
  /// What the rows of a file are.
  enum Content {
    /// Occupations, skills, groups of skills or groups of ISCO, one a row.
    case concepts
    /// The names of the collections.
    case schemes
    case broader
    case occupationSkills
    case skillSkills
    /// What other files say as well: the members of a collection, the hierarchy of skills in columns.
    case repeated

    init?(_ table: Table) {
      if table.hasColumns(["conceptUri", "broaderUri", "conceptType"]) {
        self = .broader
      } else if table.hasColumns(["conceptUri", "broaderConceptUri"])
        || table.hasColumns(["Level 0 URI", "Level 1 URI"])
      {
        self = .repeated
      } else if table.hasColumns(["conceptType", "conceptUri", "preferredLabel"]) {
        self = .concepts
      } else if table.hasColumns(["conceptSchemeUri", "preferredLabel"]) {
        self = .schemes
      } else if table.hasColumns(["occupationUri", "relationType", "skillUri"]) {
        self = .occupationSkills
      } else if table.hasColumns(["originalSkillUri", "relationType", "relatedSkillUri"]) {
        self = .skillSkills
      } else {
        return nil
      }
    }
  }

  let part: SourcePart
  let table: Table
  let content: Content

  /// Opens a part of a release.
  ///
  /// - Throws: A diagnostic where it is none.
  init(_ part: SourcePart) throws(Diagnostic) {
    let table = try part.table()
    guard let content = Content(table) else {
      throw .error(
        .notESCO, at: table.headerPosition, "this is not a file of an ESCO release",
        hint: "it has the columns \(table.header.map { "'\($0)'" }.joined(separator: ", "))")
    }
    (self.part, self.table, self.content) = (part, table, content)
  }

  /// The name without folders, language and extension: `skills` of `esco/skills_en.csv`.
  var stem: String { String(nameAndLanguage.name) }

  /// The language that the name ends in.
  var language: LanguageTag? { nameAndLanguage.language.flatMap { LanguageTag(String($0)) } }

  private var nameAndLanguage: (name: Substring, language: Substring?) {
    let file = part.name.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".").first ?? ""
    guard let mark = stem.lastIndex(of: "_") else { return (stem, nil) }
    return (stem[..<mark], stem[stem.index(after: mark)...])
  }

  /// What the release calls this file, by what is in it, as a message says it.
  var nameInRelease: String {
    let sample = Source(parts: [part]).tableSample()
    let type = sample.flatMap { table in
      table.optionalColumn("conceptType").flatMap { table.sample($0, rows: 1).first }
    }
    let stem: String? =
      switch (content, type) {
      case (.schemes, _): "conceptSchemes"
      case (_, "Occupation"): "occupations"
      case (_, "ISCOGroup"): "ISCOGroups"
      case (_, "KnowledgeSkillCompetence"): "skills"
      case (_, "SkillGroup"): "skillGroups"
      default: nil
      }
    return stem.map { "'\($0)_en.csv' if they are in English" }
      ?? "with '_en' at its end for English"
  }

  /// The version that the folders of the file name: `1.1.1` of `ESCO dataset - v1.1.1/skills_en.csv`.
  var version: String? {
    part.name.split(separator: "/").dropLast().lazy
      .flatMap { $0.split { !$0.isNumber && $0 != "." } }
      .map { $0.split(separator: ".") }.first { $0.count > 1 }
      .map { $0.joined(separator: ".") }
  }
}
