internal import GRDB
internal import PasserelleModel

/// The columns of a publication: a framework, a set of mappings or an agreement, which share a table.
///
/// Titles, names, countries and terms are rows of their own.
enum PublicationColumns {
  static let frameworks = StoredTable("publication", all.compactMap(\.framework))
  static let mappings = StoredTable("publication", all.compactMap(\.mappings))
  static let agreements = StoredTable("publication", all.compactMap(\.agreement))

  /// The columns as the content hash takes them, whatever the kind of publication.
  static let content = all.filter(\.isContent).map { "publication.\"\($0.name)\"" }
    .joined(separator: ", ")
  /// The names of all columns.
  static let names = all.map(\.name)

  private static let all: [PublicationColumn] = [
    .init(
      "name", framework: .needed { $0.name.description },
      mappings: .needed { $0.name.description }, agreement: .needed { $0.name.description }),
    .init(
      "kind", framework: .needed { $0.kind.rawValue }, mappings: .needed { _ in "mapping-set" },
      agreement: .needed { $0.kind.rawValue }),
    .init("authority", framework: .optional(\.authority)),
    .init("authority_url", framework: .optional(\.authorityURL)),
    .init(
      "valid_from", framework: .text(\.validity.from), mappings: .text(\.validity.from),
      agreement: .text(\.validity.from)),
    .init(
      "valid_by", framework: .text(\.validity.by), mappings: .text(\.validity.by),
      agreement: .text(\.validity.by)),
    .init(
      "valid_to", framework: .text(\.validity.to), mappings: .text(\.validity.to),
      agreement: .text(\.validity.to)),
    .init("supersedes", framework: .text(\.supersedes)),
    .init("subject", mappings: .text(\.from)),
    .init("object", mappings: .text(\.to)),
    .init("uri", framework: .optional(\.uri), mappings: .optional(\.uri)),
    .init("subject_uri", mappings: .optional(\.fromURI)),
    .init("object_uri", mappings: .optional(\.toURI)),
    .init(
      "licence", framework: .optional(\.licence), mappings: .optional(\.licence),
      agreement: .optional(\.licence)),
    .init(
      "source", framework: .optional(\.source), mappings: .optional(\.source),
      agreement: .optional(\.source)),
    .init("date", agreement: .text(\.date)),
    .init("is_mutual", agreement: .plain(\.isMutual)),
    .init("is_lasting", agreement: .optional(\.isLasting)),
    .init("is_verified", agreement: .plain(\.isVerified)),
    .init("is_open", framework: .plain(\.isOpen), mappings: .plain(\.isOpen)),
    .init("file") { $0.position.file },
    .init("line") { $0.position.line },
    .init("column") { $0.position.column },
    // How it came here is not what it says.
    .init("is_mapping_set", isContent: false) { $0.isMappingSet },
    .init("is_bundled", isContent: false) { $0.origin.isBundled },
    .init("adapter", isContent: false) { $0.origin.adapter },
  ]
}

/// What the transaction knows of a publication.
struct PublicationPlace {
  /// Whether it holds only links: mappings, or what an agreement declares.
  var isMappingSet: Bool
  var position: SourcePosition
  var origin: ImportTransaction.Origin
}

/// A column of a publication, and which kinds of publication have it.
private struct PublicationColumn {
  let name: String
  let isContent: Bool
  let framework: StoredColumn<Framework, PublicationPlace>?
  let mappings: StoredColumn<MappingSet, PublicationPlace>?
  let agreement: StoredColumn<Agreement, PublicationPlace>?

  init(
    _ name: String, framework: StoredValue<Framework>? = nil,
    mappings: StoredValue<MappingSet>? = nil, agreement: StoredValue<Agreement>? = nil
  ) {
    self.name = name
    isContent = true
    self.framework = framework.map { .value(name, $0) }
    self.mappings = mappings.map { .value(name, $0) }
    self.agreement = agreement.map { .value(name, $0) }
  }

  /// A column that all kinds have, and the transaction knows.
  init(
    _ name: String, isContent: Bool = true,
    _ value: @escaping @Sendable (PublicationPlace) -> any DatabaseValueConvertible
  ) {
    self.name = name
    self.isContent = isContent
    framework = .place(name, value)
    mappings = .place(name, value)
    agreement = .place(name, value)
  }
}
