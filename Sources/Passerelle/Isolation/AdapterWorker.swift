internal import CSandbox
internal import Foundation
package import PasserelleModel

/// The process that adapters run in: a program of its own, for the program that answers has the Swift
/// runtime within it, and modules in Swift need it as a library.
///
/// It takes one command at a time, confines itself at the first, and ends when the host does. Nothing
/// that it says is believed: the host checks all of it.
package final class AdapterWorker {
  /// The first argument that makes its program a worker: one of another version does not know it.
  package static let argument = "--adapter-worker=\(Program.version)"

  private var results = ResultStream(to: Int32(CSANDBOX_RESULTS), secret: 0)
  private var adapters: [LoadedAdapter] = []
  private let unpack: Unpack

  private init(_ unpack: @escaping Unpack) { self.unpack = unpack }

  /// Runs the worker until the host has gone.
  ///
  /// - Parameter unpack: Opens containers.
  package static func run(_ unpack: @escaping Unpack) -> Never {
    let worker = AdapterWorker(unpack)
    while let (kind, message, files) = worker.command() {
      guard worker.answer(kind, message, files) else { break }
    }
    _exit(0)
  }

  /// Goes on as the worker's program, with the arguments of this one: to debug an adapter.
  ///
  /// Returns only where there is no such program; what then asks for an adapter says so.
  package static func takeOver(with arguments: [String]) {
    let arguments = (["passerelle"] + arguments).map { strdup($0) } + [nil]
    execv(Locations.ownWorker, arguments)
  }

  private func command() -> (WorkerCommand, [UInt8], [Int32])? {
    var head: (kind: UInt32, bytes: UInt32, files: UInt32) = (0, 0, 0)
    let socket = Int32(CSANDBOX_COMMANDS)
    guard csandbox_receive(socket, &head, WorkerCommand.headSize) == 0,
      let kind = WorkerCommand(rawValue: head.kind)
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(head.bytes))
    var files = [Int32](repeating: -1, count: Int(head.files))
    guard csandbox_receive(socket, &bytes, bytes.count) == 0,
      csandbox_receive_files(socket, &files, files.count) == 0
    else { return nil }
    return (kind, bytes, files)
  }

  /// Answers a command; false where it is none.
  private func answer(_ kind: WorkerCommand, _ bytes: [UInt8], _ files: [Int32]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var message = MessageReader(bytes)
      do {
        switch kind {
        case .load: try load(&message, files)
        case .identify: try identify(&message, files)
        case .read: try read(&message, files)
        case .unpack: try unpack(&message, files)
        }
      } catch {
        return false
      }
      return !results.isClosed
    }
  }

  private func load(_ message: inout MessageReader, _ files: [Int32]) throws {
    results = ResultStream(
      to: Int32(CSANDBOX_RESULTS), secret: try message.value(UInt64.self))
    let limits = (
      space: try message.value(UInt64.self), log: try message.value(UInt64.self),
      files: try message.value(UInt64.self)
    )
    let isBundled = try message.number() != 0
    var modules: [AdapterModuleFile] = []
    for file in files {
      modules.append(
        AdapterModuleFile(
          name: try message.text(), path: try message.text(), isBundled: isBundled,
          file: OpenFile(file)))
    }
    let confinement = Self.confine(limits.space, limits.log, limits.files, modules)
    var answer = MessageWriter()
    answer.put(WorkerRecord.confined)
    answer.put(confinement.landlock)
    answer.put(confinement.filtersCalls ? 1 : 0)
    for (index, module) in modules.enumerated() {
      answer.put(WorkerRecord.calling)
      answer.put(index)
      send(&answer)
      do throws(AdapterLoadError) {
        // Nothing of a stranger's module runs where nothing would hold it.
        guard isBundled || confinement.isWhole else {
          throw module.failure(.unconfined(lacking: confinement.lacking))
        }
        let adapter = try LoadedAdapter(module)
        adapters.append(adapter)
        answer.put(WorkerRecord.loaded)
        answer.put(index)
        answer.put(Int(adapter.abi))
        answer.put(adapter.manifest)
      } catch {
        answer.put(WorkerRecord.failed)
        answer.put(index)
        answer.put(error.reason)
      }
      // The linker knows a library by its descriptor, which is not to be used again.
      _ = Unmanaged.passRetained(module.file)
    }
    finish(&answer)
  }

  /// The folders of the system's libraries, and what the linker asks which are there.
  private static let libraries = [
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
  ]

  private static func confine(
    _ space: UInt64, _ log: UInt64, _ openFiles: UInt64, _ modules: [AdapterModuleFile]
  ) -> Confinement {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    csandbox_runtime_folder(&buffer, buffer.count)
    let runtime = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folders = (libraries + [runtime]).map { strdup($0) }
    defer { folders.forEach { free($0) } }
    let files = modules.map(\.file.descriptor)
    let state = folders.map { UnsafePointer($0) }.withUnsafeBufferPointer { folders in
      files.withUnsafeBufferPointer { files in
        var limits = csandbox_limits(
          address_space: space, log_bytes: log, open_files: openFiles,
          folders: folders.baseAddress, folder_count: folders.count, files: files.baseAddress,
          file_count: files.count)
        return csandbox_confine(&limits)
      }
    }
    return Confinement(landlock: Int(state.landlock), filtersCalls: state.seccomp != 0)
  }

  private func identify(_ message: inout MessageReader, _ files: [Int32]) throws {
    var numbers: [Int] = []
    for _ in 0..<(try message.number()) { numbers.append(try message.number()) }
    let source = try Self.source(&message, files)
    var answer = MessageWriter()
    for number in numbers {
      answer.put(WorkerRecord.calling)
      answer.put(number)
      send(&answer)
      answer.put(WorkerRecord.sureness)
      answer.put(adapters[number].identify(source))
    }
    finish(&answer)
  }

  private func read(_ message: inout MessageReader, _ files: [Int32]) throws {
    let number = try message.number()
    let sender = StatementSender(try Self.source(&message, files), to: results)
    let result = adapters[number].read(for: sender)
    var answer = MessageWriter()
    answer.put(WorkerRecord.done)
    answer.put(UInt32(bitPattern: result))
    answer.put(sender.records)
    send(&answer)
  }

  private func unpack(_ message: inout MessageReader, _ files: [Int32]) throws {
    let sheets = try message.texts()
    let sender = UnpackedSender(to: results)
    let source = try Self.source(&message, files)
    do throws(Diagnostic) {
      try unpack(source, sheets, sender)
    } catch {
      sender.report(error)
    }
    var answer = MessageWriter()
    finish(&answer)
  }

  private static func source(
    _ message: inout MessageReader, _ files: [Int32]
  ) throws(MessageReader.Broken) -> Source {
    var parts: [SourcePart] = []
    for (index, name) in try message.texts().enumerated() {
      guard files.indices.contains(index) else { throw MessageReader.Broken() }
      let file = OpenFile(files[index])
      parts.append(
        SourcePart(name: name, index: index, descriptor: file.descriptor) { offset, buffer in
          let count = pread(
            file.descriptor, buffer.baseAddress, buffer.count, off_t(clamping: offset))
          SourceProgress.leave(file.descriptor, behind: offset, count)
          return count
        })
    }
    guard !parts.isEmpty else { throw MessageReader.Broken() }
    return Source(parts: parts)
  }

  private func send(_ answer: inout MessageWriter) {
    results.put(answer)
    results.flush()
    answer = MessageWriter()
  }

  private func finish(_ answer: inout MessageWriter) {
    answer.put(WorkerRecord.done)
    answer.put(UInt32(0))
    answer.put(UInt32(0))
    send(&answer)
  }
}
