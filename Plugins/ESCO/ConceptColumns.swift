import PasserelleKit

/// The columns of a file of concepts that are read; which are there depends on version and type.
struct ConceptColumns {
  let type: Table.Column
  let uri: Table.Column
  let label: Table.Column
  let alternatives: Table.Column?
  let notes: [Table.Column]
  let skillType: Table.Column?
  let group: Table.Column?
  let regulated: Table.Column?
  let schemes: Table.Column?
  let notation: Table.Column?

  init(_ table: Table) throws(Diagnostic) {
    type = try table.column("conceptType")
    uri = try table.column("conceptUri")
    label = try table.column("preferredLabel")
    alternatives = table.optionalColumn("altLabels")
    notes = ["description", "definition", "scopeNote"].compactMap { table.optionalColumn($0) }
    skillType = table.optionalColumn("skillType")
    group = table.optionalColumn("iscoGroup")
    regulated = table.optionalColumn("regulatedProfessionNote")
    schemes = table.optionalColumn("inScheme")
    notation = table.optionalColumn("code")
  }

  /// What a row says in its language.
  func text(of row: TableRow, in language: LanguageTag) -> ConceptText {
    ConceptText(
      language: language, title: row.text(label), alternatives: row.text(alternatives),
      notes: notes.map { row.text($0) })
  }

  /// Adds the code that people read, `2654.1.7` or `S3.4.2`, as a label to be found by.
  ///
  /// It is no identifier: the codes change from version to version, and most skills have none.
  func addNotation(of row: TableRow, to concept: inout Concept) {
    guard let notation = row.text(notation), let language = Self.noLanguage else { return }
    concept.alternatives.entries.append(LocalizedText.Entry(language, notation))
  }

  /// BCP 47's tag for what has no words.
  private static let noLanguage = LanguageTag("zxx")
}

/// What a release says of a concept in one language.
struct ConceptText {
  let language: LanguageTag
  let title: String?
  /// The alternative labels, one a line.
  let alternatives: String?
  let notes: [String?]

  /// Adds the texts to those of other languages.
  ///
  /// An alternative label that repeats the preferred one says nothing.
  func add(to concept: inout Concept, _ texts: inout [LocalizedText]) {
    guard let title else { return }
    concept.title.entries.append(LocalizedText.Entry(language, title))
    var seen: Set<String> = [title]
    for line in alternatives?.utf8.split(separator: UInt8(ascii: "\n")) ?? [] {
      let label = String(Substring(line)).trimmed
      guard !label.isEmpty, seen.insert(label).inserted else { continue }
      concept.alternatives.entries.append(LocalizedText.Entry(language, label))
    }
    let entries = notes.map { $0.map { LocalizedText.Entry(language, $0) } }
    guard !texts.isEmpty else {
      texts = entries.map { LocalizedText($0.map { [$0] } ?? []) }
      return
    }
    for (index, entry) in entries.enumerated() where index < texts.count {
      texts[index].entries += entry.map { [$0] } ?? []
    }
  }
}
