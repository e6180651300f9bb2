internal import ArgumentParser
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
  static func print(
    _ answer: some TabularAnswer, as format: TableFormat, in language: Language
  ) throws {
    switch format {
    case .text: try print(answer, as: OutputFormat.text, in: language)
    case .json: try print(answer, as: OutputFormat.json, in: language)
    case .csv: print(whole: answer.table(in: language).csv)
    }
  }

  /// Prints the answer of a question, or what the question may mean, which is wrong usage.
  static func print<Content: Answer>(
    _ reply: Reply<Content>, as format: OutputFormat, in language: Language
  ) throws {
    try print(answer(of: reply, as: format, in: language), as: format, in: language)
  }

  /// Prints the list that answers a question, or what the question may mean.
  static func print<Content: TabularAnswer>(
    _ reply: Reply<Content>, as format: TableFormat, in language: Language
  ) throws {
    let shown: OutputFormat = format == .json ? .json : .text
    try print(answer(of: reply, as: shown, in: language), as: format, in: language)
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
