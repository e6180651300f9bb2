import Foundation
import PasserelleKit
import PasserelleTesting
import Testing

@testable import Profiles

/// Holds the schema that editors use to what the adapter reads.
struct SchemaTests {
  private static var schema: [String: Any] {
    get throws {
      let file = URL(filePath: #filePath)
        .appending(path: "../../../../Schemas/profile.schema.json").standardizedFileURL
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      return try #require(object as? [String: Any])
    }
  }

  /// Each part of a profile, with a key that nobody knows, by its name in the schema.
  static let parts = [
    "": "nonsense: 1\n", "certificate": "certificates: [{title: a, country: IE, nonsense: 1}]\n",
    "experience": "experience: [{title: a, nonsense: 1}]\n",
    "competence": "competences: [{title: a, nonsense: 1}]\n",
    "language": "languages: [{language: de, nonsense: 1}]\n",
  ]

  @Test(arguments: parts)
  func hasTheKeysThatTheAdapterKnows(part: String, text: String) throws {
    let hint = try #require(diagnostic(of: text)?.hint)
    let known = hint.matches(of: /'([a-z]+)'/).map { String($0.output.1) }

    #expect(Set(known) == Set(try properties(of: part).keys))
  }

  static let required = [
    "certificate": "certificates: [{}]\n", "experience": "experience: [{}]\n",
    "competence": "competences: [{}]\n", "language": "languages: [{}]\n",
  ]

  @Test(arguments: required)
  func requiresWhatTheAdapterRequires(part: String, text: String) throws {
    let definition = try definition(of: part)
    let first = try #require((definition["required"] as? [String])?.first)

    #expect(diagnostic(of: text)?.summary.contains("'\(first)'") == true)
  }

  @Test func namesTheStatesOfADocument() throws {
    let states = try properties(of: "certificate")["document"] as? [String: Any]

    #expect(states?["enum"] as? [String] == DocumentState.allCases.map(\.rawValue))
  }

  private func diagnostic(of text: String) -> Diagnostic? {
    Reading(of: "profile: 1\nreference: a\n" + text, named: "a.yaml", with: Profiles())
      .diagnostics.first
  }

  private func definition(of part: String) throws -> [String: Any] {
    let schema = try Self.schema
    guard !part.isEmpty else { return schema }
    let definitions = try #require(schema["$defs"] as? [String: Any])
    return try #require(definitions[part] as? [String: Any])
  }

  private func properties(of part: String) throws -> [String: Any] {
    try #require(try definition(of: part)["properties"] as? [String: Any])
  }
}
