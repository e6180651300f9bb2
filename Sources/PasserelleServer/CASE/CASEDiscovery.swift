internal import Passerelle
internal import PasserelleModel

/// The description of the service in OpenAPI 3.0, where clients of CASE look for it.
struct CASEDiscovery {
  private let version: CASEForm.Version
  private let address: String

  init(_ version: CASEForm.Version, at address: String) {
    (self.version, self.address) = (version, address)
  }

  var text: String {
    let label = version == .v1p1 ? "1.1" : "1.0"
    let paths =
      [path("/CFDocuments", "getAllCFDocuments", Self.queries)]
      + CASERequest.Collection.allCases.map { collection in
        path(
          "/\(collection.rawValue)/{sourcedId}", "get\(Self.operation(of: collection))",
          [Self.parameter("sourcedId", "path", "\"string\", \"format\": \"uuid\"")])
      }
    return """
      {"openapi": "3.0.3",
      "info": {"title": "CASE \(label), read only", "version": "1.0"},
      "servers": [{"url": \(address.jsonQuoted)}],
      "paths": {\(paths.joined(separator: ",\n"))},
      "components": {"schemas": {"imsx_StatusInfo": \(Self.status)}}}

      """
  }

  private static func operation(of collection: CASERequest.Collection) -> String {
    collection == .itemAssociations
      ? collection.rawValue : String(collection.rawValue.dropLast())
  }

  private func path(_ path: String, _ operation: String, _ parameters: [String]) -> String {
    let failures = ["400", "404", "500"].map { status in
      """
      "\(status)": {"description": "what is wrong", "content": {"application/json": {"schema": \
      {"$ref": "#/components/schemas/imsx_StatusInfo"}}}}
      """
    }
    let success = """
      "200": {"description": "what was asked for", "content": {"application/json": {"schema": \
      {"type": "object"}}}}
      """
    return """
      \(path.jsonQuoted): {"get": {"operationId": \(operation.jsonQuoted), \
      "parameters": [\(parameters.joined(separator: ", "))], \
      "responses": {\(([success] + failures).joined(separator: ", "))}}}
      """
  }

  private static let queries =
    [
      parameter("limit", "query", "\"integer\", \"default\": 100, \"minimum\": 1"),
      parameter("offset", "query", "\"integer\", \"default\": 0, \"minimum\": 0"),
      parameter("orderBy", "query", "\"string\", \"enum\": [\"asc\", \"desc\"]"),
    ] + ["sort", "filter", "fields"].map { parameter($0, "query", "\"string\"") }

  private static func parameter(_ name: String, _ place: String, _ schema: String) -> String {
    """
    {"name": "\(name)", "in": "\(place)", "required": \(place == "path"), \
    "schema": {"type": \(schema)}}
    """
  }

  private static let status = """
    {"type": "object", "required": ["imsx_codeMajor", "imsx_severity"], "properties": {\
    "imsx_codeMajor": {"type": "string"}, "imsx_severity": {"type": "string"}, \
    "imsx_description": {"type": "string"}, "imsx_codeMinor": {"type": "object", "properties": {\
    "imsx_codeMinorField": {"type": "array", "items": {"type": "object", "properties": {\
    "imsx_codeMinorFieldName": {"type": "string"}, \
    "imsx_codeMinorFieldValue": {"type": "string"}}}}}}}}
    """
}
