import Foundation

extension Place {
  /// The folder of the program that is tried: that of the tests' own build, or another.
  static var programs: String {
    ProcessInfo.processInfo.environment["PASSERELLE_PROGRAMS"]
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
  }

  /// Runs commands as they would be typed one after the other; the first that fails ends them.
  ///
  /// A package of Swift is built in a folder that stays, so that what it depends on is built once.
  func shell(_ commands: [String]) throws -> (status: Int32, output: String) {
    let built = Guide.root.appending(path: ".build-sdk").path
    let script = """
      set -eu
      swift() { [ -e .build ] || { mkdir -p '\(built)' && ln -s '\(built)' .build; }; command swift "$@"; }

      """
    try write(script + commands.joined(separator: "\n"), to: "commands.sh")
    try write("", to: "output")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [folder.appending(path: "commands.sh").path]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("PASSERELLE_")
    }
    environment["PATH"] = Self.programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["XDG_DATA_HOME"] = folder.appending(path: "home").path
    process.environment = environment
    let output = try FileHandle(forWritingTo: folder.appending(path: "output"))
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try read("output"))
  }
}
