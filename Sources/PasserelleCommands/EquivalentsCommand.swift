internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers

struct EquivalentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equivalents", _superCommandName: "passerelle",
    abstract: "List what is at the same reference level in a country or framework.",
    discussion: """
      What a law or agreement declares equivalent is listed separately, within its scope. A shared \
      reference level declares nothing. A batch has the column, or key, 'id', and 'in' unless '--in' says it \
      for all rows; a table gets a row for each thing found.
      """)

  @Argument(
    help: ArgumentHelp("The level or qualification to look up.", valueName: "id"),
    completion: .concepts)
  var id: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Where to look.", valueName: "country or framework"), completion: .places)
  var target: String?

  @Option(help: "How to write the answer: text, json, csv or xlsx (a workbook).")
  var format = TableFormat.text

  @OptionGroup var many: BatchOptions
  @OptionGroup var aim: PurposeOptions
  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard many.batch != nil else {
      if id == nil { throw ValidationError("name what to look up, or a file with '--batch'") }
      if target == nil { throw ValidationError("name where to look, with '--in'") }
      return
    }
    if id != nil { throw ValidationError("with '--batch' the questions are in the file") }
    if many.resume {
      throw ValidationError("'--resume' cannot count answers of several rows; run the batch again")
    }
  }

  func run() throws {
    if let batch = many.batch { return try run(batch) }
    guard let id, let target else { return }
    let reply = try ask.desk { try $0.equivalents(of: id, in: target, for: aim.purpose) }
    try Console.print(reply, as: format, in: ask.language(), from: ask)
  }
  private func run(_ batch: String) throws {
    let (day, purpose, language) = (try ask.date.day(), aim.purpose, try ask.language())
    let question = RecodeClerk.Question.named(in: target)
    let memory = RecodeMemory()
    let asked = BatchQuestion(
      "equivalents", asOf: day, in: language, ["in": target, "purpose": purpose?.rawValue])
    let table = try many.sheets.table(at: batch, ask.options.locations)
    let outcome = try many.work.run(
      BatchJob(table, into: many.output, asking: asked), in: ask.options.library().store,
      needing: question.neededColumns, adding: question.answerColumns
    ) { graph in
      try RecodeClerk(
        Desk(graph, day: day, today: .today()), question, for: purpose, in: language,
        remembering: memory)
    }
    Console.report(outcome.tally, of: outcome.rows)
  }
}
