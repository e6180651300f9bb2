import PasserelleKit

/// Reads a file of relations between concepts of a release.
struct RelationReader {
  private let table: Table
  private let catalogue: Catalogue
  private let graph: GraphWriter
  private let from: Table.Column
  private let to: Table.Column
  /// The column that says whether a skill is essential; a file without one is of broader concepts.
  private let type: Table.Column?

  init(_ file: ReleaseFile, _ catalogue: Catalogue, graph: GraphWriter) throws(Diagnostic) {
    table = file.table
    self.catalogue = catalogue
    self.graph = graph
    from = try table.column("conceptUri", "occupationUri", "originalSkillUri")
    to = try table.column("broaderUri", "skillUri", "relatedSkillUri")
    type = file.content == .broader ? nil : try table.column("relationType")
  }

  /// States each row; those that name what the release does not have are counted and reported.
  func read() throws(Diagnostic) {
    var dangling = DanglingRows()
    var pairs: [Int: Int] = [:]
    // The rows of an occupation follow each other.
    var last: (uri: [UInt8], index: Int?) = ([], nil)
    try table.forEachRow { row throws(Diagnostic) in
      // The hierarchy of ISCO-08 is that of its own framework.
      if type == nil, row[from].isGroup { return }
      let first = row.index(of: from) { uri in
        if !uri.elementsEqual(last.uri) { last = (Array(uri), catalogue.index(uri)) }
        return last.index
      }
      guard let first else {
        return dangling.add(row[from], at: row.position)
      }
      guard let relation = relation(of: row) else { return }
      if type == nil, row[to].isGroup {
        if catalogue.isStated(first, in: row[to]) { return }
        guard let group = catalogue.group(row[to]) else {
          return dangling.add(row[to], at: row.position)
        }
        return try add(catalogue.ids[first], relation, group, at: row.position)
      }
      guard let second = row.index(of: to, by: { catalogue.index($0) }) else {
        return dangling.add(row[to], at: row.position)
      }
      let pair = first << 32 | second
      if let earlier = pairs.updateValue(row.position.line, forKey: pair) {
        pairs[pair] = earlier
        return graph.report(
          .warning(
            .duplicatePair, at: row.position,
            "'\(catalogue.ids[first])' and '\(catalogue.ids[second])' appear twice",
            hint: "the first is on line \(earlier), and is kept"))
      }
      try add(catalogue.ids[first], relation, catalogue.ids[second], at: row.position)
    }
    table.reportCorrections(to: graph)
    dangling.report(to: graph, header: table.headerPosition)
  }

  private static let types: [(name: String, relation: Relation)] = [
    ("essential", .requiresEssential), ("optional", .requiresOptional),
  ]

  private func relation(of row: TableRow) -> Relation? {
    guard let type else { return .broader }
    let found = row.index(of: type) { text in
      Self.types.firstIndex { text.elementsEqual($0.name.utf8) }
    }
    let relation = found.map { Self.types[$0].relation }
    if relation == nil {
      graph.report(
        .error(
          .badRelation, at: row.position(type),
          "'\(row[type].prefix(60).printable)' is not how ESCO relates a skill",
          hint: "it writes 'essential' or 'optional'"))
    }
    return relation
  }

  private func add(
    _ from: Identifier, _ relation: Relation, _ to: Identifier, at position: SourcePosition
  ) throws(Diagnostic) {
    try graph.add(.link(Link(from: from, relation, to: to, source: Release.source)), at: position)
  }
}

extension String {
  /// Whether this is the URI of a group of ISCO-08.
  fileprivate var isGroup: Bool { hasPrefix("http://data.europa.eu/esco/isco/") }
}
