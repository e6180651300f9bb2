internal import CPasserelle
internal import CSandbox
internal import Foundation
internal import PasserelleModel
internal import Synchronization

/// Runs adapters in a worker process, and starts another where one of them has ended it.
final class WorkerRunner: AdapterRunner {
  private let modules: [AdapterModuleFile]
  private let executable: String
  private let limits: WorkerLimits
  private let state = Mutex(State())

  private struct State {
    var process: WorkerProcess?
    var confinement: Confinement?
    /// The modules that the process has loaded: by their numbers here, each with its number there.
    var loaded: [Int: Int] = [:]
    /// The modules that have ended a process, and are not loaded again.
    var culprits: Set<Int> = []
  }

  /// Prepares to run modules, all of them in one process.
  init(_ modules: [AdapterModuleFile], executable: String, limits: WorkerLimits) {
    self.modules = modules
    self.executable = executable
    self.limits = limits
  }

  /// What the kernel keeps from the modules, once they have been started.
  var confinement: Confinement? { state.withLock { $0.confinement } }

  func start() -> (adapters: [HostedAdapter], failures: [AdapterLoadError]) {
    state.withLock { load(into: &$0) }
  }

  func identify(_ source: Source, by adapters: [Int]) -> (
    sureness: [Int], failures: [AdapterLoadError]
  ) {
    state.withLock { state in
      var sureness: [Int: Int] = [:]
      var failures: [AdapterLoadError] = []
      // Each turn asks all that are left, and loses the one that ends the worker.
      while true {
        let left = adapters.filter { sureness[$0] == nil && !state.culprits.contains($0) }
        guard !left.isEmpty else { break }
        var asked: Int?
        do throws(WorkerFailure) {
          let process = try running(&state)
          let numbers = left.filter { state.loaded[$0] != nil }
          for lost in left where state.loaded[lost] == nil { state.culprits.insert(lost) }
          guard !numbers.isEmpty else { break }
          try ask(process, numbers, numbers.map { state.loaded[$0] ?? 0 }, source, &asked) {
            sureness[$0] = $1
          }
        } catch {
          state.process = nil
          let culprits = asked.map { [$0] } ?? left
          for culprit in culprits {
            state.culprits.insert(culprit)
            failures.append(modules[culprit].failure(.worker(error)))
          }
        }
      }
      return (adapters.map { sureness[$0] ?? 0 }, failures)
    }
  }

  func read(
    _ source: Source, with adapter: Int, for run: AdapterRun
  ) throws(WorkerFailure) -> Int32 {
    // What is read is stored while the lock is held: a worker reads one source at a time.
    let outcome: Result<Int32, WorkerFailure> = state.withLock { state in
      do throws(WorkerFailure) {
        let process = try running(&state)
        guard let number = state.loaded[adapter] else {
          throw WorkerFailure(reason: .noWorker("the module cannot be loaded again"))
        }
        let result = try read(source, with: number, for: run, by: process)
        // A worker that was not listened to until its end is of no further use.
        if run.hasStopped { state.process = nil }
        return .success(result)
      } catch {
        state.process = nil
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  // MARK: - Loading

  /// The process, started again where it has ended.
  private func running(_ state: inout State) throws(WorkerFailure) -> WorkerProcess {
    if let process = state.process { return process }
    let (_, failures) = load(into: &state)
    if let process = state.process { return process }
    if case .worker(let failure)? = failures.first?.reason { throw failure }
    throw WorkerFailure(reason: .noWorker("none of its modules can be loaded"))
  }

  /// Starts a process with all modules that have not ended one before.
  private func load(
    into state: inout State
  ) -> (adapters: [HostedAdapter], failures: [AdapterLoadError]) {
    var failures: [AdapterLoadError] = []
    while true {
      let numbers = modules.indices.filter { !state.culprits.contains($0) }
      guard !numbers.isEmpty else { return ([], failures) }
      var called: Int?
      var answer = Answer()
      do throws(WorkerFailure) {
        let process = try WorkerProcess(executable: executable, limits: limits)
        try load(numbers, by: process, &answer, &called)
        state.process = process
        state.confinement = answer.confinement
        state.loaded = [:]
        for (there, (here, _)) in answer.adapters.enumerated() { state.loaded[here] = there }
        state.culprits.formUnion(answer.failures.map(\.number))
        failures += answer.failures.map(\.error)
        return (answer.adapters.map(\.adapter), failures)
      } catch {
        let culprits = called.map { [numbers[$0]] } ?? numbers
        state.culprits.formUnion(culprits)
        failures += culprits.map { modules[$0].failure(.worker(error)) }
      }
    }
  }

  private struct Answer {
    var confinement: Confinement?
    var adapters: [(number: Int, adapter: HostedAdapter)] = []
    var failures: [(number: Int, error: AdapterLoadError)] = []
  }

  private func load(
    _ numbers: [Int], by process: WorkerProcess, _ answer: inout Answer, _ called: inout Int?
  ) throws(WorkerFailure) {
    var message = process.preamble
    message.put(modules[numbers[0]].isBundled ? 1 : 0)
    for number in numbers {
      message.put(modules[number].name)
      message.put(modules[number].path)
    }
    let seconds = limits.stepSeconds * Double(numbers.count)
    try process.send(
      .load, message, files: numbers.map { modules[$0].file.descriptor }, seconds: seconds)
    var (taken, last) = (answer, called)
    defer { (answer, called) = (taken, last) }
    try process.receive(step(for: numbers.count)) { kind, record throws(MessageReader.Broken) in
      switch kind {
      case .confined:
        taken.confinement = Confinement(
          landlock: try record.number(), filtersCalls: try record.number() != 0)
      case .calling:
        last = try Self.index(try record.number(), of: numbers)
      case .loaded:
        let index = try Self.index(try record.number(), of: numbers)
        let (abi, manifest) = (try record.value(UInt32.self), try record.manifest())
        let module = modules[numbers[index]]
        // The worker has looked at it, too; but who asks is who must be sure.
        guard manifest.id == module.name else { throw MessageReader.Broken() }
        taken.adapters.append(
          (
            numbers[index],
            HostedAdapter(
              manifest: manifest, path: module.path, abi: abi, runner: self,
              number: numbers[index])
          ))
      case .failed:
        let index = try Self.index(try record.number(), of: numbers)
        taken.failures.append(
          (numbers[index], modules[numbers[index]].failure(try record.reason())))
      case .done: return false
      default: throw MessageReader.Broken()
      }
      return true
    }
  }

  private static func index(
    _ index: Int, of numbers: [Int]
  ) throws(MessageReader.Broken) -> Int {
    guard numbers.indices.contains(index) else { throw MessageReader.Broken() }
    return index
  }

  /// For each module there are two records, and two more at most.
  private func step(for count: Int) -> WorkerProcess.Patience {
    WorkerProcess.Patience(
      seconds: limits.stepSeconds, isForEach: true, bytes: 16 << 20, records: 2 * count + 2)
  }

  // MARK: - Asking

  private func ask(
    _ process: WorkerProcess, _ here: [Int], _ there: [Int], _ source: Source, _ asked: inout Int?,
    _ take: (Int, Int) -> Void
  ) throws(WorkerFailure) {
    var message = MessageWriter()
    message.put(there.count)
    for number in there { message.put(number) }
    message.put(source.parts.map(\.name))
    let files = try HandedFiles(source)
    let seconds = limits.stepSeconds * Double(there.count)
    try files.hand { descriptors throws(WorkerFailure) in
      try process.send(.identify, message, files: descriptors, seconds: seconds)
    }
    var last: Int?
    defer { asked = last }
    try process.receive(step(for: there.count)) { kind, record throws(MessageReader.Broken) in
      switch kind {
      case .calling:
        guard let index = there.firstIndex(of: try record.number()) else {
          throw MessageReader.Broken()
        }
        last = here[index]
      case .sureness:
        guard let last else { throw MessageReader.Broken() }
        take(last, min(max(try record.number(), 0), 100))
      case .done: return false
      default: throw MessageReader.Broken()
      }
      return true
    }
  }

  private func read(
    _ source: Source, with number: Int, for run: AdapterRun, by process: WorkerProcess
  ) throws(WorkerFailure) -> Int32 {
    var message = MessageWriter()
    message.put(number)
    message.put(source.parts.map(\.name))
    let files = try HandedFiles(source)
    let seconds = limits.readSeconds + limits.secondsPerByte * Double(files.bytes)
    // While the host stores what was read, the adapter may go on: it has more time than is waited.
    try files.hand { descriptors throws(WorkerFailure) in
      try process.send(.read, message, files: descriptors, seconds: 4 * seconds)
    }
    var decoder = StatementDecoder()
    var result: Int32 = 1
    let patience = WorkerProcess.Patience(
      seconds: seconds, bytes: limits.readBytes + limits.bytesPerByte * files.bytes)
    try process.receive(patience) { kind, record throws(MessageReader.Broken) in
      guard kind == .done else {
        try decoder.decode(kind, &record, for: run)
        return !run.hasStopped
      }
      result = Int32(bitPattern: try record.value(UInt32.self))
      // A whole answer has all that the adapter said.
      guard try record.value(UInt32.self) == decoder.count else { throw MessageReader.Broken() }
      return false
    }
    return result
  }
}

/// The files of a source that a worker is to read.
struct HandedFiles {
  private let descriptors: [Int32]
  /// The size of all.
  let bytes: Int
  private let copies: [OpenFile]

  /// Hands over files as they are; what is in memory is copied into a file in memory that the worker
  /// cannot change.
  init(_ source: Source) throws(WorkerFailure) {
    var (descriptors, copies, bytes): ([Int32], [OpenFile], Int) = ([], [], 0)
    for part in source.parts {
      if let descriptor = part.descriptor {
        descriptors.append(descriptor)
      } else {
        let copy = try Self.copy(of: part)
        copies.append(copy)
        descriptors.append(copy.descriptor)
      }
      var status = stat()
      if let last = descriptors.last, fstat(last, &status) == 0 { bytes += Int(status.st_size) }
    }
    self.descriptors = descriptors
    self.copies = copies
    self.bytes = bytes
  }

  /// Calls the body with the files, open until it returns.
  func hand(_ body: ([Int32]) throws(WorkerFailure) -> Void) throws(WorkerFailure) {
    defer { withExtendedLifetime(copies) {} }
    try body(descriptors)
  }

  private static func copy(of part: SourcePart) throws(WorkerFailure) -> OpenFile {
    let descriptor = csandbox_memory_file("part")
    guard descriptor >= 0 else {
      throw WorkerFailure(
        reason: MachineFault(-descriptor).map { .machine($0) }
          ?? .noWorker(String(cString: strerror(-descriptor))))
    }
    let file = OpenFile(descriptor)
    var offset: UInt64 = 0
    while true {
      let block = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = max(0, part.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer)))
      }
      guard !block.isEmpty else { break }
      guard file.append(block) else {
        throw WorkerFailure(reason: .noWorker("there is not enough memory for the source"))
      }
      offset += UInt64(block.count)
    }
    csandbox_seal(descriptor)
    return file
  }
}
