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

  /// What a version says: a title, a state, or a link by its relation and its other end.
  package struct Saying: Hashable, Sendable {
    package var text: String
    /// The link, if it is one.
    package var target: FrameworkVersion.Target?
    /// The title of the other end of a link, where the version has it.
    package var title: String?
  }

  package var facet: Facet
  /// What only the old version says.
  package var gone: [Saying]
  /// What only the new version says.
  package var come: [Saying]
}

extension ConceptChange.Facet {
  /// The facets that can be compared across codes: what they say does not lie within the version.
  static let acrossCodes: [Self] = [.renamed, .rereferenced]

  /// Whether it is links that say it.
  var isOfLinks: Bool { self != .renamed && self != .restated }

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
    let hasSameTargets = oldVersion.hasSameTargets(old, as: new, of: newVersion)
    return facets.compactMap { facet in
      if facet.isOfLinks, hasSameTargets { return nil }
      let before = oldVersion.says(of: old, in: facet, languages)
      let after = newVersion.says(of: new, in: facet, languages)
      guard before != after else { return nil }
      return ConceptChange(
        facet: facet, gone: oldVersion.sayings(before.subtracting(after)),
        come: newVersion.sayings(after.subtracting(before)))
    }
  }
}

/// What a version says in a facet, in a form that another version's can be compared with.
private enum Remark: Hashable {
  case words(String)
  case target(FrameworkVersion.Target)
}

extension FrameworkVersion {
  fileprivate func says(
    of id: Identifier, in facet: ConceptChange.Facet, _ languages: Set<LanguageTag>
  ) -> Set<Remark> {
    switch facet {
    case .renamed:
      let entries = concepts[id]?.title.entries ?? []
      return Set(
        entries.filter { languages.contains($0.language) }
          .map { .words("\($0.text) (\($0.language))") })
    case .restated:
      return Set([concepts[id]?.status].compactMap { $0 }.map { .words($0) })
    case .moved, .relevelled, .rereferenced, .relinked:
      return Set(targets(of: id, where: facet.includes).map { .target($0) })
    }
  }

  fileprivate func languages(of id: Identifier) -> Set<LanguageTag> {
    Set(concepts[id]?.title.entries.map(\.language) ?? [])
  }

  /// Remarks in order, with the titles that this version has of what they name.
  fileprivate func sayings(_ remarks: Set<Remark>) -> [ConceptChange.Saying] {
    remarks.map { remark in
      switch remark {
      case .words(let text): ConceptChange.Saying(text: text)
      case .target(let target):
        ConceptChange.Saying(
          text: "\(target.relation.rawValue) \(target.to)", target: target,
          title: title(of: target.to))
      }
    }
    .sorted { $0.text < $1.text }
  }

  /// The title of a concept of the version, which may be named without it.
  private func title(of id: Identifier) -> String? {
    let own = names.lazy.filter { $0.series == id.framework.series }
      .map { Identifier($0, id.code) }
    return own.compactMap { concepts[$0]?.title.preferred }.first
  }
}
