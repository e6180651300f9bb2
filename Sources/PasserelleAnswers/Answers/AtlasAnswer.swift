internal import PasserelleGraph
internal import PasserelleModel

/// How each of some frameworks is linked to each other one.
public struct AtlasAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "atlas"

  /// A framework, and how many others it is linked to in each way.
  public struct Row: Encodable, Sendable {
    /// Its name.
    public let id: String
    /// Its countries.
    public let countries: [String]
    /// Its preferred title.
    public let title: String
    /// How many others it is linked to, by the kind of link.
    public let counts: [String: Int]
  }

  /// How one framework is linked to another.
  public struct Cell: Encodable, Sendable {
    /// The framework of the row.
    public let from: String
    /// The framework of the column.
    public let to: String
    /// The kind of link, by its token: `chained`.
    public let reach: String
    /// The reference frameworks or classifications that link them.
    public let via: [String]
    /// How firm the weakest statement is that the link is based on.
    public let grade: String?
    /// Whether one side has no source from the ten years before the day.
    public let old: Bool
    /// The numbers of the sources, from 1.
    public let sources: [Int]
    /// The kind of link.
    let kind: Reach

    private enum CodingKeys: String, CodingKey {
      case from, to, reach, via, grade, old, sources
    }
  }

  /// The day as of which the atlas holds.
  public let asOf: String
  /// The hash of everything that the library says.
  public let contentHash: String
  /// The frameworks, in the order of the rows.
  public let frameworks: [Row]
  /// How each framework is linked to each other one, row by row.
  public let cells: [Cell]
  /// What the links are based on.
  public let sources: [EvidenceAnswer]

  init(_ atlas: Atlas, contentHash: String) {
    asOf = atlas.day.description
    self.contentHash = contentHash
    frameworks = atlas.frameworks.enumerated().map { index, framework in
      let counts = atlas.counts(ofRow: index).map { ($0.key.rawValue, $0.value) }
      return Row(
        id: framework.name.description, countries: framework.countries.map(\.description),
        title: framework.title.preferred ?? framework.name.description,
        counts: Dictionary(counts, uniquingKeysWith: +))
    }
    var numbers: [EvidenceAnswer.Citation: Int] = [:]
    var sources: [EvidenceAnswer] = []
    func number(_ evidence: Evidence) -> Int {
      let answer = EvidenceAnswer(evidence)
      if let known = numbers[answer.citation] { return known }
      sources.append(answer)
      numbers[answer.citation] = sources.count
      return sources.count
    }
    let names = atlas.frameworks.map(\.name.description)
    cells = zip(names, atlas.cells).flatMap { from, row in
      zip(names, row).compactMap { to, cell in
        cell.map { cell in
          Cell(
            from: from, to: to, reach: cell.reach.rawValue, via: cell.via.map(\.description),
            grade: cell.basis.grade?.name, old: cell.basis.isOld,
            sources: cell.basis.evidence.map(number), kind: cell.reach)
        }
      }
    }
    self.sources = sources
  }

  /// A row for each cell: tidy, so that it can be filtered and counted.
  public func table(in language: Language) -> Table {
    let names = sources.map { source in
      [source.authority, source.document, source.date].compactMap { $0 }.joined(separator: ", ")
    }
    return Table(
      columns: ["from", "to", "kind", "via", "grade", "old", "source"],
      rows: cells.map { cell in
        [
          cell.from, cell.to, cell.reach, cell.via.joined(separator: " "), cell.grade ?? "",
          cell.old ? "yes" : "", cell.sources.map { names[$0 - 1] }.joined(separator: "; "),
        ]
      })
  }
}
