internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Make a statement of comparability of what a person brings.",
    discussion: """
      The profile names certificates, work, competences and languages, and no person. It is read and \
      forgotten. The statement says what the sources carry, and decides nothing.

      A batch in JSON Lines has a profile on each line. One in CSV has a row for each case, with the \
      columns reference, from, target; title, country, id, date, body, field, workload, document; work, \
      occupation, work country, years, evidence; all but the first may be left out.
      """)

  /// How a statement is written.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, html
  }

  @Argument(help: ArgumentHelp("The profile, in YAML or JSON.", valueName: "profile"))
  var profile: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The country where it is to count.", valueName: "country"))
  var destination: String?

  @Option(help: "What for: study, regulated or work.")
  var purpose: PurposeOptions.Choice?

  @Option(help: ArgumentHelp("The language of the statement: en, es, fr.", valueName: "language"))
  var language: String?

  @Option(help: "How to write the statement: text, json or html; a replay is written in json.")
  var format: Form?

  @Option(
    help: ArgumentHelp(
      "Make a filed statement again, and say what has changed.", valueName: "statement.json"))
  var replay: String?

  @OptionGroup var many: BatchOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard [profile, replay, many.batch].count(where: { $0 != nil }) == 1 else {
      throw ValidationError(
        "name one of: a profile, a file with '--batch', a statement with '--replay'")
    }
    if replay != nil {
      guard destination == nil, purpose == nil, language == nil, date.asOf == nil else {
        throw ValidationError(
          "a replay asks what the statement asked: leave out '--for', '--purpose', '--language' and "
            + "'--as-of'")
      }
    } else if destination == nil || purpose == nil {
      throw ValidationError("say where it is to count with '--for', and what for with '--purpose'")
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
    library.store.rememberContentHash()
    if let replay { return try run(StatementReplay(path: replay), in: library) }
    guard let destination, let purpose = purpose?.purpose else { return }
    let order = StatementOrder(
      destination: destination, purpose: purpose, language: language ?? "en", day: try date.day())
    let say = try library.messages(in: order.language)
    if let batch = many.batch { return try run(batch, order, in: library, say) }
    guard let profile else { return }
    let record = try ProfileSource(library.loader).wholeProfile(at: profile)
    let statement = try library.statement(of: record, for: order)
    switch format ?? .text {
    case .text:
      let sheet = StatementWriter(statement, in: say).sheet
      Console.print(StatementText(sheet: sheet).lines.joined(separator: "\n"))
    case .html: Console.print(StatementPage(StatementWriter(statement, in: say).sheet).text.trimmed)
    case .json:
      Console.print(
        try JSONText.encode(StatementAnswer(statement, for: order.destination, in: say)))
    }
  }

  private func run(
    _ batch: String, _ order: StatementOrder, in library: Library, _ say: MessageCatalogue
  ) throws {
    let profiles = ProfileSource(library.loader)
    let graphHash = try library.store.read { try $0.contentHash() }
    // A destination that means nothing is wrong for all rows, and said before any is read.
    _ = try library.store.read { try StatementMaker($0, order: order, graphHash: graphHash) }
    try many.run(batch, in: library.store) { graph in
      AssessWorker(
        maker: try StatementMaker(graph, order: order, graphHash: graphHash), profiles: profiles,
        destination: order.destination, say: say)
    }
  }

  private func run(_ replay: StatementReplay, in library: Library) throws {
    let record = try replay.record(by: ProfileSource(library.loader))
    let (say, statement) = try replay.blamingTheFile {
      (
        try library.messages(in: replay.order.language),
        try library.statement(of: record, for: replay.order)
      )
    }
    let now = try JSONText.encode(
      StatementAnswer(statement, for: replay.order.destination, in: say))
    switch replay.outcome(beside: now) {
    case .same: Console.print(now)
    case .changed(let lines):
      Console.print(lines.map(\.printable).joined(separator: "\n"))
      throw ExitStatus.findings
    }
  }
}

extension Library {
  fileprivate func messages(in language: String) throws -> MessageCatalogue {
    try MessageCatalogue(language: language, in: locations.languages)
  }

  fileprivate func statement(
    of profile: ProfileRecord, for order: StatementOrder
  ) throws -> StatementOfComparability {
    try store.read { graph in
      try StatementMaker(graph, order: order, graphHash: graph.contentHash()).statement(of: profile)
    }
  }
}
