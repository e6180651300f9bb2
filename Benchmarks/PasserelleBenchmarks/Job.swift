import Foundation

/// A program that is measured, as a whole process.
struct Job {
  /// What one run took.
  struct Cost {
    /// User and system time, in seconds.
    var cpu: Double
    /// From start to end, in seconds.
    var wall: Double
    /// The most memory that was resident, in MiB.
    var memory: Double
  }

  var name: String
  var command: [String]
  var environment: [String: String] = [:]

  /// Runs the program once, its output thrown away.
  func run() throws -> Cost {
    let started = ContinuousClock.now
    var pid = pid_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let variables = ProcessInfo.processInfo.environment
      .merging(environment) { _, own in own }.map { "\($0.key)=\($0.value)" }
    let status = withStrings(command) { argv in
      withStrings(variables) { envp in posix_spawn(&pid, command[0], &actions, nil, argv, envp) }
    }
    guard status == 0 else { throw Failure(job: name, status: status) }
    var result: Int32 = 0
    var usage = rusage()
    wait4(pid, &result, 0, &usage)
    guard result == 0 else { throw Failure(job: name, status: result) }
    let wall = started.duration(to: .now)
    return Cost(
      cpu: usage.ru_utime.seconds + usage.ru_stime.seconds,
      wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      memory: Double(usage.ru_maxrss) / 1024)
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

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
