import PasserelleKit

/// Reads a hierarchy, or the skills that something asks for.
struct TaxonomyRelations {
  private let table: Table
  private let entities: Entities
  private let graph: GraphWriter
  private let from: Table.Column
  private let to: Table.Column
  private let type: Table.Column?

  init(_ file: TaxonomyFile, _ entities: Entities, graph: GraphWriter) throws(Diagnostic) {
    table = file.table
    self.entities = entities
    self.graph = graph
    from = try table.column("CHILDID", "OCCUPATIONID", "REQUIRINGID")
    to = try table.column("PARENTID", "SKILLID", "REQUIREDID")
    type = file.content == .hierarchy ? nil : try table.column("RELATIONTYPE")
  }

  func read() throws(Diagnostic) {
    var (dangling, untyped) = (0, 0)
    var (firstDangling, firstUntyped): (SourcePosition?, SourcePosition?)
    try table.forEachRow { row throws(Diagnostic) in
      guard let subject = entities[row[from]], let object = entities[row[to]] else {
        dangling += 1
        firstDangling = firstDangling ?? row.position
        return
      }
      // The hierarchy of ISCO-08 is that of its own framework.
      guard subject.framework == entities.framework else { return }
      guard let relation = relation(of: row) else {
        untyped += 1
        firstUntyped = firstUntyped ?? row.position
        return
      }
      let link = Link(from: subject, relation, to: object, source: Taxonomy.source)
      try graph.add(.link(link), at: row.position)
    }
    table.reportCorrections(to: graph)
    tell(dangling, "name an ID that none of the files has", .danglingRow, at: firstDangling)
    tell(
      untyped, "do not say whether the skill is essential or optional", .untypedRelation,
      at: firstUntyped)
  }

  private func relation(of row: TableRow) -> Relation? {
    guard let type else { return .broader }
    return switch row[type] {
    case "essential": .requiresEssential
    case "optional": .requiresOptional
    default: nil
    }
  }

  private func tell(_ count: Int, _ what: String, _ id: Diagnostic.ID, at position: SourcePosition?)
  {
    guard let position else { return }
    graph.report(
      .warning(
        id, at: position, "rows that \(what): \(count); this is the first",
        hint: "they are skipped"))
  }
}
