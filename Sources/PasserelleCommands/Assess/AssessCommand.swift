internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", _superCommandName: "passerelle",
    abstract: "Write a statement of comparability for the case file.",
    discussion: """
      The profile names a person's certificates, work, competences and languages, but not the person. \
      It is read and forgotten. The statement reports what the sources state, and decides nothing.

      A standing statement is about a type of qualification and no person: an authority may publish it.

      A batch in JSON Lines has a profile on each line. One in CSV, with commas or semicolons, has a row \
      for each case, with the columns reference, from, target; title, country, id, date, body, field, \
      workload, document; work, occupation, work country, years, evidence; for, purpose; all but the first \
      are optional. What a row says in 'for' and 'purpose' goes before the options. With '--format html' \
      and a new folder as '--output', it writes a page for each case and an index. The exit code is 1 if \
      a case failed.
      """)

  /// How a statement is written.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, html
  }

  @Argument(
    help: ArgumentHelp("The profile, in YAML or JSON.", valueName: "profile"), completion: .file())
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "Write the standing statement of this type of qualification, without a person.",
      valueName: "id"), completion: .concepts)
  var standing: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The destination country.", valueName: "country"), completion: .places)
  var destination: String?

  @Option(help: "The purpose: study, regulated or work.")
  var purpose: PurposeOptions.Choice?

  @Option(help: "How to write the statement: text, json or html; of a batch, html only.")
  var format: Form?

  @Option(
    help: ArgumentHelp(
      "Make a filed statement again, and report what has changed.", valueName: "statement.json"),
    completion: .file())
  var replay: String?

  @OptionGroup var many: BatchOptions
  @OptionGroup var speech: LanguageOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard [profile, standing, replay, many.batch].count(where: { $0 != nil }) == 1 else {
      throw ValidationError(
        "name one of: a profile, a qualification with '--standing', a file with '--batch', a statement "
          + "with '--replay'")
    }
    if replay != nil {
      guard destination == nil, purpose == nil, speech.language == nil, date.asOf == nil else {
        throw ValidationError(
          "a replay asks what the statement asked: leave out '--for', '--purpose', '--language' and "
            + "'--as-of'")
      }
    } else if many.batch == nil, destination == nil || purpose == nil {
      throw ValidationError("name the destination with '--for' and the purpose with '--purpose'")
    }
    if replay != nil, format != nil, format != .json {
      throw ValidationError("a replay is written in json, for its bytes are compared")
    }
    guard many.batch != nil, let format else { return }
    guard format == .html else {
      throw ValidationError(
        "the answers of a batch have the form of its questions; leave out '--format', or write pages "
          + "with '--format html'")
    }
    guard many.work.shard == nil, many.work.receipt == nil else {
      throw ValidationError(
        "'--shard' and '--receipt' count rows; a batch in html is a folder of pages with an index")
    }
    guard many.output != nil, !many.resume else {
      throw ValidationError(
        "a batch in html is a folder with a page for each case: name a new folder with '--output', and "
          + "leave out '--resume'")
    }
  }

  func run() throws {
    let library = try options.library()
    // Statements are numbered by the hash of the content, which takes long to make.
    library.store.rememberContentHash()
    if let replay { return try run(ComparabilityReplay(path: replay), in: library) }
    let language = try speech.language(in: options.locations)
    let day = try date.day()
    if let batch = many.batch { return try run(batch, on: day, in: library, language) }
    guard let destination, let purpose = purpose?.purpose else { return }
    let order = ComparabilityOrder(
      destination: destination, purpose: purpose, language: language.name)
    if let standing {
      let reply = try library.store.read {
        try Desk($0, day: day).standingStatement(on: standing, for: order)
      }
      let known: OutputFormat = format == .json ? .json : .text
      return try print(Console.answer(of: reply, as: known, in: language), in: language)
    }
    guard let profile else { return }
    let record = try ProfileSource(library.loader).wholeProfile(at: profile)
    try print(
      library.store.read { try Desk($0, day: day).assess(record, for: order) }, in: language)
  }

  private func print(_ answer: ComparabilityAnswer, in language: Language) throws {
    switch format ?? .text {
    case .text: try Console.print(answer, as: .text, in: language)
    case .json: try Console.print(answer, as: .json, in: language)
    case .html: Console.print(answer.page(in: language).trimmed)
    }
  }

  private func run(
    _ batch: String, on day: Day, in library: Library, _ language: Language
  ) throws {
    let profiles = ProfileSource(library.loader)
    let graphHash = try library.store.read { try $0.contentHash() }
    let defaults = AssessClerk.Defaults(
      destination: destination, purpose: purpose?.purpose, language: language.name)
    let make = { @Sendable (graph: StoredGraph, order: ComparabilityOrder) in
      try ComparabilityMaker(Desk(graph, day: day), order: order, graphHash: graphHash)
    }
    // A destination that means nothing is wrong for all rows, and reported before any is read.
    if let destination {
      let order = ComparabilityOrder(
        destination: destination, purpose: .work, language: language.name)
      _ = try library.store.read { try make($0, order) }
    }
    let clerk = { @Sendable (graph: StoredGraph) in
      AssessClerk(defaults, profiles: profiles, in: language) { try make(graph, $0) }
    }
    guard format == .html, let folder = many.output else {
      let question = BatchQuestion(
        "assess", asOf: day, today: day, in: language,
        ["for": destination, "purpose": purpose?.rawValue])
      return try many.run(
        batch, asking: question, at: options.locations, in: library.store,
        needing: defaults.neededColumns, by: clerk)
    }
    let table = try many.sheets.table(at: batch, options.locations)
    let reader = try BatchReader(
      table, needing: AssessClerk.neededColumns + defaults.neededColumns)
    let pages = try CaseFolder(path: folder)
    let display = many.work.progress.display()
    var run = BatchOptions.run(table, telling: display)
    // A page is a hundred times as long as a row of answers.
    run.block = 16
    run.jobs = many.work.jobs
    let begun = run
    let (rows, problems) = try display.showing("answering") {
      try begun.run(reader, from: library.store, by: clerk) { row, clerk in
        try clerk.page(of: row)
      } failing: { row, problem in
        CasePage(row, failedFor: problem)
      } receive: { made in
        try pages.write(made)
      }
    }
    let index = try pages.writeIndex(asOf: day, in: language)
    Console.error("\(index.printable): \(rows) cases, \(problems) of them failed")
    if problems > 0 { throw ExitStatus.findings }
  }

  private func run(_ replay: ComparabilityReplay, in library: Library) throws {
    let record =
      replay.standing == nil
      ? try ProfileSource.whole(replay.record(by: ProfileSource(library.loader))) : nil
    let now = try replay.blamingTheFile {
      let language = try Language(replay.order.language, in: options.locations.languages)
      return try library.store.read { graph in
        let desk = try Desk(graph, day: replay.day)
        let answer =
          try record.map { try desk.assess($0, for: replay.order) }
          ?? Console.answer(
            of: desk.standingStatement(on: replay.standing ?? "", for: replay.order), as: .text,
            in: language)
        return try answer.json(in: language)
      }
    }
    switch replay.outcome(beside: now) {
    case .same: Console.print(now)
    case .changed(let lines):
      Console.print(lines.map(\.printable).joined(separator: "\n"))
      throw ExitStatus.findings
    }
  }
}
