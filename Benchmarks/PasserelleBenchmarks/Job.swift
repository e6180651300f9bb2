import Foundation

/// A program that is measured, with all processes that it starts and waits for.
struct Job {
  /// What one run took.
  struct Cost: Encodable {
    /// User and system time of all processes, in seconds.
    var cpu: Double
    /// From start to end, in seconds.
    var wall: Double
    /// The most memory that was resident in the largest process, in MiB.
    var memory: Double
  }

  var name: String
  var command: [String]
  var environment: [String: String] = [:]
  /// The codes with which the program may end.
  var codes: Set<Int32> = [0]

  /// The program that runs another and says what it took: `measure.c`, which is smaller than whatever is measured.
  private static let launcher = ProcessInfo.processInfo.environment["PASSERELLE_MEASURE"]

  /// Runs the program once, its output thrown away.
  func run() throws -> Cost {
    guard let launcher = Self.launcher else {
      throw Failure(job: "'PASSERELLE_MEASURE' names no program that measures", status: 0)
    }
    let result = FileManager.default.temporaryDirectory.path + "/measure-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: result) }
    var pid = pid_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let variables = ProcessInfo.processInfo.environment
      .merging(environment) { _, own in own }.map { "\($0.key)=\($0.value)" }
    let status = withStrings([launcher, result] + command) { argv in
      withStrings(variables) { envp in posix_spawn(&pid, launcher, &actions, nil, argv, envp) }
    }
    guard status == 0 else { throw Failure(job: name, status: status) }
    var ended: Int32 = 0
    waitpid(pid, &ended, 0)
    let figures = (try? String(contentsOfFile: result, encoding: .utf8))?
      .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard ended & 0x7F == 0, codes.contains(ended >> 8 & 0xFF), let figures, figures.count == 3
    else { throw Failure(job: name, status: ended) }
    return Cost(cpu: figures[0], wall: figures[1], memory: figures[2] / 1024)
  }

  struct Failure: Error, CustomStringConvertible {
    var job: String
    var status: Int32
    var description: String { "'\(job)' failed with \(status)" }
  }
}

/// Calls the body with a null-terminated list of C strings.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) } + [nil]
  defer { copies.forEach { free($0) } }
  return body(copies)
}
