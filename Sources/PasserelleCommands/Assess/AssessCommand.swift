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

      A batch in JSON Lines has a profile on each line. One in CSV has a row for each case, with the \
      columns reference, from, target; title, country, id, date, body, field, workload, document; work, \
      occupation, work country, years, evidence; all but the first are optional.
      """)

  /// How a statement is written.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, html
  }

  @Argument(help: ArgumentHelp("The profile, in YAML or JSON.", valueName: "profile"))
  var profile: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The destination country.", valueName: "country"))
  var destination: String?

  @Option(help: "The purpose: study, regulated or work.")
  var purpose: PurposeOptions.Choice?

  @Option(help: "How to write the statement: text, json or html; a replay is written in json.")
  var format: Form?

  @Option(
    help: ArgumentHelp(
      "Make a filed statement again, and report what has changed.", valueName: "statement.json"))
  var replay: String?

  @OptionGroup var many: BatchOptions
  @OptionGroup var speech: LanguageOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard [profile, replay, many.batch].count(where: { $0 != nil }) == 1 else {
      throw ValidationError(
        "name one of: a profile, a file with '--batch', a statement with '--replay'")
    }
    if replay != nil {
      guard destination == nil, purpose == nil, speech.language == nil, date.asOf == nil else {
        throw ValidationError(
          "a replay asks what the statement asked: leave out '--for', '--purpose', '--language' and "
            + "'--as-of'")
      }
    } else if destination == nil || purpose == nil {
      throw ValidationError("name the destination with '--for' and the purpose with '--purpose'")
    }
    if replay != nil, format != nil, format != .json {
      throw ValidationError("a replay is written in json, for its bytes are compared")
    }
    if many.batch != nil, format != nil {
      throw ValidationError(
        "the answers of a batch have the form of its questions; leave out '--format'")
    }
  }

  func run() throws {
    let library = try options.library()
    // Statements are numbered by the hash of the content, which takes long to make.
    library.store.rememberContentHash()
    if let replay { return try run(ComparabilityReplay(path: replay), in: library) }
    guard let destination, let purpose = purpose?.purpose else { return }
    let language = try speech.language(in: options.locations)
    let order = ComparabilityOrder(
      destination: destination, purpose: purpose, language: language.name)
    let day = try date.day()
    if let batch = many.batch { return try run(batch, order, on: day, in: library, language) }
    guard let profile else { return }
    let record = try ProfileSource(library.loader).wholeProfile(at: profile)
    let answer = try library.store.read { try Desk($0, day: day).assess(record, for: order) }
    switch format ?? .text {
    case .text: try Console.print(answer, as: .text, in: language)
    case .json: try Console.print(answer, as: .json, in: language)
    case .html: Console.print(answer.page(in: language).trimmed)
    }
  }

  private func run(
    _ batch: String, _ order: ComparabilityOrder, on day: Day, in library: Library,
    _ language: Language
  ) throws {
    let profiles = ProfileSource(library.loader)
    let graphHash = try library.store.read { try $0.contentHash() }
    let maker = { @Sendable (graph: StoredGraph) in
      try ComparabilityMaker(Desk(graph, day: day), order: order, graphHash: graphHash)
    }
    // A destination that means nothing is wrong for all rows, and reported before any is read.
    _ = try library.store.read(maker)
    try many.run(batch, in: library.store) { graph in
      AssessClerk(try maker(graph), profiles: profiles, in: language)
    }
  }

  private func run(_ replay: ComparabilityReplay, in library: Library) throws {
    let record = try ProfileSource.whole(replay.record(by: ProfileSource(library.loader)))
    let now = try replay.blamingTheFile {
      let language = try Language(replay.order.language, in: options.locations.languages)
      return try library.store.read { graph in
        try Desk(graph, day: replay.day).assess(record, for: replay.order).json(in: language)
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
