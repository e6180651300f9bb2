internal import PasserelleModel

/// A problem in the form of CASE: `imsx_StatusInfo`.
struct CASEStatus: Encodable {
  struct Field: Encodable {
    var imsx_codeMinorFieldName: String
    var imsx_codeMinorFieldValue: String
  }

  struct CodeMinor: Encodable {
    var imsx_codeMinorField: [Field]
  }

  var imsx_codeMajor = "failure"
  var imsx_severity = "error"
  var imsx_description: String
  var imsx_codeMinor: CodeMinor

  init(_ problem: Problem) {
    imsx_description = problem.detail.printable
    imsx_codeMinor = CodeMinor(
      imsx_codeMinorField: [
        Field(
          imsx_codeMinorFieldName: problem.item ?? "sourcedId",
          imsx_codeMinorFieldValue: Self.codes[problem.code] ?? Self.code(of: problem.status))
      ])
  }

  /// The problems that only this door has, and what CASE calls them.
  private static let codes = [
    invalidUUID: "invaliduuid", invalidSelection: "invalid_selection_field",
    invalidFilter: "invalid_filter_field",
  ]
  static let invalidUUID = "invalid-uuid"
  static let invalidSelection = "invalid-selection"
  static let invalidFilter = "invalid-filter"

  private static func code(of status: Int) -> String {
    switch status {
    case 404: "unknownobject"
    case 429, 503: "server_busy"
    case 403, 405: "forbidden"
    case 500...: "internal_server_error"
    default: "invalid_selection_field"
    }
  }
}

extension Problem {
  /// Nothing has an identifier.
  static let unknownObject = Problem(404, "unknown-object", "Unknown Object")

  /// A text is not an identifier.
  static let invalidUUID = Problem(404, CASEStatus.invalidUUID, "Invalid UUID")

  /// An item of the query cannot be answered.
  static func invalidSelection(_ item: String, _ why: String) -> Problem {
    var problem = Problem(400, CASEStatus.invalidSelection, why)
    problem.item = item
    return problem
  }
}
