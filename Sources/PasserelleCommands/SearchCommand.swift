internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search all labels, across case, accents and word order.")

  @Argument(help: ArgumentHelp("The words to find.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("How many to show at the most.", valueName: "number"))
  var limit = 20

  @Option(help: "How to write the list: text, json or csv.")
  var format = TableFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard (1...1000).contains(limit) else {
      throw ValidationError("'--limit' takes a number from 1 to 1000")
    }
  }

  func run() throws {
    let text = words.joined(separator: " ")
    let day = try date.day()
    let table = try options.library().store.read { graph in
      let countries = Dictionary(
        try graph.frameworks().map {
          ($0.name, $0.countries.map(\.description).joined(separator: " "))
        }, uniquingKeysWith: { first, _ in first })
      var table = OutputTable(columns: ["id", "country", "kind", "level", "language", "label"])
      for hit in try graph.search(text, limit: limit) {
        let levels = try graph.links(from: hit.record.id)
          .filter { $0.link.validity.contains(day) }
          .filter { $0.link.relation == .atLevel || $0.link.relation == .referencedTo }
          .map(\.link.to.description)
        table.rows.append([
          hit.record.id.description, countries[hit.record.id.framework] ?? "",
          hit.record.concept.tier ?? hit.record.concept.kind.rawValue,
          levels.joined(separator: " "), hit.label.language.description, hit.label.text,
        ])
      }
      return table
    }
    if table.rows.isEmpty { Console.error("nothing has all of the words '\(text.printable)'") }
    if !table.rows.isEmpty || format != .text { Console.print(try table.rendered(as: format)) }
  }
}
