internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all frameworks, or all concepts of one, in their order.")

  @Argument(
    help: ArgumentHelp("'frameworks', or the framework to list.", valueName: "framework"))
  var framework = "frameworks"

  @Option(help: "How to write the list: text, json or csv.")
  var format = TableFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let table = try options.library().store.read { graph in
      guard framework.lowercased() != "frameworks" else { return try frameworks(in: graph) }
      let inquiry = try Inquiry(graph, day: day)
      return try concepts(of: inquiry.frameworks(framework), in: graph, on: day)
    }
    Console.print(try table.rendered(as: format))
  }

  private func frameworks(in graph: StoredGraph) throws -> OutputTable {
    var table = OutputTable(columns: ["id", "country", "from", "to", "kind", "title"])
    for framework in try graph.frameworks() {
      table.rows.append([
        framework.name.description, framework.countries.map(\.description).joined(separator: " "),
        framework.validity.from?.description ?? "", framework.validity.to?.description ?? "",
        framework.kind.rawValue, framework.title.preferred ?? "",
      ])
    }
    return table
  }

  /// Where a concept stands, each place once, and `none` where a source says that it has no place.
  private func references(
    of record: ConceptRecord, in graph: StoredGraph, on day: Day
  ) throws -> String {
    var places: [String] = []
    for link in try graph.links(from: record.id).map(\.link) where link.validity.contains(day) {
      let isPlace = link.relation == .referencedTo || link.relation == .atLevel
      // A null towards a framework says that there is no place in it.
      guard isPlace || (link.relation.isNull && link.to.code == nil) else { continue }
      let place = isPlace ? link.to.description : "none"
      if !places.contains(place) { places.append(place) }
    }
    return places.joined(separator: " or ")
  }

  private func concepts(
    of frameworks: [Framework], in graph: StoredGraph, on day: Day
  ) throws -> OutputTable {
    var table = OutputTable(columns: ["id", "kind", "reference", "title"])
    for framework in frameworks {
      for record in try graph.concepts(of: framework.name) {
        table.rows.append([
          record.id.description, record.concept.tier ?? record.concept.kind.rawValue,
          try references(of: record, in: graph, on: day), record.concept.fullTitle,
        ])
      }
    }
    return table
  }
}
