import PasserelleKit

// Each list names the columns or the roles of one table, as an export writes them.

extension Document: Record {
  static var table: BundleTable { .document }
  static var keyColumn: String { "key" }
  static var isFact: Bool { false }
  static var fields: [Field<Document>] {
    [
      .text("publisher", \.publisher), .value("date", \.date), .text("url", \.url),
      .text("licence", \.licence), .truth("is_official", \.isOfficial), .text("via", \.via),
      .truth("is_verified", \.isVerified),
    ]
  }

  init(_ row: NamedRow) throws(Diagnostic) {
    self.init(key: try row.text("key"), title: try row.text("title"))
  }

  var source: String? {
    get { nil }
    set {}
  }
  var statement: Statement { .document(self) }
}

extension Concept: Record {
  static var table: BundleTable { .concept }
  static var wordTable: BundleTable? { .label }
  static var spare: [String] { ["code"] }
  static var fields: [Field<Concept>] {
    [
      .text("tier", \.tier), .text("uri", \.uri), .text("status", \.status),
      .value("valid_from", \.validity.from), .value("valid_by", \.validity.by),
      .value("valid_to", \.validity.to), .list("workload", \.workloads),
      .list("sector", \.sectors), .text("source", \.source),
    ]
  }
  static var roles: [Role<Concept>] {
    [.localized("title", \.title), .localized("alternative", \.alternatives)]
  }

  init(_ row: NamedRow) throws(Diagnostic) {
    self.init(
      id: try row.require("id"), kind: try row.require("kind"), title: LocalizedText())
  }

  var hasTitle: Bool { !title.isEmpty }
  var statement: Statement { .concept(self) }
}

extension Link: Record {
  static var table: BundleTable { .link }
  static var wordTable: BundleTable? { .linkWord }
  static var fields: [Field<Link>] {
    [
      .text("subject_uri", \.fromURI), .text("object_uri", \.toURI), .text("source", \.source),
      .truth("is_verified", \.isVerified), .value("confidence", \.confidence),
      .value("outcome", \.outcome), .value("date", \.date),
      .value("valid_from", \.validity.from), .value("valid_by", \.validity.by),
      .value("valid_to", \.validity.to),
      .value("justification", \.justification), .text("tool", \.tool),
    ]
  }
  static var roles: [Role<Link>] {
    [
      .localized("note", \.note), .texts("party", \.parties), .values("purpose", \.purposes),
      .texts("condition", \.conditions), .texts("compensation", \.compensation),
      .texts("author", \.authors), .texts("detail", \.details),
    ]
  }

  init(_ row: NamedRow) throws(Diagnostic) {
    self.init(
      from: try row.require("subject"), try row.require("relation"),
      to: try row.require("object"))
  }

  var statement: Statement { .link(self) }
}

extension Procedure: Record {
  static var table: BundleTable { .procedure }
  static var wordTable: BundleTable? { .procedureWord }
  static var fields: [Field<Procedure>] {
    [
      .truthIfSaid("is_binding", \.isBinding), .text("url", \.url),
      .value("valid_from", \.validity.from), .value("valid_by", \.validity.by),
      .value("valid_to", \.validity.to),
      .text("source", \.source), .truth("is_verified", \.isVerified),
    ]
  }
  static var roles: [Role<Procedure>] {
    [
      .localized("title", \.title), .texts("first-contact", \.firstContacts),
      .texts("information-centre", \.informationCentres), .texts("decides", \.deciders),
      .texts("issues", \.issuers), .texts("legal-basis", \.legalBasis), .values("law", \.laws),
      .values("origin", \.origins), .values("sector", \.sectors),
      .values("field", \.educationFields),
      .values("occupation", \.occupations), .values("except-field", \.exceptedFields),
      .values("except-occupation", \.exceptedOccupations), .localized("covers", \.covers),
      .localized("note", \.note),
    ]
  }

  init(_ row: NamedRow) throws(Diagnostic) {
    self.init(for: try row.require("purpose"))
  }

  var statement: Statement { .procedure(self) }
}

/// A statement that is a row for each of its texts.
protocol TextRecord: Record {
  var text: LocalizedText { get set }
}

extension Name: TextRecord {
  static var table: BundleTable { .name }
  static var fields: [Field<Name>] {
    [
      .value("valid_from", \.validity.from), .value("valid_by", \.validity.by),
      .value("valid_to", \.validity.to),
      .text("source", \.source), .truth("is_verified", \.isVerified),
    ]
  }

  init(_ row: NamedRow) throws(Diagnostic) {
    let entry = LocalizedText.Entry(try row.require("language"), try row.text("text"))
    self.init(
      of: try row.require("concept"), text: LocalizedText([entry]), kind: try row.require("kind"))
  }

  var statement: Statement { .name(self) }
}

extension Note: TextRecord {
  static var table: BundleTable { .note }
  static var fields: [Field<Note>] {
    [
      .text("source", \.source), .truth("is_verified", \.isVerified),
      .truth("is_background", \.isBackground),
    ]
  }

  init(_ row: NamedRow) throws(Diagnostic) {
    let entry = LocalizedText.Entry(try row.require("language"), try row.text("text"))
    self.init(about: try row.require("about"), text: LocalizedText([entry]))
  }

  var statement: Statement { .note(self) }
}
