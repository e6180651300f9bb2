extension Sheet {
  /// A part of the sheet in its words alone, without the numbers of its sources: what stays the same
  /// while nothing that it says changes.
  package struct Part: Sendable {
    package var heading: String
    package var words: [String]
  }

  /// All parts of the sheet, in their order.
  package var parts: [Part] {
    let head = Part(heading: title, words: (summary + head).flatMap { [$0.name, $0.value] })
    let sources = Part(
      heading: sourcesHeading, words: sources.flatMap { [$0.text, $0.url ?? ""] }.sorted())
    return ([head] + sections.map { Part(heading: $0.heading, words: $0.blocks.flatMap(\.words)) })
      .map { Part(heading: $0.heading.unmarked, words: $0.words.map(\.unnumbered)) } + [sources]
  }
}

extension Sheet.Block {
  fileprivate var words: [String] {
    switch self {
    case .heading(let text), .text(let text): [text]
    case .facts(let facts): facts.flatMap { [$0.name, $0.value] }
    case .table(let header, let rows), .records(let header, let rows): header + rows.joined()
    case .list(let items): items
    case .groups(let groups): groups.joined().flatMap { [$0.name, $0.value] }
    case .ladder(let ladder):
      ladder.rows.flatMap { row in [row.level] + (row.from + row.to).map(\.text) }
    case .picture: []
    case .details(let summary, let blocks): [summary] + blocks.flatMap(\.words)
    }
  }
}

extension String {
  /// The text without marks and without the numbers of sources.
  fileprivate var unnumbered: String { unmarked.replacing(/\[\d+\]/, with: "") }
}
