import PasserelleKit

/// The tables of one folder, sorted out.
struct BundleFolder {
  private let tables: [BundleTable: Table]
  /// The table that the others refer to.
  let publications: Table

  /// Sorts out what is there.
  ///
  /// - Parameters:
  ///   - parts: The files of the folder.
  ///   - graph: Where problems are reported, all but the last.
  /// - Throws: A diagnostic if a file cannot be read, or the one that the others refer to is missing.
  init(_ parts: [SourcePart], graph: GraphWriter) throws(Diagnostic) {
    var (tables, names): ([BundleTable: Table], [BundleTable: String]) = ([:], [:])
    var broken: [Diagnostic] = []
    for part in parts {
      do throws(Diagnostic) {
        let (kind, table) = try Self.open(part)
        if let other = names[kind] {
          throw .error(
            .duplicateTable, at: part.position,
            "'\(other.printable)' is the table '\(kind.rawValue)' already",
            hint: "each folder is one bundle; import two bundles as two folders")
        }
        (tables[kind], names[kind]) = (table, part.name)
      } catch {
        broken.append(error)
      }
    }
    if let last = broken.popLast() {
      for problem in broken { graph.report(problem) }
      throw last
    }
    guard let publications = tables[.publication] else {
      throw .error(
        .missingPart, at: parts.first?.position ?? SourcePosition(file: ""),
        "the table 'publication.csv' is missing, which the other tables refer to",
        hint: "give the whole folder that was exported")
    }
    (self.tables, self.publications) = (tables, publications)
    tellMissing(to: graph)
  }

  subscript(kind: BundleTable) -> Table? { tables[kind] }

  private static func open(_ part: SourcePart) throws(Diagnostic) -> (BundleTable, Table) {
    let table = try part.table()
    table.keepGuards()
    guard let kind = BundleTable(of: table, named: part.name) else {
      throw .error(
        .notBundle, at: table.headerPosition, "this is not a table of a bundle",
        hint:
          "it has the columns \(table.header.map { "'\($0.printable)'" }.joined(separator: ", "))")
    }
    for name in kind.needed {
      guard table.optionalColumn(name) == nil else { continue }
      throw .error(
        .missingColumn, at: table.headerPosition,
        "the table '\(kind.rawValue)' has no column '\(name)'",
        hint: "it has \(table.header.map { "'\($0.printable)'" }.joined(separator: ", "))")
    }
    return (kind, table)
  }

  /// Tells which tables are not there: an export has all of them, if only their heads.
  private func tellMissing(to graph: GraphWriter) {
    let missing = BundleTable.allCases.filter { tables[$0] == nil }.map { "'\($0.file)'" }
    guard !missing.isEmpty else { return }
    graph.report(
      .warning(
        .missingPart, at: publications.headerPosition,
        "tables that an export has and that are not here: \(missing.joined(separator: ", "))",
        hint: "give the whole folder; without them the bundle is read as if they were empty"))
  }
}
