internal import CSandbox
internal import Foundation
internal import Synchronization

/// The host's end of a worker: it starts the process, sends it commands, reads its answers, and ends
/// it.
///
/// The process ends with this object, or with the host.
final class WorkerProcess: Sendable {
  private let process: pid_t
  private let commands: OpenFile
  private let results: OpenFile
  /// What the modules print: in memory, with a limit.
  private let log: OpenFile
  private let secret = UInt64.random(in: 1...UInt64.max)
  private let limits: WorkerLimits
  /// The most memory that this process had when it started the worker: the system counts it as the
  /// worker's.
  private let inheritedMemory: UInt64
  private let sequence = Atomic<UInt32>(0)
  private let isEnded = Atomic<Bool>(false)

  /// The bytes that the pipe holds, where the system allows.
  private static let pipeBytes: Int32 = 1 << 20

  /// Starts the program as a worker.
  init(executable: String, limits: WorkerLimits) throws(WorkerFailure) {
    self.limits = limits
    var (sockets, pipe): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    let log = csandbox_memory_file("log")
    guard log >= 0 else { throw Self.failure(log) }
    self.log = OpenFile(log)
    let paired = csandbox_sockets(&sockets, Int32(limits.stepSeconds.rounded(.up)))
    guard paired == 0 else { throw Self.failure(paired) }
    commands = OpenFile(sockets[0])
    let theirCommands = OpenFile(sockets[1])
    let piped = csandbox_pipe(&pipe, Self.pipeBytes)
    guard piped == 0 else { throw Self.failure(piped) }
    results = OpenFile(pipe[0])
    let theirResults = OpenFile(pipe[1])
    var process = pid_t()
    let environment = Self.environment.map { strdup($0) } + [nil]
    defer { environment.forEach { free($0) } }
    let started = withExtendedLifetime((theirCommands, theirResults)) {
      environment.map { UnsafePointer($0) }.withUnsafeBufferPointer {
        csandbox_spawn(
          executable, AdapterWorker.argument, $0.baseAddress, log, theirCommands.descriptor,
          theirResults.descriptor, &process)
      }
    }
    guard started == 0 else {
      if let fault = MachineFault(-started) { throw WorkerFailure(reason: .machine(fault)) }
      let why = String(cString: strerror(-started))
      throw WorkerFailure(reason: .noWorker("'\(executable)': \(why)"))
    }
    self.process = process
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    inheritedMemory = UInt64(max(0, usage.ru_maxrss)) << 10
    // The worker counts as a thread, and may have been the last.
    if let fault = MachineFault.ofThreads() { throw WorkerFailure(reason: .machine(fault)) }
  }

  deinit { _ = end() }

  /// All that a worker's environment holds.
  ///
  /// The Swift runtime is looked for where this process has found it.
  private static var environment: [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    csandbox_runtime_folder(&buffer, buffer.count)
    let runtime = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return ["LANG=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"]
      + (runtime.isEmpty ? [] : ["LD_LIBRARY_PATH=\(runtime)"])
  }

  private static func failure(_ error: Int32) -> WorkerFailure {
    WorkerFailure(
      reason: MachineFault(-error).map { .machine($0) }
        ?? .noWorker(String(cString: strerror(-error))))
  }

  /// What stands before a command to load: the secret of this worker and what it may take.
  var preamble: MessageWriter {
    var message = MessageWriter()
    for number in [secret, limits.addressSpace, limits.logBytes, limits.openFiles] {
      message.put(number)
    }
    return message
  }

  /// Sends a command, with files that the worker may read.
  ///
  /// - Parameters:
  ///   - kind: What is asked for.
  ///   - message: What about.
  ///   - files: The files, which need not stay open.
  ///   - seconds: The processor time that the worker may use for it.
  /// - Throws: What became of the process.
  func send(
    _ kind: WorkerCommand, _ message: MessageWriter, files: [Int32], seconds: Double
  ) throws(WorkerFailure) {
    csandbox_allow_time(process, UInt64(seconds.rounded(.up)))
    var head = MessageWriter()
    head.put(kind.rawValue)
    head.put(message.bytes.count)
    head.put(files.count)
    let bytes = head.bytes + message.bytes
    let started = ContinuousClock.now
    let sent = csandbox_send(commands.descriptor, bytes, bytes.count, files, files.count)
    guard sent == 0 else {
      let isSlow = (ContinuousClock.now - started).seconds > limits.stepSeconds / 2
      if sent == -EAGAIN, isSlow { throw ended(by: .silence(seconds: limits.stepSeconds)) }
      throw ended(by: MachineFault(-sent).map { .machine($0) })
    }
  }

  /// How long the host waits, and how much it listens to.
  struct Patience {
    /// The seconds that it waits in all, or for each chunk where `isForEach`.
    var seconds: Double
    var isForEach = false
    var bytes: Int
    var records = Int.max
  }

  /// Reads records until a body has had enough.
  ///
  /// - Parameters:
  ///   - patience: When to give up.
  ///   - body: Takes a record, and says whether there are more.
  /// - Throws: What became of the process, or why it had to be ended.
  func receive(
    _ patience: Patience,
    _ body: (WorkerRecord, inout MessageReader) throws(MessageReader.Broken) -> Bool
  ) throws(WorkerFailure) {
    var chunks = ChunkReader(
      results.descriptor, secret: secret, sequence: sequence.load(ordering: .relaxed))
    var (waited, received, records) = (0.0, 0, 0)
    while true {
      let chunk: UnsafeRawBufferPointer
      switch chunks.next(for: patience.seconds - waited) {
      case .chunk(let bytes, let time):
        chunk = bytes
        waited = patience.isForEach ? 0 : waited + time
      case .silence: throw ended(by: .silence(seconds: patience.seconds))
      case .broken: throw ended(by: .broken)
      case .failed(let fault): throw ended(by: .machine(fault))
      case .end: throw ended()
      }
      sequence.store(chunks.sequence, ordering: .relaxed)
      received += chunk.count
      guard received <= patience.bytes else { throw ended(by: .flood(bytes: patience.bytes)) }
      var message = MessageReader(chunk)
      do throws(MessageReader.Broken) {
        while !message.isAtEnd {
          records += 1
          guard records <= patience.records,
            let kind = WorkerRecord(rawValue: try message.value(UInt32.self))
          else { throw MessageReader.Broken() }
          if try !body(kind, &message) { return }
        }
      } catch {
        throw ended(by: .broken)
      }
    }
  }

  /// Ends the process and says why it had to.
  ///
  /// - Parameter reason: What the host has against it; the process itself is asked otherwise.
  /// - Returns: The failure to be told of.
  func ended(by reason: WorkerFailure.Reason? = nil) -> WorkerFailure {
    let hasEnded = reason == nil && waitForEnd()
    let (status, memory) = end()
    let signal = status & 0x7F
    let found: WorkerFailure.Reason =
      reason
      ?? (signal != 0 && memory > max(limits.addressSpace / 2, inheritedMemory)
        ? .memory(used: memory, limit: limits.addressSpace)
        : signal == 0
          ? .exit(status >> 8 & 0xFF)
          : signal != SIGKILL
            ? .signal(signal)
            : hasEnded ? .killed : .broken)
    return WorkerFailure(reason: found, log: lastLines())
  }

  /// A process that has closed its end is about to be gone.
  ///
  /// - Returns: Whether it has gone by itself, and need not be ended.
  private func waitForEnd() -> Bool {
    for _ in 0..<200 {
      var information = siginfo_t()
      if waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) != 0 {
        return false
      }
      if information._sifields._sigchld.si_pid == process { return true }
      usleep(1_000)
    }
    return false
  }

  /// Ends the process, with all that it may have started, and leaves no trace of it.
  private func end() -> (status: Int32, memory: UInt64) {
    guard !isEnded.exchange(true, ordering: .relaxed) else { return (0, 0) }
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    return (status, UInt64(max(0, usage.ru_maxrss)) << 10)
  }

  /// The last lines that the modules have printed, made fit to be shown.
  private func lastLines() -> [String] {
    var status = stat()
    guard fstat(log.descriptor, &status) == 0 else { return [] }
    let tail = log.read(2_048, at: max(0, Int(status.st_size) - 2_048))
    return String(decoding: tail, as: UTF8.self).split(whereSeparator: \.isNewline).suffix(2)
      .map { $0.count > 160 ? $0.prefix(159) + "…" : String($0) }
  }
}
