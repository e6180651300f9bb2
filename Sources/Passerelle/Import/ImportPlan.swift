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
    let judges = files.contains { $0.headPath != nil && $0.map == nil } ? all() : []
    for index in files.indices {
      guard files[index].map == nil, let head = files[index].head else { continue }
      let claim = try judges.surest(of: head.open())
      failures += claim.failures
      if claim.isKnown { files[index].headPath = nil }
    }
    files = files.withoutHeads
    let heads = Set(files.compactMap(\.headPath))
    leftOut.removeAll { heads.contains($0.path) }
  }

  /// Gives the tables that nobody has described the map that is of their columns.
  ///
  /// - Parameters:
  ///   - maps: The maps that come with the program.
  ///   - adapters: The adapters that may read the files.
  /// - Returns: What a person must be told: tables that several maps are of, or that say what another does.
  /// - Throws: `SourceFileError` if a file cannot be read.
  mutating func choose(
    from maps: BundledMaps, for adapters: [HostedAdapter]
  ) throws(SourceFileError) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    // Of a folder, a text is read if a map shows that it is a table.
    for file in leftOut where file.name.lowercased().hasSuffix(".txt") {
      guard try !maps.fitting(file, for: adapters).isEmpty else { continue }
      leftOut.removeAll { $0 == file }
      files.append(file)
    }
    for index in files.indices {
      let fitting = try maps.fitting(files[index], for: adapters)
      if fitting.count == 1 {
        files[index] = files[index].described(by: fitting[0])
      } else if fitting.count > 1 {
        let names = fitting.map { "'\($0.name)'" }.joined(separator: ", ")
        problems.append(
          .warning(
            .severalMaps, at: SourcePosition(file: files[index].name),
            "several maps are of tables with these columns: \(names)",
            hint: "choose with '--map NAME'"))
      }
    }
    return problems + leaveOutRepeated()
  }

  /// Leaves out the tables of a workbook or a folder that have the classification of another in fewer words: the
  /// layouts of one classification are told apart by the end of their names.
  private mutating func leaveOutRepeated() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let described = files.filter { $0.map != nil && ($0.sheet ?? $0.folder) != nil }
    let groups = Dictionary(grouping: described) { file in
      "\(file.sheet == nil ? file.folder ?? "" : file.path)/\(file.map?.subject ?? "")"
    }
    for (_, tables) in groups.sorted(by: { $0.key < $1.key })
    where Set(tables.map(\.map)).count > 1 {
      guard let fullest = tables.max(by: { ($0.map?.name ?? "") < ($1.map?.name ?? "") }) else {
        continue
      }
      for file in tables where file.map != fullest.map {
        files.removeAll { $0 == file }
        problems.append(
          .warning(
            .severalLayouts, at: SourcePosition(file: file.path),
            "'\(file.sheet ?? file.name)' is the classification of "
              + "'\(fullest.sheet ?? fullest.name)' in another layout, and was not read",
            hint: file.sheet == nil
              ? "give the file that you want by itself"
              : "'--sheet NAME' reads one alone"))
      }
    }
    return problems.sorted { "\($0)" < "\($1)" }
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
