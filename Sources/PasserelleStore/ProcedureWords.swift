internal import GRDB
internal import PasserelleModel

/// What a text of a procedure says.
enum ProcedureRole: String {
  case title
  case firstContact = "first-contact"
  case informationCentre = "information-centre"
  case decides
  case issues
  case legalBasis = "legal-basis"
  case law, origin, sector, field, occupation
  case exceptField = "except-field"
  case exceptOccupation = "except-occupation"
  case covers, note
}

extension Procedure {
  /// Its texts, as the store keeps them.
  var words: [(role: ProcedureRole, language: String, text: String)] {
    func words(_ role: ProcedureRole, _ text: LocalizedText) -> [(ProcedureRole, String, String)] {
      text.entries.map { (role, $0.language.description, $0.text) }
    }
    func words(
      _ role: ProcedureRole, _ values: [some CustomStringConvertible]
    ) -> [(ProcedureRole, String, String)] {
      values.map { (role, "", $0.description) }
    }
    var all = words(.title, title) + words(.firstContact, firstContacts)
    all += words(.informationCentre, informationCentres) + words(.decides, deciders)
    all += words(.issues, issuers) + words(.legalBasis, legalBasis) + words(.law, laws)
    all += words(.origin, origins) + words(.sector, sectors.map(\.rawValue))
    all += words(.field, educationFields) + words(.occupation, occupations)
    all += words(.exceptField, exceptedFields) + words(.exceptOccupation, exceptedOccupations)
    return all + words(.covers, covers) + words(.note, note)
  }

  /// Takes a text that the store has kept.
  mutating func add(_ row: StoredRow) {
    guard let name = row["role"] as String?, let role = ProcedureRole(rawValue: name),
      let text = row["value"] as String?
    else { return }
    let entry = LocalizedText.Entry(row, text: text)
    switch role {
    case .title: title.entries += entry.map { [$0] } ?? []
    case .firstContact: firstContacts.append(text)
    case .informationCentre: informationCentres.append(text)
    case .decides: deciders.append(text)
    case .issues: issuers.append(text)
    case .legalBasis: legalBasis.append(text)
    case .law: laws += Law(text).map { [$0] } ?? []
    case .origin: origins += TitleOrigin(text).map { [$0] } ?? []
    case .sector: sectors += Sector(text).map { [$0] } ?? []
    case .field: educationFields += Identifier(text).map { [$0] } ?? []
    case .occupation: occupations += Identifier(text).map { [$0] } ?? []
    case .exceptField: exceptedFields += Identifier(text).map { [$0] } ?? []
    case .exceptOccupation: exceptedOccupations += Identifier(text).map { [$0] } ?? []
    case .covers: covers.entries += entry.map { [$0] } ?? []
    case .note: note.entries += entry.map { [$0] } ?? []
    }
  }
}
