internal import Foundation

/// The fields of CASE that a note or a detail keeps, in the order in which they are written.
enum CASEFields {
  /// How a field is written.
  enum Form {
    case text, texts, number
    /// What has a structure, which the value is in JSON.
    case json
  }

  static let ofDocument: [(name: String, form: Form)] = [
    ("officialSourceURL", .text), ("publisher", .text), ("description", .text),
    ("subject", .texts), ("subjectURI", .json), ("language", .text), ("version", .text),
    ("adoptionStatus", .text), ("frameworkType", .text), ("caseVersion", .text),
    ("licenseURI", .json), ("notes", .text), ("CFPackageURI", .json), ("extensions", .json),
  ]

  static let ofItem: [(name: String, form: Form)] = [
    ("alternativeLabel", .text), ("abbreviatedStatement", .text), ("listEnumeration", .text),
    ("conceptKeywords", .texts), ("conceptKeywordsURI", .json), ("notes", .text),
    ("subject", .texts), ("subjectURI", .json), ("language", .text), ("educationLevel", .texts),
    ("CFItemTypeURI", .json), ("licenseURI", .json), ("extensions", .json),
  ]

  static let ofAssociation: [(name: String, form: Form)] = [
    ("sequenceNumber", .number), ("CFAssociationGroupingURI", .json), ("notes", .text),
    ("extensions", .json),
  ]

  /// What is kept of each thing beside its fields.
  static let ofAll: Set = ["identifier", "uri", "lastChangeDateTime"]
}

/// What CASE said of something, by the names of its fields.
struct CASEValues {
  private let values: [String: [String]]

  init(_ values: [NamedValue]) {
    self.values = Dictionary(grouping: values, by: \.name).mapValues { $0.map(\.value) }
  }

  /// The values of a field.
  subscript(_ name: String) -> String? { values[name]?.first }

  /// Whether a field has this value, and will be written with it.
  func says(_ text: String, in fields: [(name: String, form: CASEFields.Form)]) -> Bool {
    fields.contains { values[$0.name]?.contains(text) == true }
  }

  /// The members of an object.
  func members(
    _ fields: [(name: String, form: CASEFields.Form)]
  ) -> [(name: String, json: String)] {
    fields.compactMap { name, form in
      guard let texts = values[name], let first = texts.first else { return nil }
      switch form {
      case .text: return (name, first.jsonQuoted)
      case .texts: return (name, "[\(texts.map(\.jsonQuoted).joined(separator: ", "))]")
      case .number: return (name, Int(first).map(String.init) ?? first.jsonQuoted)
      case .json: return (name, first.isJSONStructure ? first : first.jsonQuoted)
      }
    }
  }
}

extension String {
  /// Whether the text is an object or a list in JSON.
  fileprivate var isJSONStructure: Bool {
    (hasPrefix("{") || hasPrefix("["))
      && (try? JSONSerialization.jsonObject(with: Data(utf8))) != nil
  }
}
