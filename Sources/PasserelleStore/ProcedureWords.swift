internal import GRDB
internal import PasserelleModel

/// What a text of a procedure says.
enum ProcedureRole: String {
  case title
  case informationCentre = "information-centre"
  case decides
  case legalBasis = "legal-basis"
  case note
}

extension Procedure {
  /// Its texts, as the store keeps them.
  var words: [(role: ProcedureRole, language: String, text: String)] {
    func words(_ role: ProcedureRole, _ text: LocalizedText) -> [(ProcedureRole, String, String)] {
      text.entries.map { (role, $0.language.description, $0.text) }
    }
    func words(_ role: ProcedureRole, _ texts: [String]) -> [(ProcedureRole, String, String)] {
      texts.map { (role, "", $0) }
    }
    return words(.title, title) + words(.informationCentre, informationCentres)
      + words(.decides, deciders) + words(.legalBasis, legalBasis) + words(.note, note)
  }

  /// Takes a text that the store has kept.
  mutating func add(_ row: StoredRow) {
    guard let name = row["role"] as String?, let role = ProcedureRole(rawValue: name),
      let text = row["value"] as String?
    else { return }
    let entry = LocalizedText.Entry(row, text: text)
    switch role {
    case .title: title.entries += entry.map { [$0] } ?? []
    case .informationCentre: informationCentres.append(text)
    case .decides: deciders.append(text)
    case .legalBasis: legalBasis.append(text)
    case .note: note.entries += entry.map { [$0] } ?? []
    }
  }
}
