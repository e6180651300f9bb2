internal import ArgumentParser
internal import Foundation
internal import PasserelleAnswers

extension Console {
  /// Prints an answer.
  static func print(
    _ answer: some Answer, as format: OutputFormat, in language: Language
  ) throws {
    switch format {
    case .text:
      let text = answer.text(in: language, ink: ink)
      if !text.isEmpty { print(text) }
    case .json: print(try answer.json(in: language))
    }
  }

  /// Prints a list.
  ///
  /// - Parameters:
  ///   - answer: The list.
  ///   - format: How it is written.
  ///   - language: The language of its words.
  ///   - ask: Where the licences of what it names are known, if it names anything of the library.
  /// - Throws: `WorkbookError` if it cannot be a workbook.
  static func print(
    _ answer: some TabularAnswer, as format: TableFormat, in language: Language,
    from ask: AskOptions? = nil
  ) throws {
    switch format {
    case .text: try print(answer, as: OutputFormat.text, in: language)
    case .json: try print(answer, as: OutputFormat.json, in: language)
    case .csv: print(whole: answer.table(in: language).csv)
    case .xlsx: try printWorkbook(of: answer, in: language, from: ask)
    }
  }

  private static func printWorkbook<Content: TabularAnswer>(
    of answer: Content, in language: Language, from ask: AskOptions?
  ) throws {
    guard isatty(STDOUT_FILENO) == 0 else {
      throw ValidationError("a workbook is for a file: add '> \(Content.kind).xlsx'")
    }
    let table = answer.table(in: language)
    let workbook = try TableWorkbook(Content.kind, columns: table.columns, in: language)
    for row in table.rows { try workbook.add(row) }
    let notes = WorkbookNotes(
      day: try ask?.date.day(), caveats: answer.caveats,
      licences: try ask?.desk { try $0.licences(ofWhat: table) })
    try workbook.finish(notes) { write($0, to: .standardOutput) }
  }

  /// Prints the answer of a question, or what the question may mean, which is wrong usage.
  static func print<Content: Answer>(
    _ reply: Reply<Content>, as format: OutputFormat, in language: Language
  ) throws {
    try print(answer(of: reply, as: format, in: language), as: format, in: language)
  }

  /// Prints the list that answers a question, or what the question may mean.
  static func print<Content: TabularAnswer>(
    _ reply: Reply<Content>, as format: TableFormat, in language: Language,
    from ask: AskOptions? = nil
  ) throws {
    let shown: OutputFormat = format == .json ? .json : .text
    try print(answer(of: reply, as: shown, in: language), as: format, in: language, from: ask)
  }

  /// The answer of a question.
  ///
  /// - Throws: `ExitCode` for wrong usage if the question has several meanings, which are printed.
  static func answer<Content: Answer>(
    of reply: Reply<Content>, as format: OutputFormat, in language: Language
  ) throws -> Content {
    switch reply {
    case .answer(let answer): return answer
    case .ambiguous(let ambiguity):
      switch format {
      case .json: print(try ambiguity.json(in: language))
      case .text: error(ambiguity.text(in: language))
      }
      throw ExitStatus.usage
    }
  }
}
