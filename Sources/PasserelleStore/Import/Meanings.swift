internal import GRDB
internal import PasserelleModel

/// Finds what the ends of links mean: which concepts an address, or a name without a version, stands for.
///
/// A link keeps what its source states. What that means depends on all that is here, and is found anew
/// whenever something comes or goes; so the order of imports decides nothing.
struct Meanings {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Finds the meanings of all ends that are stated by an address, or without the version that is here.
  func settle() throws {
    try db.execute(sql: "DELETE FROM meaning")
    try settleAddresses()
    try settleNames()
    // What an end means without more ado is no news.
    try db.execute(sql: Self.open)
    try db.execute(sql: "DELETE FROM meaning WHERE name = node AND NOT is_open")
  }

  // MARK: - Addresses

  private func settleAddresses() throws {
    let isAnyStated =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM link WHERE subject_uri IS NOT NULL)
            OR EXISTS (SELECT 1 FROM link WHERE object_uri IS NOT NULL)
          """) ?? false
    guard isAnyStated else { return }
    try db.execute(sql: Self.concepts)
    try settleFrameworks()
    try db.execute(sql: Self.otherVersions)
  }

  private static let ends = """
    SELECT subject AS name, subject_uri AS uri FROM link WHERE subject_uri IS NOT NULL
    UNION SELECT object, object_uri FROM link WHERE object_uri IS NOT NULL
    """

  /// The concepts that state an address as their own.
  private static let concepts = """
    INSERT INTO meaning (name, uri, node, is_open)
      SELECT ends.name, ends.uri, concept.node, 0 FROM concept
      JOIN (\(ends)) AS ends ON ends.uri = concept.uri
    """

  /// The frameworks that state an address as their own.
  private func settleFrameworks() throws {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT ends.name, ends.uri, publication.name AS framework FROM publication
        JOIN (\(Self.ends)) AS ends ON ends.uri = publication.uri
        """)
    for row in rows {
      guard let node = try node(row["framework"], "") else { continue }
      try insert((row["name"], row["uri"]), node)
    }
  }

  /// Several versions may share an address: a source that names one of them means no other.
  private static let otherVersions = """
    DELETE FROM meaning WHERE EXISTS (
      SELECT 1 FROM node AS stated, node AS meant
      WHERE stated.id = meaning.name AND meant.id = meaning.node
        AND stated.framework <> meant.framework
        AND (instr(stated.framework, '@')
            AND substr(meant.framework, 1, instr(stated.framework, '@'))
              = substr(stated.framework, 1, instr(stated.framework, '@'))
          OR EXISTS (
            SELECT 1 FROM meaning AS own JOIN node ON node.id = own.node
            WHERE own.name = meaning.name AND own.uri = meaning.uri
              AND node.framework = stated.framework)))
    """

  // MARK: - Names without a version

  /// `esco:o1` means what has this code in any version that is here, unless there is an `esco` without
  /// versions.
  private func settleNames() throws {
    let names = try String.fetchAll(db, sql: "SELECT name FROM publication")
    let known = Set(names)
    let versions = Dictionary(grouping: names.filter { $0.contains("@") }) { name in
      String(name.prefix { $0 != "@" })
    }
    for (series, versions) in versions.sorted(by: { $0.key < $1.key })
    where !known.contains(series) {
      // Each framework that has a node has one of its own.
      guard try node(series, "") != nil else { continue }
      try settle(series, in: versions.sorted())
    }
  }

  private func settle(_ series: String, in versions: [String]) throws {
    let rows = try StoredRow.fetchAll(
      db, sql: "SELECT id, code FROM node WHERE framework = ?", arguments: [series])
    for row in rows {
      let (name, code): (Int64, String) = (row["id"], row["code"])
      let meant = try versions.compactMap { try described($0, code) }
      guard !meant.isEmpty else { continue }
      let uris = try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT coalesce(subject_uri, '') FROM link WHERE subject = :name
            UNION SELECT coalesce(object_uri, '') FROM link WHERE object = :name
            EXCEPT SELECT uri FROM meaning WHERE name = :name
            """), arguments: ["name": name])
      for uri in uris {
        for node in meant { try insert((name, uri), node) }
      }
    }
  }

  /// The node of a concept, or of a framework, that is here.
  private func described(_ framework: String, _ code: String) throws -> Int64? {
    guard let node = try node(framework, code) else { return nil }
    let isConcept =
      try code.isEmpty
      || Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM concept WHERE node = ?)"),
        arguments: [node]) ?? false
    return isConcept ? node : nil
  }

  // MARK: - Rows

  private func node(_ framework: String, _ code: String) throws -> Int64? {
    let hash = NodeHash.hash(of: code.isEmpty ? framework : "\(framework):\(code)")
    return try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM node WHERE hash = ? AND framework = ? AND code = ?"),
      arguments: [hash, framework, code])
  }

  private func insert(_ end: (name: Int64, uri: String), _ node: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO meaning (name, uri, node, is_open) VALUES (?, ?, ?, 0)"
    ).execute(arguments: [end.name, end.uri, node])
  }

  /// An end that may mean several things is open.
  private static let open = """
    UPDATE meaning SET is_open = 1 WHERE (name, uri) IN
      (SELECT name, uri FROM meaning GROUP BY name, uri HAVING count(*) > 1)
    """
}
