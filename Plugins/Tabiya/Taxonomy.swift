import PasserelleKit

/// One file of a taxonomy, known by its columns.
struct TaxonomyFile {
  /// What the rows of a file are.
  enum Content {
    /// What the taxonomy is.
    case model
    /// Occupations, groups of them, skills, or groups of skills.
    case entities
    case hierarchy
    case relations

    init?(_ table: Table) {
      if table.hasColumns(["NAME", "LOCALE", "VERSION"]) {
        self = .model
      } else if table.hasColumns(["ID", "PREFERREDLABEL", "UUIDHISTORY"]) {
        self = .entities
      } else if table.hasColumns(["PARENTID", "CHILDID", "PARENTOBJECTTYPE"]) {
        self = .hierarchy
      } else if table.hasColumns(["OCCUPATIONID", "SKILLID", "RELATIONTYPE"])
        || table.hasColumns(["REQUIRINGID", "REQUIREDID", "RELATIONTYPE"])
      {
        self = .relations
      } else {
        return nil
      }
    }
  }

  let table: Table
  let content: Content

  init(_ part: SourcePart) throws(Diagnostic) {
    let table = try part.table()
    guard let content = Content(table) else {
      throw .error(
        .notTabiya, at: table.headerPosition, "this is not a file of a Tabiya taxonomy",
        hint: "it has the columns \(table.header.map { "'\($0)'" }.joined(separator: ", "))")
    }
    (self.table, self.content) = (table, content)
  }
}

/// The files of a taxonomy, and what they say of it as a whole.
struct Taxonomy {
  private let files: [TaxonomyFile]
  private var title = "Tabiya taxonomy"
  private var name = FrameworkName(series: "tabiya")
  private var country: CountryCode?
  /// The language of the labels: English where the taxonomy does not say.
  private(set) var language: LanguageTag
  /// Where the taxonomy starts.
  let position: SourcePosition

  /// The key of the one document that everything rests on.
  static let source = "tabiya"

  init(_ source: Source, graph: GraphWriter) throws(Diagnostic) {
    var (files, broken): ([TaxonomyFile], [Diagnostic]) = ([], [])
    for part in source.parts {
      do throws(Diagnostic) { files.append(try TaxonomyFile(part)) } catch { broken.append(error) }
    }
    // What is missing may be what is broken.
    let hasEntities = files.contains { $0.content == .entities }
    for problem in hasEntities ? broken[...] : broken.dropLast() { graph.report(problem) }
    guard let first = files.first(where: { $0.content == .entities }),
      let english = LanguageTag("en")
    else {
      throw broken.last
        ?? .error(
          .missingPart, at: source.main.position,
          "the files of occupations or skills are missing, whose IDs the other files use",
          hint: "give the whole folder")
    }
    self.files = files
    position = first.table.headerPosition
    language = english
    if let model = files.first(where: { $0.content == .model }) { try read(model.table, graph) }
  }

  private mutating func read(_ table: Table, _ graph: GraphWriter) throws(Diagnostic) {
    let columns = (
      name: try table.column("NAME"), version: try table.column("VERSION"),
      locale: try table.column("LOCALE")
    )
    let history = table.optionalColumn("UUIDHISTORY")
    try table.forEachRow { row throws(Diagnostic) in
      if let text = row.text(columns.locale) {
        guard let locale = Locale(text) else {
          throw .error(
            LanguageTag.diagnosticID, at: row.position(columns.locale),
            "'\(text.prefix(60).printable)' is neither a country nor a language",
            hint: "write the country and the language of the labels, such as 'KE-en'")
        }
        (country, language) = (locale.country, locale.language ?? language)
        if locale.language == nil {
          graph.report(
            .warning(
              .noLanguage, at: row.position(columns.locale),
              "'\(text)' names a country and not a language; the labels are taken for English",
              hint: "write the language behind the country, such as '\(text)-en'"))
        }
      }
      title = row.text(columns.name) ?? title
      let series = TaxonomyName(
        row.text(columns.name), country: country, history: row.text(history)
      ).series
      let label = row.text(columns.version)
      name = label.flatMap { FrameworkName("\(series)@\($0)") } ?? FrameworkName(series: series)
    }
  }

  func files(of content: TaxonomyFile.Content) -> [TaxonomyFile] {
    files.filter { $0.content == content }
  }

  var framework: Framework {
    var framework = Framework(
      name: name, kind: .competences,
      title: LocalizedText([LocalizedText.Entry(language, title)]))
    framework.countries = [country].compactMap(\.self)
    framework.source = Self.source
    return framework
  }

  /// The files say nothing of who answers for them or of a licence.
  var document: Document {
    Document(key: Self.source, title: title)
  }
}
