internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search all labels, across case, accents and word order.",
    discussion: """
      A country or a framework may stand at the beginning or the end of the words: it is searched in, \
      then. Where no label has all words, those that have some are shown, and it is said.
      """)

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
    let day = try date.day()
    var remark = ""
    let table = try options.library().store.read { graph in
      let countries = Dictionary(
        try graph.frameworks().map {
          ($0.name, $0.countries.map(\.description).joined(separator: " "))
        }, uniquingKeysWith: { first, _ in first })
      var table = OutputTable(
        columns: ["id", "country", "kind", "level", "reference", "language", "label"])
      let placer = try Placer(graph, day: day)
      let found = try LabelSearch(graph, day: day, limit: limit).find(words)
      remark = found.remark
      for hit in found.hits {
        let place = try graph.concept(hit.id).map { try Place(of: $0, placer: placer) } ?? Place()
        table.rows.append([
          hit.id.description, countries[hit.id.framework] ?? "", hit.kind, place.level,
          place.reference, hit.label.language.description, hit.label.text,
        ])
      }
      return table
    }
    if !remark.isEmpty { Console.error(remark.printable) }
    if !table.rows.isEmpty || format != .text { Console.print(try table.rendered(as: format)) }
  }
}

/// Where something stands: its level, and what that reaches.
private struct Place {
  var level = ""
  var reference = ""

  init() {}

  init(of record: ConceptRecord, placer: Placer) throws {
    let levels = try placer.levels(of: record)
    level = levels.map(\.level.description).joined(separator: " ")
    reference = try placer.placements(of: record, at: levels.map(\.level))
      .filter { $0.reference != record.id.framework }
      .map(Self.words).joined(separator: " ")
  }

  /// A placement in few words, which claim no more than it does.
  private static func words(for placement: Placement) -> String {
    let levels = placement.namedLevels.map(\.description).joined(separator: " ")
    return switch placement.status {
    case .levels: levels
    case .conflict: "conflict"
    case .comparedOnly: "compared:\(levels)"
    case .null: "none:\(placement.reference)"
    case .unknown: ""
    }
  }
}
