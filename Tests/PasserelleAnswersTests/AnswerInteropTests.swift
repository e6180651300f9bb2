import Foundation
import TestSupport
import Testing

@testable import PasserelleAnswers

/// Where the tools are, where they are.
private let interopTools = ProcessInfo.processInfo.environment["PASSERELLE_INTEROP"]

/// What a validator of others says about our answers.
@Suite(
  .enabled(if: interopTools != nil, "'make interop' installs the tools that these tests ask"))
struct AnswerInteropTests {
  @Test func jsonschemaAcceptsAnAnswerOfEveryKind() throws {
    let language = try Language("en", in: Place.root.appending(path: "Languages").path)
    let samples = try SampleAnswers()
    let answers = Dictionary(
      try samples.answers.map { (type(of: $0).kind, try $0.json(in: language)) },
      uniquingKeysWith: { first, _ in first })
    let place = try Place()
    defer { place.remove() }
    let files = try answers.map { try place.write("\($0).json", $1).path }

    let process = Process()
    process.executableURL = URL(filePath: try #require(interopTools) + "/bin/python")
    process.arguments = ["-c", Self.program, AnswerSchemas.folder.path] + files
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()

    #expect(process.terminationStatus == 0)
    #expect(
      String(decoding: printed, as: UTF8.self) == answers.keys.sorted().map { "\($0)\n" }.joined())
  }

  /// Prints the kinds of answers that are valid.
  private static let program = """
    import json, jsonschema, referencing, sys
    def retrieve(uri):
      return referencing.Resource.from_contents(json.load(open(uri.removeprefix("file://"))))
    registry = referencing.Registry(retrieve=retrieve)
    valid = []
    for path in sys.argv[2:]:
      answer = json.load(open(path))
      schema = sys.argv[1] + "/" + answer["answer"] + ".json"
      jsonschema.Draft202012Validator.check_schema(json.load(open(schema)))
      validator = jsonschema.Draft202012Validator({"$ref": "file://" + schema}, registry=registry)
      problems = list(validator.iter_errors(answer))
      if problems: print(path, problems[0].message, list(problems[0].path))
      else: valid.append(answer["answer"])
    for kind in sorted(valid): print(kind)
    """
}
