internal import PasserelleModel

/// One thing that two versions say differently of a concept.
package struct ConceptChange: Hashable, Sendable {
  /// What may differ.
  package enum Facet: String, CaseIterable, Sendable {
    /// The title, in a language that both versions have.
    case renamed
    /// The wider concept that it belongs to.
    case moved
    /// The level that it stands at.
    case relevelled = "re-levelled"
    /// What it is referenced to or compared with, or that it has no such level.
    case rereferenced = "re-referenced"
    /// What its source says of its state: released, obsolete.
    case restated = "re-stated"
    /// Any other link: what it requires, attests, prepares for.
    case relinked = "re-linked"
  }

  package var facet: Facet
  /// What only the old version says.
  package var gone: [String]
  /// What only the new version says.
  package var come: [String]
}

extension ConceptChange.Facet {
  /// The facets that can be compared across codes: what they say does not lie within the version.
  static let acrossCodes: [Self] = [.renamed, .rereferenced]

  /// Whether a link of this kind belongs to the facet.
  func includes(_ relation: Relation) -> Bool {
    switch self {
    case .renamed, .restated: false
    case .moved: relation == .broader || relation == .partOf
    case .relevelled: relation == .atLevel
    case .rereferenced:
      relation == .referencedTo || relation == .comparedTo || relation.isNull
    case .relinked:
      relation != .supersedes
        && ![Self.moved, .relevelled, .rereferenced].contains { $0.includes(relation) }
    }
  }
}

extension ConceptChange {
  /// What differs between a concept and the one that is paired with it.
  static func between(
    _ old: Identifier, of oldVersion: FrameworkVersion, and new: Identifier,
    of newVersion: FrameworkVersion, in facets: [Facet] = Facet.allCases
  ) -> [ConceptChange] {
    // A translation that came or went renames nothing.
    let languages = oldVersion.languages(of: old).intersection(newVersion.languages(of: new))
    return facets.compactMap { facet in
      let before = oldVersion.says(of: old, in: facet, languages)
      let after = newVersion.says(of: new, in: facet, languages)
      guard before != after else { return nil }
      return ConceptChange(
        facet: facet, gone: before.subtracting(after).sorted(),
        come: after.subtracting(before).sorted())
    }
  }
}

extension FrameworkVersion {
  /// What the version says of a concept in a facet, each as a text that can be compared and shown.
  fileprivate func says(
    of id: Identifier, in facet: ConceptChange.Facet, _ languages: Set<LanguageTag>
  ) -> Set<String> {
    switch facet {
    case .renamed:
      let entries = concepts[id]?.title.entries ?? []
      return Set(
        entries.filter { languages.contains($0.language) }.map { "\($0.text) (\($0.language))" })
    case .restated:
      return Set([concepts[id]?.status].compactMap { $0 })
    case .moved, .relevelled, .rereferenced, .relinked:
      return Set(
        targets(of: id, where: facet.includes).map { "\($0.relation.rawValue) \($0.to)" })
    }
  }

  fileprivate func languages(of id: Identifier) -> Set<LanguageTag> {
    Set(concepts[id]?.title.entries.map(\.language) ?? [])
  }
}
