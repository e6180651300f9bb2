import Foundation
import TestSupport

/// A folder of its own with a store of its own, in which the program is run.
///
/// The store is a copy of the library that was built for all tests.
struct Place: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.appending(path: "batch-\(UUID().uuidString)")
  /// The folder of the store, which is none of what the program works on.
  let data = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try BuiltLibrary.copy(to: data)
  }

  deinit {
    for place in [folder, data] { try? FileManager.default.removeItem(at: place) }
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func run(_ arguments: String) throws -> (status: Int32, output: String, errors: String) {
    let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = built.appending(path: "passerelle")
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.environment = ["PASSERELLE_DATA": data.path]
    // A pipe that nobody reads would fill, and hold the program up.
    try write("", to: "errors")
    let (out, errors) = (Pipe(), try FileHandle(forWritingTo: folder.appending(path: "errors")))
    (process.standardOutput, process.standardError) = (out, errors)
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self), try read("errors"))
  }

  /// The program as it was built.
  static var program: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/passerelle"
  }

  /// Starts the program, or another one, and goes on.
  func start(
    _ arguments: [String], program: String = Self.program, input: String? = nil
  ) throws -> RunningCall {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PASSERELLE_DATA": data.path, "PATH": "/usr/bin:/bin",
      "NO_COLOR": "1",
    ]
    try write(input ?? "", to: "input")
    try write("", to: "log")
    let log = try FileHandle(forWritingTo: folder.appending(path: "log"))
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "input"))
    (process.standardOutput, process.standardError) = (log, log)
    try process.run()
    return RunningCall(process: process, log: folder.appending(path: "log"))
  }
}

/// A program that runs, and what it has printed so far.
struct RunningCall {
  let process: Process
  let log: URL

  /// Waits until a text is printed so many times; a minute at the most.
  func waitFor(_ text: String, times: Int = 1) -> Bool {
    for _ in 0..<600 {
      let printed = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      if printed.ranges(of: text).count >= times { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }
}
