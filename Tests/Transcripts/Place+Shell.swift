import Foundation

extension Place {
  /// The folder of another build of the program that is to be tried, where one is named.
  static let otherPrograms = ProcessInfo.processInfo.environment["PASSERELLE_PROGRAMS"]

  /// Runs commands as they would be typed one after the other; the first that fails ends them.
  ///
  /// - Parameters:
  ///   - commands: The commands.
  ///   - scratch: The name of a folder that stays, where a package of Swift is built: what it depends on
  ///     is then built once.
  /// - Returns: The exit code, and all that was printed.
  /// - Throws: The error of the system where the shell cannot be run.
  func shell(
    _ commands: [String], scratch: String = "debug"
  ) throws -> (status: Int32, output: String) {
    let built = Guide.root.appending(path: ".build-sdk/\(scratch)").path
    let script = """
      set -eu
      swift() {
        [ -e .build ] || ln -s '\(built)' .build
        action=$1 && shift
        command swift "$action" --scratch-path '\(built)' "$@"
      }

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
    let programs =
      Self.otherPrograms
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    environment["PATH"] = programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["XDG_DATA_HOME"] = folder.appending(path: "home").path
    process.environment = environment
    let output = try FileHandle(forWritingTo: folder.appending(path: "output"))
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try read("output"))
  }
}
