import PasserelleKit

/// Reads a row of the table of publications: a framework, a set of mappings or an agreement.
struct PublicationRow {
  private let name: Table.Column
  private let kind: Table.Column
  private let frameworks: Columns<Framework>
  private let mappings: Columns<MappingSet>
  private let agreements: Columns<Agreement>

  /// The columns that the table may have.
  static let names =
    BundleTable.publication.needed + Framework.fields.map(\.name) + MappingSet.fields.map(\.name)
    + Agreement.fields.map(\.name)

  /// The kind of what is neither a framework nor an agreement.
  private static let mappingSet = "mapping-set"

  init(_ table: Table) throws(Diagnostic) {
    name = try table.column("name")
    kind = try table.column("kind")
    frameworks = Columns(Framework.fields, in: table)
    mappings = Columns(MappingSet.fields, in: table)
    agreements = Columns(Agreement.fields, in: table)
  }

  func read(_ row: TableRow) throws(Diagnostic) -> Publication {
    Publication(name: row[name], place: row.position, statement: try statement(row))
  }

  private func statement(_ row: TableRow) throws(Diagnostic) -> Statement {
    let name: FrameworkName = try row.require(name)
    let kind = row[kind].trimmed
    if kind == Self.mappingSet {
      var set = MappingSet(name: name, title: LocalizedText())
      try mappings.read(row, into: &set)
      return .mappings(set)
    }
    if let kind = FrameworkKind(kind) {
      var framework = Framework(name: name, kind: kind, title: LocalizedText())
      try frameworks.read(row, into: &framework)
      return .framework(framework)
    }
    guard let kind = AgreementKind(kind) else {
      let kinds =
        FrameworkKind.allCases.map(\.rawValue) + [Self.mappingSet]
        + AgreementKind.allCases.map(\.rawValue)
      throw .error(
        .badKind, at: row.position(self.kind),
        "'\(kind.prefix(60).printable)' is not a kind of publication",
        hint: "write \(kinds.map { "'\($0)'" }.joined(separator: ", "))")
    }
    var agreement = Agreement(name: name, kind: kind, title: LocalizedText())
    try agreements.read(row, into: &agreement)
    return .agreement(agreement)
  }
}

// What the table and its words say of each kind, as an export writes them.

extension Framework {
  fileprivate static var fields: [Field<Framework>] {
    [
      .text("authority", \.authority), .text("authority_url", \.authorityURL),
      .value("valid_from", \.validity.from), .value("valid_by", \.validity.by),
      .value("valid_to", \.validity.to),
      .value("supersedes", \.supersedes), .text("uri", \.uri), .text("licence", \.licence),
      .text("source", \.source), .truth("is_open", \.isOpen),
    ]
  }

  static var roles: [Role<Framework>] {
    [
      .localized("title", \.title), .texts("alias", \.aliases), .texts("acronym", \.acronyms),
      .values("country", \.countries), .values("sector", \.sectors),
    ]
  }
}

extension MappingSet {
  fileprivate static var fields: [Field<MappingSet>] {
    [
      .value("subject", \.from), .value("object", \.to), .text("uri", \.uri),
      .text("subject_uri", \.fromURI), .text("object_uri", \.toURI),
      .value("valid_from", \.validity.from), .value("valid_by", \.validity.by),
      .value("valid_to", \.validity.to),
      .text("licence", \.licence), .text("source", \.source), .truth("is_open", \.isOpen),
    ]
  }

  static var roles: [Role<MappingSet>] { [.localized("title", \.title)] }
}

extension Agreement {
  fileprivate static var fields: [Field<Agreement>] {
    [
      .value("date", \.date), .value("valid_from", \.validity.from),
      .value("valid_by", \.validity.by), .value("valid_to", \.validity.to),
      .text("licence", \.licence), .text("source", \.source),
      .truth("is_mutual", \.isMutual), .truthIfSaid("is_lasting", \.isLasting),
      .truth("is_verified", \.isVerified),
    ]
  }

  static var roles: [Role<Agreement>] {
    [
      .localized("title", \.title), .values("from", \.from), .values("to", \.to),
      .texts("party", \.parties), .values("purpose", \.purposes),
      .values("sector", \.sectors), .values("field", \.educationFields),
      .values("occupation", \.occupations), .values("except-field", \.exceptedFields),
      .values("except-occupation", \.exceptedOccupations),
      .localized("covers", \.covers), .localized("conditions", \.conditions),
    ]
  }
}
