import Foundation
import PasserelleAnswers
import PasserelleServer
import TestSupport
import Testing

private let tools = ProcessInfo.processInfo.environment["PASSERELLE_INTEROP"]

/// The JSON Schemas of packages, beside the project: their publisher's terms keep them out of it.
private func schema(of version: String) -> String {
  Place.root.appending(path: "../shared/data/case/schema/case-\(version)-cfpackage-schema.json")
    .standardizedFileURL.path
}

/// Every package that is served of the bundled library, by the schemas of 1EdTech.
@Suite(.enabled(if: tools != nil, "'make interop' installs the tools that these tests ask"))
struct CASESchemaTests {
  @Test(arguments: ["v1p0", "v1p1"])
  func everyPackageIsValid(version: String) throws {
    guard FileManager.default.fileExists(atPath: schema(of: version)) else { return }
    try withSite([CASEDoor()]) { site in
      let list = try #require(
        try JSONSerialization.jsonObject(
          with: Data(site.answer("GET", "/ims/case/\(version)/CFDocuments?limit=1000").body))
          as? [String: [[String: Any]]])
      let ids = try #require(list["CFDocuments"]).compactMap { $0["identifier"] as? String }
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "case-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      for id in ids {
        let response = site.answer("GET", "/ims/case/\(version)/CFPackages/\(id)")
        try Data(response.body).write(to: folder.appending(path: "\(id).json"))
      }

      #expect(ids.count > 100)
      #expect(try Self.invalid(in: folder, by: schema(of: version)) == [])
    }
  }

  private static func invalid(in folder: URL, by schema: String) throws -> [String] {
    let script = """
      import json, jsonschema, pathlib, sys
      schema = json.load(open(sys.argv[1]))
      kind = jsonschema.validators.validator_for(schema)
      validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
      for path in sorted(pathlib.Path(sys.argv[2]).glob("*.json")):
        for error in validator.iter_errors(json.loads(path.read_text())):
          print(path.name, "/".join(map(str, error.path)), error.message[:200])
      """
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "\(tools ?? "")/bin/python")
    process.arguments = ["-c", script, schema, folder.path]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
