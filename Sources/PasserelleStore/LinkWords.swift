internal import GRDB
internal import PasserelleModel

/// What a text of a link says.
enum LinkRole: String, CaseIterable {
  case note, party, purpose, condition, compensation, author, detail
}

extension Link {
  /// Its texts, as the store keeps them.
  var words: [(role: LinkRole, language: String, text: String)] {
    LinkRole.allCases.flatMap { role in words(role).map { (role, $0.language, $0.text) } }
  }

  private func words(_ role: LinkRole) -> [(language: String, text: String)] {
    switch role {
    case .note: note.entries.map { ($0.language.description, $0.text) }
    case .party: parties.map { ("", $0) }
    case .purpose: purposes.map { ("", $0.rawValue) }
    case .condition: conditions.map { ("", $0) }
    case .compensation: compensation.map { ("", $0) }
    case .author: authors.map { ("", $0) }
    case .detail: details.map { ("", $0) }
    }
  }

  /// Takes a text that the store has kept.
  mutating func add(_ row: StoredRow) {
    guard let role = row["role"] as String?, let text = row["value"] as String? else { return }
    add(text, as: role, in: row["language"])
  }

  /// Takes a text that the store has kept, of a role and in a language, which is empty if it has none.
  mutating func add(_ text: String, as role: String, in language: String) {
    switch LinkRole(rawValue: role) {
    case .note: note.entries += LanguageTag(language).map { [LocalizedText.Entry($0, text)] } ?? []
    case .party: parties.append(text)
    case .purpose: purposes += Purpose(text).map { [$0] } ?? []
    case .condition: conditions.append(text)
    case .compensation: compensation.append(text)
    case .author: authors.append(text)
    case .detail: details.append(text)
    case nil: break
    }
  }
}
