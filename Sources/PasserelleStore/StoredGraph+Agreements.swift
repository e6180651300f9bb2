internal import GRDB
package import PasserelleGraph
internal import PasserelleModel

extension StoredGraph {
  package func agreements() throws -> [AgreementRecord] {
    if let known = cache.known.agreements { return known }
    let kinds = AgreementKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT publication.*, word.role, word.language, word.value
          FROM publication
          LEFT JOIN publication_word AS word ON word.publication = publication.id
          WHERE kind IN (\(kinds))
          ORDER BY publication.name, word.role, word.position
          """))
    let agreements: [AgreementRecord] = try rows.grouped(by: ["id"]).compactMap { rows in
      guard let agreement = Agreement(rows), var evidence = try evidence(of: agreement.name) else {
        return nil
      }
      evidence.isVerified = evidence.isVerified && agreement.isVerified
      return AgreementRecord(agreement: agreement, evidence: evidence)
    }
    cache.known.agreements = agreements
    return agreements
  }
}

/// What a text of an agreement says.
enum AgreementRole: String {
  case from, to, party, purpose, sector, field, occupation
  case exceptField = "except-field"
  case exceptOccupation = "except-occupation"
  case covers, conditions
}

extension Agreement {
  /// Its texts beside the title, as the store keeps them.
  var words: [(role: AgreementRole, words: [(language: String, text: String)])] {
    func plain(_ values: [some CustomStringConvertible]) -> [(String, String)] {
      values.map { ("", $0.description) }
    }
    func localized(_ text: LocalizedText) -> [(String, String)] {
      text.entries.map { ($0.language.description, $0.text) }
    }
    return [
      (.from, plain(from)), (.to, plain(to)), (.party, plain(parties)),
      (.purpose, plain(purposes.map(\.rawValue))), (.sector, plain(sectors.map(\.rawValue))),
      (.field, plain(educationFields)),
      (.occupation, plain(occupations)), (.exceptField, plain(exceptedFields)),
      (.exceptOccupation, plain(exceptedOccupations)), (.covers, localized(covers)),
      (.conditions, localized(conditions)),
    ]
  }

  /// Makes an agreement of its rows, one for each of its words.
  fileprivate init?(_ rows: [StoredRow]) {
    guard let row = rows.first, let name = FrameworkName(row["name"] as String),
      let kind = AgreementKind(row["kind"] as String)
    else { return nil }
    self.init(name: name, kind: kind, title: LocalizedText())
    PublicationColumns.agreements.read(row, into: &self)
    for word in rows {
      guard let text = word["value"] as String?, let role = word["role"] as String? else {
        continue
      }
      let entry = LocalizedText.Entry(word, text: text)
      switch AgreementRole(rawValue: role) {
      case .from: from += CountryCode(text).map { [$0] } ?? []
      case .to: to += CountryCode(text).map { [$0] } ?? []
      case .party: parties.append(text)
      case .purpose: purposes += Purpose(text).map { [$0] } ?? []
      case .sector: sectors += Sector(text).map { [$0] } ?? []
      case .field: educationFields += Identifier(text).map { [$0] } ?? []
      case .occupation: occupations += Identifier(text).map { [$0] } ?? []
      case .exceptField: exceptedFields += Identifier(text).map { [$0] } ?? []
      case .exceptOccupation: exceptedOccupations += Identifier(text).map { [$0] } ?? []
      case .covers: covers.entries += entry.map { [$0] } ?? []
      case .conditions: conditions.entries += entry.map { [$0] } ?? []
      case nil: title.entries += entry.map { [$0] } ?? []
      }
    }
  }
}
