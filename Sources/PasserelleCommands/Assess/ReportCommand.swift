internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore
internal import Synchronization

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", _superCommandName: "passerelle",
    abstract: "Report by group what the sources have for a file of cases.",
    discussion: """
      The file is a table of cases in CSV, as 'assess --batch' takes it, with further columns of your own \
      that name groups: sex, age, level, direction. The report has counts and shares only; nothing of \
      the file is stored, and small groups and counts are hidden.
      """)

  /// How a report is written.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, csv, xlsx, html
  }

  @Argument(help: ArgumentHelp("The cases, in CSV.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The columns that name the groups: sex,age,level.", valueName: "columns"))
  var by: String

  @Option(
    help: ArgumentHelp(
      "Put the numbers of a column in bands: 'age' for 15–24, 25–34 … 65+, or 'age=18,30,50'.",
      valueName: "column"))
  var bands: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many cases a group, and each count of it, must have to be shown.", valueName: "count"))
  var threshold = 5

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The destination country, where a row names none.", valueName: "country"), completion: .places
  )
  var destination: String?

  @Option(help: "The purpose, where a row names none: study, regulated or work.")
  var purpose: PurposeOptions.Choice?

  @Option(help: "How to write the report: text, json, csv, xlsx (a workbook) or html.")
  var format = Form.text

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var sheets: SheetOption
  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard (3...1_000).contains(threshold) else {
      throw ValidationError("'--threshold' is a number from 3 to 1000")
    }
    _ = try columns()
  }

  func run() throws {
    let columns = try columns()
    let (library, language, day) = (
      try ask.options.library(), try ask.language(), try ask.date.day()
    )
    library.store.rememberContentHash()
    let graphHash = try library.store.read { try $0.contentHash() }
    let defaults = AssessClerk.Defaults(
      destination: destination, purpose: purpose?.purpose, language: language.name)
    let profiles = ProfileSource(library.loader)
    let make = { @Sendable (graph: StoredGraph) in
      AssessClerk(defaults, profiles: profiles, in: language) { order in
        try ComparabilityMaker(Desk(graph, day: day), order: order, graphHash: graphHash)
      }
    }
    let table = try sheets.table(at: file, ask.options.locations)
    let reader = try BatchReader(
      table,
      needing: AssessClerk.neededColumns + defaults.neededColumns
        + columns.map { $0.name.lowercased() })
    guard case .csv = reader.form else { throw BatchError.notATable(file) }
    let tally = Mutex(GroupTally(by: columns))
    let display = progress.display()
    let run = BatchOptions.run(table, telling: display)
    let (_, failed) = try display.showing("answering") {
      try run.run(reader, from: library.store, by: make) { row, clerk -> GroupTally.Case? in
        try clerk.tallied(row, by: columns)
      } failing: { _, _ in
        nil
      } receive: { cases in
        tally.withLock { tally in cases.forEach { $0.map { tally.add($0) } } }
      }
    }
    try print(
      GroupsAnswer(
        tally.withLock { $0 }, failed: failed, asOf: day, graph: graphHash, threshold: threshold),
      in: language)
    guard failed > 0 else { return }
    Console.error("\(failed) rows failed, and are not counted")
    throw ExitStatus.findings
  }

  private func print(_ answer: GroupsAnswer, in language: Language) throws {
    switch format {
    case .text: try Console.print(answer, as: TableFormat.text, in: language)
    case .json: try Console.print(answer, as: TableFormat.json, in: language)
    case .csv:
      try Console.print(answer, as: TableFormat.csv, in: language)
      // The table has counts alone.
      if let mark = answer.trialMark(in: language) { Console.error(mark) }
    case .xlsx: try Console.print(answer, as: TableFormat.xlsx, in: language)
    case .html: Console.print(answer.page(in: language).trimmed)
    }
  }

  /// The columns of groups, with their bands.
  private func columns() throws -> [GroupTally.Column] {
    let names = by.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard !names.isEmpty else {
      throw ValidationError("name the columns of groups with '--by', such as '--by sex,age'")
    }
    var banded: [String: Bands] = [:]
    for option in bands {
      let parts = option.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard let name = parts.first, names.contains(where: { $0.lowercased() == name.lowercased() })
      else {
        throw ValidationError("'--bands \(option.printable)' names no column of '--by'")
      }
      guard let bands = parts.count == 1 ? Bands.ages : Bands(parts[1]) else {
        throw ValidationError(
          "'\(option.printable)' does not say where bands start; write them rising: '\(name.printable)=18,30,50'"
        )
      }
      banded[name.lowercased()] = bands
    }
    return names.map { GroupTally.Column($0, bands: banded[$0.lowercased()]) }
  }
}
