import Foundation
import Testing

/// Where the tools are, where they are.
private let interopTools = ProcessInfo.processInfo.environment["PASSERELLE_INTEROP"]

/// What a validator of others says of our reports, by classes that are made of the schema of SARIF.
@Suite(
  .enabled(if: interopTools != nil, "'make interop' installs the tools that these tests ask"))
struct SARIFInteropTests {
  @Test(arguments: ["broken.yaml", "awkward.yaml", "mended.yaml"])
  func aReportIsValid(file: String) throws {
    let place = try Place()
    let path = Transcript.folder.appending(path: "files/\(file)").path
    let (_, report, _) = try place.run("check \(path) --format sarif")
    try place.write(report, to: "report.sarif")
    let read = try place.start(
      [
        "-c",
        """
        from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
        log = Log.model_validate_json(open("report.sarif").read())
        run = log.runs[0]
        for result in run.results: assert run.tool.driver.rules[result.ruleIndex].id == result.ruleId
        print(len(run.results), "results")
        """,
      ], program: try #require(interopTools) + "/bin/python")
    read.process.waitUntilExit()

    #expect(read.process.terminationStatus == 0)
    #expect(read.waitFor("\(report.ranges(of: "\"ruleId\"").count) results"))
  }
}
