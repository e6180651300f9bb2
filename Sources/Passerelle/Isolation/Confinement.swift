/// What the kernel keeps from the code of an adapter.
package struct Confinement: Hashable, Sendable {
  /// The version of Landlock, 0 where the kernel has none.
  var landlock: Int
  /// Whether system calls are filtered.
  var filtersCalls: Bool

  /// Whether all that Passerelle asks for is in force.
  package var isWhole: Bool { landlock > 0 && filtersCalls }

  /// What the kernel lacks.
  var lacking: String {
    [landlock > 0 ? nil : "Landlock", filtersCalls ? nil : "filter of system calls"]
      .compactMap(\.self).joined(separator: " and no ")
  }

  /// What is in force, and what is not.
  package var words: String {
    let files =
      landlock > 0
      ? "they open nothing but system libraries (Landlock \(landlock))"
      : "this kernel has no Landlock, so a module that came with the program can read what you can"
    let calls =
      filtersCalls
      ? "their system calls are filtered"
      : "this kernel cannot filter system calls, so they can use the network"
    return "\(files); \(calls)"
      + (isWhole ? "" : "; adapters that did not come with it are not run")
  }
}

/// How much a worker may take before the host ends it.
package struct WorkerLimits: Sendable {
  /// The memory that it may map, in bytes.
  ///
  /// The largest documents that are read whole, and three million triples, take a third of it.
  package var addressSpace: UInt64 = 2 << 30
  /// What its modules may print, in bytes; the rest is lost.
  package var logBytes: UInt64 = 1 << 20
  /// How many files it may have open.
  package var openFiles: UInt64 = 1_024
  /// How long the host waits for a module to load or to identify a file, in seconds.
  package var stepSeconds = 10.0
  /// How long the host waits in all while a source is read, in seconds, and for each byte of it.
  package var readSeconds = 30.0
  package var secondsPerByte = 4e-6
  /// How many bytes of statements may come of a source, and for each byte of it.
  package var readBytes: Int = 64 << 20
  package var bytesPerByte = 64

  /// Creates the limits that hold unless a host is told otherwise.
  package init() {}
}
