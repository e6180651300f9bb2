internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleStore

struct ReceiptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipts", _superCommandName: "passerelle",
    abstract: "Add up the receipts of a batch, and find rows that were lost, doubled or mixed.",
    discussion: """
      'compare', 'equivalents', 'recode' and 'assess' write a receipt for each batch, or each part of one, \
      with '--receipt'. With '--input' and '--output' the rows of the files are counted and compared, in \
      any order. No library is needed. The exit code is 1 if they do not add up.
      """)

  @Argument(
    help: ArgumentHelp("The receipts, one for each part; or folders of them.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("The file of questions that was cut.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(
    help: ArgumentHelp("A file of answers; may be repeated.", valueName: "file"),
    completion: .file())
  var output: [String] = []

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var speech: LanguageOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let language = try speech.language(in: options.locations)
    let receipts = try SourceFile.files(atAll: files).map { file in
      (file: Optional(file.path), receipt: try BatchReceipt(contentsOf: file.path))
    }
    let answers =
      try output.isEmpty
      ? nil
      : output.reduce(into: RowSum()) { sum, path in
        sum += try RowSum(answersIn: path)
      }
    let answer = ReceiptsAnswer(
      receipts, questions: try input.map { try RowSum(questionsIn: $0) }, answers: answers)
    try Console.print(answer, as: format, in: language)
    if !answer.holds { throw ExitStatus.findings }
  }
}
