import PasserelleKit

/// A table of a bundle: what it is called, and what no table of this name can do without.
enum BundleTable: String, CaseIterable {
  case publication
  case publicationWord = "publication_word"
  case document, concept, label, link
  case linkWord = "link_word"
  case name, note, procedure
  case procedureWord = "procedure_word"

  /// The columns that there must be; together they tell the table from any other.
  var needed: [String] {
    switch self {
    case .publication: ["name", "kind", "is_open"]
    case .publicationWord: ["publication", "role", "value"]
    case .document: ["publication", "key", "title"]
    case .concept: ["id", "publication", "position", "kind"]
    case .label: ["concept", "role", "language", "text"]
    case .link: ["id", "publication", "subject", "relation", "object"]
    case .linkWord: ["link", "role", "value"]
    case .name: ["id", "publication", "concept", "kind", "language", "text"]
    case .note: ["id", "publication", "about", "language", "text"]
    case .procedure: ["id", "publication", "purpose"]
    case .procedureWord: ["procedure", "role", "value"]
    }
  }

  /// The column that says to which row of another table a row belongs.
  var owner: String {
    switch self {
    case .publication: "name"
    case .label: "concept"
    case .linkWord: "link"
    case .procedureWord: "procedure"
    case .publicationWord, .document, .concept, .link, .name, .note, .procedure: "publication"
    }
  }

  /// The table that the owner is a row of.
  var ownerTable: BundleTable { Self(rawValue: owner) ?? .publication }

  /// The file, as an export names it.
  var file: String { "\(rawValue).csv" }

  /// Makes the table that has these columns.
  init?(of table: Table) {
    guard let found = Self.allCases.first(where: { table.hasColumns($0.needed) }) else {
      return nil
    }
    self = found
  }

  /// Makes the table that has these columns, or else that of the file's name if most of its columns are
  /// there: what is missing can then be told.
  init?(of table: Table, named name: String) {
    if let found = Self(of: table) {
      self = found
      return
    }
    let file = name.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".").first.map { $0.lowercased() } ?? ""
    guard let named = Self(rawValue: stem) else { return nil }
    let there = named.needed.count { table.optionalColumn($0) != nil }
    guard 2 * there > named.needed.count else { return nil }
    self = named
  }
}
