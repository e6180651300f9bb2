internal import CSandbox
internal import Foundation
internal import PasserelleModel

/// Opens containers in a worker, which is started at the first.
final class ContainerOpener {
  private let executable: String
  private let limits: WorkerLimits
  private var process: WorkerProcess?

  /// More bytes than a worker hands over of one container: a sheet may be read twice.
  private static let mostBytes = 6 << 30
  /// As many files as a container may have, each of them open.
  private static let mostFiles = 5_000

  init(_ locations: Locations) {
    if case .worker(let executable) = locations.isolation {
      self.executable = executable
    } else {
      executable = Locations.ownWorker
    }
    limits = locations.limits
  }

  /// What was in a container.
  struct Contents {
    var files: [UnpackedFile] = []
    var problems: [Diagnostic] = []
  }

  /// Opens a container.
  ///
  /// - Parameters:
  ///   - source: The container, and its map if it has one.
  ///   - path: How problems name it.
  ///   - sheets: The sheets of a workbook that are wanted.
  /// - Returns: Its files, and what is told of it; if that is an error, there may be too few files.
  func open(_ source: Source, at path: String, sheets: [String]) -> Contents {
    var contents = Contents()
    do throws(WorkerFailure) {
      try open(source, at: path, sheets: sheets, into: &contents)
    } catch {
      process = nil
      contents.problems.append(
        .error(
          error.diagnosticID, at: SourcePosition(file: path),
          "the process that opens archives and workbooks \(error.words)",
          hint: "unpack the file, or save its sheets as CSV"))
    }
    if contents.problems.contains(where: { $0.severity == .error }) { contents.files = [] }
    return contents
  }

  private func open(
    _ source: Source, at path: String, sheets: [String], into contents: inout Contents
  ) throws(WorkerFailure) {
    csandbox_allow_open_files(UInt64(Self.mostFiles) + 512)
    let process = try running()
    var message = MessageWriter()
    message.put(sheets)
    message.put(source.parts.map(\.name))
    let files = try HandedFiles(source)
    let seconds = limits.readSeconds + 4 * limits.secondsPerByte * Double(files.bytes)
    try files.hand { descriptors throws(WorkerFailure) in
      try process.send(.unpack, message, files: descriptors, seconds: 4 * seconds)
    }
    var (drafts, problems): ([UnpackedFile.Draft], [Diagnostic]) = ([], [])
    var hasRoom = true
    let patience = WorkerProcess.Patience(seconds: seconds, bytes: Self.mostBytes)
    try process.receive(patience) { kind, record throws(MessageReader.Broken) in
      switch kind {
      case .file:
        let texts = try record.texts()
        guard let name = texts.first, drafts.count < Self.mostFiles else {
          throw MessageReader.Broken()
        }
        if drafts.last?.name == name { drafts.removeLast() }
        if let draft = UnpackedFile.Draft(name, sheet: texts.dropFirst().first) {
          drafts.append(draft)
        } else {
          hasRoom = false
        }
      case .bytes:
        let bytes = try record.slice(record.number())
        hasRoom = hasRoom && drafts.last?.append(bytes) == true
      case .remark: problems.append(try record.remark(on: path))
      case .done:
        _ = (try record.number(), try record.number())
        return false
      default: throw MessageReader.Broken()
      }
      return hasRoom
    }
    contents.problems = problems
    guard hasRoom else {
      self.process = nil
      return contents.problems.append(
        .error(
          .unreadable, at: SourcePosition(file: path),
          "there is no room to unpack the file in '\(NSTemporaryDirectory())'",
          hint: "make room there, or set TMPDIR to a larger folder"))
    }
    contents.files = drafts.map { $0.finished() }
  }

  private func running() throws(WorkerFailure) -> WorkerProcess {
    if let process { return process }
    let process = try WorkerProcess(executable: executable, limits: limits)
    // The worker confines itself as for the modules that come with the program, and loads none.
    var message = process.preamble
    message.put(1)
    try process.send(.load, message, files: [], seconds: limits.stepSeconds)
    let patience = WorkerProcess.Patience(
      seconds: limits.stepSeconds, isForEach: true, bytes: 1 << 20, records: 2)
    try process.receive(patience) { kind, record throws(MessageReader.Broken) in
      switch kind {
      case .confined: _ = (try record.number(), try record.number())
      case .done: return false
      default: throw MessageReader.Broken()
      }
      return true
    }
    self.process = process
    return process
  }
}
