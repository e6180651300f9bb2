internal import GRDB

/// What the store holds, in numbers.
package struct Statistics: Sendable {
  /// A number of things of one kind.
  package struct Count: Sendable {
    package var name: String
    package var count: Int
  }

  /// A framework or mapping set, with the number of its concepts and links.
  package struct Publication: Sendable {
    package var name: String
    package var kind: String
    package var concepts: Int
    package var links: Int
    package var tiers: [Count]
    package var isBundled: Bool
  }

  package var publications: [Publication]
  package var frameworks: [Count]
  package var procedures: [Count]
  package var concepts: [Count]
  package var names: [Count]
  package var links: [Count]
  package var documents: Int
  package var unverified: Int
  /// SHA-256 of everything that the graph says, in a fixed order.
  package var contentHash: String
}

extension StoredGraph {
  package func statistics() throws -> Statistics {
    let tiers = try tiers()
    let publications = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT id, name, kind, is_bundled,
          (SELECT count(*) FROM concept WHERE publication = publication.id) AS concepts,
          coalesce(linked.count, 0) AS links
        FROM publication
        LEFT JOIN (SELECT publication, count(*) AS count FROM link GROUP BY publication) AS linked
          ON linked.publication = publication.id
        ORDER BY is_mapping_set, name
        """
    ).map { row in
      Statistics.Publication(
        name: row["name"], kind: row["kind"], concepts: row["concepts"], links: row["links"],
        tiers: tiers[row["id"]] ?? [], isBundled: row["is_bundled"])
    }
    return Statistics(
      publications: publications,
      frameworks: try counts(
        "SELECT kind, count(*) FROM publication WHERE NOT is_mapping_set GROUP BY kind ORDER BY kind"
      ),
      procedures: try counts(
        "SELECT purpose, count(*) FROM procedure GROUP BY purpose ORDER BY purpose"),
      concepts: try counts("SELECT kind, count(*) FROM concept GROUP BY kind ORDER BY kind"),
      names: try counts("SELECT kind, count(*) FROM name GROUP BY kind ORDER BY kind"),
      links: try counts("SELECT relation, count(*) FROM link GROUP BY relation ORDER BY relation"),
      documents: try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT DISTINCT title, publisher, date, url FROM document)
          """) ?? 0,
      unverified: try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM concept JOIN document ON document.id = concept.document
              WHERE NOT document.is_verified)
            + (SELECT count(*) FROM procedure LEFT JOIN document ON document.id = procedure.document
              WHERE NOT procedure.is_verified OR NOT coalesce(document.is_verified, 1))
            + (SELECT count(*) FROM link LEFT JOIN document ON document.id = link.document
              WHERE NOT link.is_verified OR NOT coalesce(document.is_verified, 1))
            + (SELECT count(*) FROM name LEFT JOIN document ON document.id = name.document
              WHERE NOT name.is_verified OR NOT coalesce(document.is_verified, 1))
            + (SELECT count(*) FROM note LEFT JOIN document ON document.id = note.document
              WHERE NOT note.is_verified OR NOT coalesce(document.is_verified, 1))
          """) ?? 0,
      contentHash: try contentHash())
  }

  /// The tiers of each publication, with the number of their concepts.
  private func tiers() throws -> [Int64: [Statistics.Count]] {
    var tiers: [Int64: [Statistics.Count]] = [:]
    let rows = try RowReader(
      db,
      """
      SELECT publication, tier, count(*) FROM concept WHERE tier IS NOT NULL
      GROUP BY publication, tier ORDER BY publication, min(length(tier)), min(position)
      """)
    while try rows.next() {
      tiers[rows.number(0), default: []].append(
        Statistics.Count(name: rows.text(1), count: Int(rows.number(2))))
    }
    return tiers
  }

  private func counts(_ sql: String) throws -> [Statistics.Count] {
    try Row.fetchAll(db, sql: sql).map { Statistics.Count(name: $0[0], count: $0[1]) }
  }
}
