internal import GRDB
package import PasserelleModel

extension ImportTransaction {
  /// Finds what only this transaction knows of the publications that it has written: what they took the
  /// place of, which statements they make twice, which of their links lead nowhere, and which of their sources
  /// nothing rests on.
  ///
  /// The rules of the domain are `Checks`, which are asked of the graph.
  package func problems() throws -> [Diagnostic] {
    try bulk.end(&nodes)
    let repeated = try removeRepeats()
    try settle()
    return try unmarkedTrials + replacementProblems() + repeated + danglingLinks() + openEnds()
      + openVersions()
      + unusedSources()
  }

  /// A source that is declared and that nothing rests on.
  private func unusedSources() throws -> [Diagnostic] {
    let rows = try unusedDocuments.compactMap { document in
      try StoredRow.fetchOne(
        db,
        sql: """
          SELECT publication.file, document.line, document."column", document."key"
          FROM document
          JOIN publication ON publication.id = document.publication
          WHERE document.id = ? AND publication.source IS NOT document."key"
          """, arguments: [document])
    }
    return rows.map { row in
      let key: String = row["key"]
      return .warning(
        "unused-source",
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "nothing here rests on the source '\(key)'",
        hint: "name it where it is used, or leave it out")
    }
  }

  var placeholders: String {
    publications.map { _ in "?" }.joined(separator: ", ")
  }

  func hint(_ near: [String], orElse otherwise: String) -> String {
    near.isEmpty ? otherwise : "did you mean \(list(near))?"
  }

  func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
