internal import PasserelleModel

/// In which form objects of CASE are made: for a file, or as a server gives them.
package struct CASEForm: Sendable {
  /// A version of CASE.
  package enum Version: String, CaseIterable, Sendable {
    case v1p0, v1p1
  }

  let version: Version
  /// The address of the service, as its clients know it; `nil` in a file.
  let service: String?

  private init(_ version: Version, at service: String?) {
    (self.version, self.service) = (version, service)
  }

  /// A file of CASE 1.0, which keeps whatever its source said.
  static let file = CASEForm(.v1p0, at: nil)

  /// What a server gives: things have its addresses unless the field has given them one, and nothing is
  /// said that the version has not.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - service: The address of the service: `https://example.org/ims/case/v1p1`.
  /// - Returns: The form.
  package static func served(_ version: Version, at service: String) -> CASEForm {
    CASEForm(version, at: service)
  }

  var isServed: Bool { service != nil }

  /// Where the server gives something; `nil` in a file.
  func address(_ collection: String, _ identifier: String) -> String? {
    service.map { "\($0)/\(collection)/\(identifier)" }
  }

  /// The fields that came with CASE 1.1, by collection.
  private static let new: [String: Set<String>] = [
    "CFDocuments": ["frameworkType", "caseVersion", "extensions"],
    "CFItems": ["subject", "subjectURI", "extensions"],
    "CFAssociations": ["notes", "extensions"],
  ]

  /// An object of a collection without what the version has not.
  func fitted(_ object: CASEObject, _ collection: String) -> CASEObject {
    guard isServed, version == .v1p0, let new = Self.new[collection] else { return object }
    return object.keeping { !new.contains($0) }
  }

  /// The fields of a document, by which documents may be chosen and sorted.
  package static func fieldsOfDocuments(in version: Version) -> [String] {
    let fields =
      ["identifier", "uri", "creator", "title", "lastChangeDateTime", "CFPackageURI"]
      + ["statusStartDate", "statusEndDate"] + CASEFields.ofDocument.map(\.name)
    let isNew = { (field: String) in new["CFDocuments"]?.contains(field) == true }
    return fields.filter { version == .v1p1 || !isNew($0) }
  }
}
