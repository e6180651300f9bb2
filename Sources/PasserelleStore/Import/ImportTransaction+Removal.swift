internal import GRDB
package import PasserelleModel

extension ImportTransaction {
  /// Takes away what a user has imported under a name.
  ///
  /// Where it stood in the place of something bundled, that comes back at the next call.
  ///
  /// - Parameter name: A framework, a set of mappings or an agreement.
  /// - Throws: `RemovalError` where there is no such thing, or it cannot go.
  package func remove(_ name: FrameworkName) throws {
    let text = name.description
    guard
      let isBundled = try Bool.fetchOne(
        db, sql: "SELECT is_bundled FROM publication WHERE name = ?", arguments: [text])
    else {
      let imported = try String.fetchAll(
        db, sql: "SELECT name FROM publication WHERE NOT is_bundled ORDER BY name")
      let versions = Self.versions(of: text, in: imported)
      guard versions.isEmpty else { throw RemovalError.otherVersions(name, versions) }
      throw RemovalError.unknown(name, near: nearNames(to: text, in: imported))
    }
    guard !isBundled else { throw RemovalError.bundled(name) }
    let users = try namedBy(text)
    guard users.isEmpty else { throw RemovalError.named(name, by: users) }
    _ = try PublicationRemoval(db).remove(named: text)
    isSettled = false
    try settle()
    try setMeta(StoredGraph.libraryName, to: "")
  }

  /// What else a user has imported that leads to a publication.
  private func namedBy(_ name: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT publication.name FROM node
        JOIN link ON link.subject = node.id OR link.object = node.id
        JOIN publication ON publication.id = link.publication
        WHERE node.framework = ? AND publication.name <> ?
          AND NOT publication.is_bundled AND NOT publication.is_open
        ORDER BY publication.name
        """, arguments: [name, name])
  }
}

/// Why something is not taken away.
package enum RemovalError: Error, CustomStringConvertible {
  case unknown(FrameworkName, near: [String])
  /// It was imported with other versions than the one that is named, or than none.
  case otherVersions(FrameworkName, [String])
  case bundled(FrameworkName)
  case named(FrameworkName, by: [String])

  package var description: String {
    switch self {
    case .unknown(let name, let near):
      "nothing was imported as '\(name)'"
        + (near.isEmpty ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
    case .otherVersions(let name, let versions):
      "nothing was imported as '\(name)', but \(versions.map { "'\($0)'" }.joined(separator: ", ")) "
        + "\(versions.count == 1 ? "was" : "were")"
    case .bundled(let name):
      "'\(name)' comes with the program and cannot be removed; your own import replaces it"
    case .named(let name, let users):
      "'\(name)' was not removed: \(users.map { "'\($0)'" }.joined(separator: ", ")) "
        + "\(users.count == 1 ? "links" : "link") to it; remove that first"
    }
  }
}
