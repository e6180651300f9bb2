internal import ArgumentParser
internal import PasserelleAnswers
internal import PasserelleModel

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", _superCommandName: "passerelle",
    abstract: "Search all titles and names, across case, accents and word order.",
    discussion: """
      A country or a framework among the words limits the search to it. If nothing has the words, what is \
      near them is shown, with a note: misspelt words, other endings, parts of compound words.
      """)

  @Argument(help: ArgumentHelp("The words to find.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("How many labels to show at most.", valueName: "number"))
  var limit = 20

  @Option(help: "How to write the list: text, json, csv or xlsx (a workbook).")
  var format = TableFormat.text

  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard (1...1000).contains(limit) else {
      throw ValidationError("'--limit' takes a number from 1 to 1000")
    }
  }

  func run() throws {
    let language = try ask.language()
    let answer = try ask.desk { try $0.search(words.joined(separator: " "), limit: limit) }
    if let remark = answer.remark { Console.error(language(remark).printable) }
    try Console.print(answer, as: format, in: language, from: ask)
  }
}
