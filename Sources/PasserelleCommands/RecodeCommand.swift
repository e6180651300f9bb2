internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

struct RecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode", _superCommandName: "passerelle",
    abstract: "Recode a column of a table from one classification or framework to another.",
    discussion: """
      Each row is repeated for each of its targets, with the relation, the cardinality, the number of \
      targets and the source. Codes that lost zeros or were padded are repaired, and the repair is named; \
      rows without a target stay, with the reason.
      """)

  @Argument(
    help: ArgumentHelp(
      "The table: CSV, parted by commas, semicolons or tabs, or a workbook; '-' is standard input.",
      valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The column with the codes.", valueName: "column"))
  var column: String

  @Option(
    help: ArgumentHelp("What the codes belong to.", valueName: "framework"), completion: .frameworks
  )
  var from: String

  @Option(
    help: ArgumentHelp("What to recode to, such as isco-08 or eqf.", valueName: "framework"),
    completion: .frameworks)
  var to: String

  @Option(
    help: ArgumentHelp("Where to write the table (default: standard output).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Refuse the table unless no row has several targets.")
  var onePerRow = false

  @OptionGroup var work: WorkOptions
  @OptionGroup var sheets: SheetOption
  @OptionGroup var ask: AskOptions

  func validate() throws {
    if onePerRow, file == "-" {
      throw ValidationError("'--one-per-row' reads the table twice; give it as a file")
    }
  }

  func run() throws {
    let (day, language) = (try ask.date.day(), try ask.language())
    let table = try sheets.table(at: file, ask.options.locations)
    let survey = try ColumnSurvey(of: column, in: table)
    let question = RecodeClerk.Question.column(
      column, from: from, to: to, seen: survey.numbers)
    let store = try ask.options.library().store
    if onePerRow { try refuseForks(table, question, day, language, store) }
    let memory = RecodeMemory()
    let asked = BatchQuestion(
      "recode", asOf: day, in: language,
      ["column": column, "from": from, "to": to, "survey": survey.name])
    let outcome = try work.run(
      BatchJob(table, into: output, asking: asked), in: store, needing: question.neededColumns,
      adding: question.answerColumns
    ) { graph in
      try RecodeClerk(
        Desk(graph, day: day, today: .today()), question, in: language, remembering: memory)
    }
    Console.report(outcome.tally, of: outcome.rows)
  }

  private func refuseForks(
    _ table: TableFile, _ question: RecodeClerk.Question, _ day: Day, _ language: Language,
    _ store: CompetenceStore
  ) throws {
    let count = try store.read { graph in
      try ColumnSurvey.severalTargets(
        in: table,
        by: RecodeClerk(Desk(graph, day: day, today: .today()), question, in: language),
        needing: question.neededColumns)
    }
    guard count == 0 else { throw BatchError.severalTargets(file, rows: count) }
  }
}
