internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel
internal import PasserelleStore

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what the store holds, and print the hash of its content.")

  @Option(help: "How to write the counts: text or json.")
  var format = OutputFormat.text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let statistics = try options.library().store.read { try $0.statistics() }
    switch format {
    case .text: Console.print(lines(of: statistics).joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(StatisticsAnswer(statistics)))
    }
  }

  private func lines(of statistics: Statistics) -> [String] {
    var table = OutputTable(columns: ["name", "kind", "concepts", "links", "tiers"])
    for publication in statistics.publications {
      table.rows.append([
        publication.name, publication.kind, "\(publication.concepts) concepts",
        "\(publication.links) links",
        publication.tiers.map { "\($0.count) \($0.name)" }.joined(separator: ", "),
      ])
    }
    let publications = (try? table.rendered(as: .text)) ?? ""
    return [
      publications, "",
      "frameworks    " + counts(statistics.frameworks),
      "concepts      " + counts(statistics.concepts),
      "links         " + counts(statistics.links),
      "procedures    " + counts(statistics.procedures),
      "sources       \(statistics.documents)",
      "not verified  \(statistics.unverified)",
      "content hash  \(statistics.contentHash)",
    ]
  }

  private func counts(_ counts: [Statistics.Count]) -> String {
    let total = counts.reduce(0) { $0 + $1.count }
    return "\(total): " + counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}

/// The answer of `stats`, as JSON.
private struct StatisticsAnswer: Encodable {
  struct Publication: Encodable {
    var name: String
    var kind: String
    var concepts: Int
    var links: Int
    var tiers: [String: Int]
    var bundled: Bool
  }

  var publications: [Publication]
  var frameworks: [String: Int]
  var concepts: [String: Int]
  var links: [String: Int]
  var procedures: [String: Int]
  var sources: Int
  var notVerified: Int
  var contentHash: String

  init(_ statistics: Statistics) {
    func dictionary(_ counts: [Statistics.Count]) -> [String: Int] {
      Dictionary(counts.map { ($0.name, $0.count) }, uniquingKeysWith: +)
    }
    publications = statistics.publications.map {
      Publication(
        name: $0.name, kind: $0.kind, concepts: $0.concepts, links: $0.links,
        tiers: dictionary($0.tiers), bundled: $0.isBundled)
    }
    frameworks = dictionary(statistics.frameworks)
    concepts = dictionary(statistics.concepts)
    links = dictionary(statistics.links)
    procedures = dictionary(statistics.procedures)
    sources = statistics.documents
    notVerified = statistics.unverified
    contentHash = statistics.contentHash
  }
}
