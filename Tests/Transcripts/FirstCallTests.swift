import Foundation
import Testing

struct FirstCallTests {
  @Test func severalFirstCallsAtOnceAllAnswerTheSame() throws {
    let data = FileManager.default.temporaryDirectory.appending(path: "calls-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: data) }
    let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let calls = try (0..<6).map { _ in
      let (process, output) = (Process(), Pipe())
      process.executableURL = built.appending(path: "passerelle")
      process.arguments = ["stats", "--format", "json"]
      process.environment = ["PASSERELLE_DATA": data.path]
      process.standardOutput = output
      try process.run()
      return (process: process, output: output)
    }
    let answers = calls.map { $0.output.fileHandleForReading.readDataToEndOfFile() }
    for call in calls { call.process.waitUntilExit() }

    #expect(calls.allSatisfy { $0.process.terminationStatus == 0 })
    #expect(Set(answers).count == 1)
    #expect(answers.first?.isEmpty == false)
  }

  /// The program finds the store up to date that the tests have built and copied.
  @Test func aCopiedStoreIsNotBuiltAgain() throws {
    let place = try Place()
    let store = place.data.appending(path: "graph.db")
    let before = try Data(contentsOf: store)
    let call = try place.run("stats --format json")

    #expect(call.status == 0)
    #expect(try Data(contentsOf: store) == before)
  }
}
