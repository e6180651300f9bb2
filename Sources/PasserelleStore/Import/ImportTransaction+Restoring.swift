internal import GRDB
internal import PasserelleModel

extension ImportTransaction {
  /// Puts what a user had imported into another store in the place of what has its name here.
  ///
  /// - Parameters:
  ///   - backup: The other store.
  ///   - spared: What is not taken over, by name.
  /// - Returns: What was taken over, by name.
  /// - Throws: Errors of either store.
  package func restore(
    from backup: StoredGraph, sparing spared: Set<String> = []
  ) throws -> [String] {
    try take(from: backup, where: "NOT is_bundled") { name in
      guard !spared.contains(name) else { return false }
      _ = try PublicationRemoval(db).remove(named: name)
      return true
    }
  }

  /// Brings what comes with the program to where a snapshot has it; what a user has put in the place of
  /// any of it stays.
  ///
  /// - Parameter snapshot: The snapshot.
  /// - Throws: Errors of either store.
  package func update(from snapshot: StoredGraph) throws {
    try removeBundled()
    _ = try take(from: snapshot, where: "is_bundled") { name in
      try !isPublished(name)
    }
  }

  private func take(
    from other: StoredGraph, where condition: String, _ isTaken: (String) throws -> Bool
  ) throws -> [String] {
    let rows = try Row.fetchAll(
      other.db, sql: "SELECT id, name FROM publication WHERE \(condition) ORDER BY id")
    var (copy, taken) = (PublicationCopy(from: other.db, to: db), [String]())
    for row in rows where try isTaken(row[1]) {
      try copy.copy(publication: row[0])
      taken.append(row[1])
    }
    isSettled = false
    return taken.sorted()
  }
}
