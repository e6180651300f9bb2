internal import PasserelleModel

/// Which of the files that an import was given are read: of a folder, those that an adapter may read by
/// their names; and none by itself that is the head of a table.
struct ImportPlan {
  private(set) var files: [SourceFile]
  /// The files of folders that no adapter is for.
  private(set) var leftOut: [SourceFile]
  /// Adapters that could not be asked.
  private(set) var failures: [AdapterLoadError] = []

  /// Sorts out the files.
  ///
  /// - Parameters:
  ///   - given: The files.
  ///   - adapters: The adapters that may read them.
  ///   - all: All adapters, to be asked whether the file beside a table is a source of its own.
  /// - Throws: `SourceFileError` if the file beside a table cannot be read.
  init(
    _ given: [SourceFile], for adapters: [HostedAdapter], all: () -> [HostedAdapter]
  ) throws(SourceFileError) {
    (files, leftOut) = ([], [])
    for file in given {
      // Without any adapter, each file is told so.
      if file.folder != nil, !adapters.isEmpty, adapters.reading(file.name).isEmpty {
        leftOut.append(file)
      } else {
        files.append(file)
      }
    }
    let judges = files.contains { $0.headPath != nil } ? all() : []
    for index in files.indices {
      guard let head = files[index].head else { continue }
      let claim = try judges.surest(of: head.open())
      failures += claim.failures
      if claim.isKnown { files[index].headPath = nil }
    }
    files = files.withoutHeads
    let heads = Set(files.compactMap(\.headPath))
    leftOut.removeAll { heads.contains($0.path) }
  }

  /// What is said of the files that are left out: those that hold data in a format that is not read.
  ///
  /// Where nothing is left to read, that is an error.
  ///
  /// - Parameter adapters: The adapters that might have read them.
  /// - Returns: The problems, at the files.
  func problems(for adapters: [HostedAdapter]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for file in leftOut {
      guard let source = try? file.open() else { continue }
      let severity: Diagnostic.Severity = files.isEmpty ? .error : .warning
      if let format = FileFormat(of: source.main) {
        problems.append(format.problem(at: source.main.position, severity))
      } else if files.isEmpty {
        problems.append(UnclaimedFile(source, among: adapters).problem)
      }
    }
    return problems
  }
}

extension FileFormat {
  /// The well-known format of a file that no adapter reads.
  init?(of part: SourcePart) {
    let head = (try? part.head(8 << 10)) ?? []
    guard
      let format = FileFormat(ofBinary: head, named: part.name) ?? FileFormat(ofText: head)
    else { return nil }
    self = format
  }
}
