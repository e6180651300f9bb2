internal import PasserelleModel
package import PasserelleStore

/// How much the store holds, and the hash of its content.
public struct StatisticsAnswer: Answer {
  /// The kind of answer.
  public static let kind = "statistics"

  /// A publication, and how much it says.
  public struct Publication: Encodable, Sendable {
    /// Its name.
    public let name: String
    /// What kind it is.
    public let kind: String
    /// How many concepts it has.
    public let concepts: Int
    /// How many links it states.
    public let links: Int
    /// How many of its concepts are of each tier.
    public let tiers: [String: Int]
    /// Whether it comes with the program.
    public let bundled: Bool
    /// The tiers in their order.
    let tierNames: [String]

    private enum CodingKeys: String, CodingKey {
      case name, kind, concepts, links, tiers, bundled
    }
  }

  /// The publications, by name.
  public let publications: [Publication]
  /// How many frameworks there are, by kind.
  public let frameworks: [String: Int]
  /// How many concepts, by kind.
  public let concepts: [String: Int]
  /// How many further names, by kind.
  public let names: [String: Int]
  /// How many links, by relation.
  public let links: [String: Int]
  /// How many procedures, by purpose.
  public let procedures: [String: Int]
  /// How many documents are cited.
  public let sources: Int
  /// How many statements were not verified.
  public let notVerified: Int
  /// The hash of everything the store says.
  public let contentHash: String

  /// Counts what a store holds.
  package init(of graph: StoredGraph) throws {
    let statistics = try graph.statistics()
    func dictionary(_ counts: [Statistics.Count]) -> [String: Int] {
      Dictionary(counts.map { ($0.name, $0.count) }, uniquingKeysWith: +)
    }
    publications = statistics.publications.map {
      Publication(
        name: $0.name, kind: $0.kind, concepts: $0.concepts, links: $0.links,
        tiers: dictionary($0.tiers), bundled: $0.isBundled, tierNames: $0.tiers.map(\.name))
    }
    frameworks = dictionary(statistics.frameworks)
    concepts = dictionary(statistics.concepts)
    names = dictionary(statistics.names)
    links = dictionary(statistics.links)
    procedures = dictionary(statistics.procedures)
    sources = statistics.documents
    notVerified = statistics.unverified
    contentHash = statistics.contentHash
  }

  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let rows = publications.map { publication in
      [
        publication.name, say.kind(publication.kind),
        say(.statsConcepts, ["count": say.number(publication.concepts)]),
        say(.statsLinks, ["count": say.number(publication.links)]),
        publication.tierNames.map { "\($0) \(say.number(publication.tiers[$0, default: 0]))" }
          .joined(separator: say.separator),
      ]
    }
    let table = Table(columns: ["name", "kind", "concepts", "links", "tiers"], rows: rows)
    return [table.text, ""] + pen.columns(facts(in: say), indent: "")
  }

  /// The counts of the whole store.
  func facts(in say: Language) -> [(name: String, values: [String])] {
    [
      (say(.statsHeadFrameworks), [Self.words(frameworks, in: say) { say.kind($0) }]),
      (say(.statsHeadConcepts), [Self.words(concepts, in: say) { say.kind($0) }]),
      (
        say(.statsHeadNames),
        [Self.words(names, in: say) { kind in NameKind(kind).map { say($0) } ?? kind }]
      ),
      (say(.statsHeadLinks), [Self.words(links, in: say) { say.relation($0) }]),
      (
        say(.statsHeadProcedures),
        [
          Self.words(procedures, in: say) { purpose in
            Purpose(purpose).map { say($0) } ?? purpose
          }
        ]
      ),
      (say(.statsHeadSources), [say.number(sources)]),
      (say(.statsHeadUnverified), [say.number(notVerified)]),
      (say(.statsHeadHash), [contentHash]),
    ]
  }

  /// The sum, and each count behind its name: so no language has to decline it.
  private static func words(
    _ counts: [String: Int], in say: Language, naming name: (String) -> String
  ) -> String {
    let parts = counts.sorted { $0.key < $1.key }.map { "\(name($0.key)) \(say.number($0.value))" }
    return "\(say.number(counts.values.reduce(0, +))): \(parts.joined(separator: say.separator))"
  }
}
