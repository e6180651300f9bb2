internal import PasserelleGraph
package import PasserelleModel
package import PasserelleStore

/// Reads files through adapters into the store, and says what is wrong with them.
package struct Importer {
  /// What came of an import or a check.
  package struct Report: Sendable {
    /// What is wrong, in the order of the files and lines, with the paths as the person wrote them.
    package var diagnostics: [Diagnostic] = []
    /// Which adapter read which file, by path.
    package var readers: [Reader] = []
    /// An adapter that has read a file.
    package struct Reader: Sendable {
      package var path: String
      package var adapter: String
      /// The map that comes with the program and was chosen by the columns or by a person.
      package var map: String?
    }

    /// Modules that could not be asked.
    package var failures: [AdapterLoadError] = []
    /// The files of folders that no adapter is for, by path.
    package var leftOut: [String] = []
    package var statements = 0
    /// What was written, by name.
    package var publications: [String] = []
    /// Where each file was, by its name in the graph.
    var origins: [String: Origin] = [:]

    /// Where a file was.
    struct Origin {
      /// Its path; in an archive, below that of the archive.
      var path: String
      /// The path of the map beside it, or of the one that was chosen.
      var map: String?

      init(_ file: SourceFile) {
        path = file.path
        map = file.map == nil && file.headContent == nil ? file.headPath : nil
      }
    }

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    /// Whether the machine has kept a file from being read, so that nothing is known of the file.
    package var isFaultOfMachine: Bool { diagnostics.contains { $0.id == .workerLost } }

    /// The files with errors: what these have kept from being read would be missed in vain.
    fileprivate var broken: Set<String> {
      Set(diagnostics.filter { $0.severity == .error }.map(\.position.file))
    }
  }

  private var plan: ImportPlan
  private let adapters: [HostedAdapter]
  /// Whether the person has chosen the adapter.
  private let isChosen: Bool
  private let isBundled: Bool
  /// The day of a check, which is told what is suspicious as well.
  private let day: Day?
  private var report: Report
  /// Is told how far the reading has come.
  package var progress: WorkProgress.Report = { _ in }

  /// Prepares to read files, with the adapter of that name or with whichever recognises them.
  ///
  /// - Throws: `AdapterLoadError` where the adapter that was named cannot be loaded, `SourceFileError` where
  ///   a file cannot be read.
  package init(
    _ files: [SourceFile], adapter name: String? = nil, isBundled: Bool = false,
    suspectingOn day: Day? = nil, loader: AdapterLoader
  ) throws {
    self.day = day
    self.isBundled = isBundled
    isChosen = name != nil
    report = Report()
    var containers = Containers(loader.locations)
    let files = try containers.expand(files)
    report.diagnostics = containers.problems
    if let name {
      let chosen = [try loader.adapter(named: name)]
      adapters = chosen
      plan = try ImportPlan(files, for: chosen) { loader.all().adapters }
    } else {
      let (all, failures) = loader.all()
      (adapters, report.failures) = (all, failures)
      plan = try ImportPlan(files, for: all) { all }
    }
    if !isBundled {
      report.diagnostics += try plan.choose(from: BundledMaps(loader.locations), for: adapters)
    }
    try Self.stop(report.failures + plan.failures)
    report.leftOut = plan.leftOut.map(\.path)
    report.failures += plan.failures
  }

  /// How many files are read.
  package var fileCount: Int { plan.files.count }

  /// Reads all files within a transaction.
  ///
  /// Problems do not end it; they are in the report.
  package func run(in transaction: ImportTransaction) throws -> Report {
    let reading = Reading(
      report: report, transaction: transaction, isBundled: isBundled,
      progress: SourceProgress(of: plan.files, progress))
    reading.report.diagnostics += plan.problems(for: adapters)
    for job in try jobs(into: reading) {
      reading.read(try job.open(), with: job.adapter)
      if let failure = reading.failure { throw failure }
    }
    progress(WorkProgress("checking what was read"))
    reading.report.publications = transaction.publications
    for file in plan.files {
      for name in [file.name, file.nameInRelease] { reading.report.origins[name] = .init(file) }
    }
    let broken = reading.report.broken
    reading.report.diagnostics += try transaction.problems()
      .filter { $0.id != .unusedSource || !broken.contains($0.position.file) }
    try check(transaction, into: reading)
    return finish(reading.report)
  }

  /// Asks the rules of the domain of what was written.
  private func check(_ transaction: ImportTransaction, into reading: Reading) throws {
    let scope = CheckScope(
      try Vantage(transaction.graph, day: day ?? .today()),
      written: Set(transaction.publications.compactMap { FrameworkName($0) }),
      relations: transaction.relations)
    reading.report.diagnostics += try Checks.problems(in: scope)
    guard day != nil else { return }
    let broken = reading.report.broken
    reading.report.diagnostics += try Checks.suspicions(in: scope)
      .filter { !broken.contains($0.position.file) }
  }

  /// What is read in one go: a file, or all files of an adapter that reads them together.
  private struct Job {
    var adapter: HostedAdapter
    var files: [SourceFile]

    func open() throws(SourceFileError) -> Source {
      adapter.manifest.readsTogether ? try SourceFile.open(release: files) : try files[0].open()
    }
  }

  /// Finds the adapter of each file.
  private func jobs(into reading: Reading) throws -> [Job] {
    var jobs: [Job] = []
    let unread = try plan.files.filter(isNotes)
    let notes = NoteSheets(unread, in: plan.files)
    reading.report.diagnostics += notes.problems
    for file in plan.files where !notes.leftOut.contains(file) {
      guard let adapter = try choose(for: try file.open(), file, into: reading) else { continue }
      reading.report.readers.append(
        .init(path: file.shownPath, adapter: adapter.manifest.id, map: file.map?.name))
      let sibling = jobs.firstIndex {
        adapter.manifest.readsTogether && $0.adapter.manifest.id == adapter.manifest.id
      }
      if let sibling {
        jobs[sibling].files.append(file)
      } else {
        jobs.append(Job(adapter: adapter, files: [file]))
      }
    }
    return jobs
  }

  /// Ends with the first fault of the machine: where an adapter could not be asked, a file must not be said to be
  /// one that none of them reads.
  private static func stop(_ failures: [AdapterLoadError]) throws(AdapterLoadError) {
    if let fault = failures.first(where: \.isFaultOfMachine) { throw fault }
  }

  /// Whether the file is a sheet of a workbook, which was not asked for by its name, and that no adapter knows.
  private func isNotes(_ file: SourceFile) throws(SourceFileError) -> Bool {
    guard file.sheet != nil, file.sheets.isEmpty, file.headPath == nil, !isChosen else {
      return false
    }
    return !adapters.surest(of: try file.open()).isKnown
  }

  /// The adapter that is surest of the file.
  private func choose(
    for source: Source, _ file: SourceFile, into reading: Reading
  ) throws(AdapterLoadError) -> HostedAdapter? {
    if isChosen { return adapters.first }
    if let map = file.map, let adapter = map.reader(among: adapters) { return adapter }
    let claim = adapters.surest(of: source)
    try Self.stop(claim.failures)
    reading.report.failures += claim.failures
    let place = source.main.position
    if !claim.isKnown, let format = FileFormat(of: source.main) {
      reading.report.diagnostics.append(format.problem(at: place))
    } else if claim.adapters.isEmpty {
      reading.report.diagnostics.append(UnclaimedFile(source, among: adapters).problem)
    } else if claim.adapters.count == 1 {
      return claim.adapters[0]
    } else {
      reading.report.diagnostics.append(
        .error(
          .severalAdapters, at: place,
          "several adapters would read this file: \(claim.adapters.names)",
          hint: "choose with '--adapter NAME'"))
    }
    return nil
  }

  /// Puts the diagnostics into the order of the files, under the paths that the person knows.
  private func finish(_ report: Report) -> Report {
    var report = report
    report.diagnostics = ProblemLimit.applied(to: report.diagnostics)
    let cells = SheetCells(of: report.diagnostics, in: plan.files)
    let ranks = Dictionary(
      (plan.files + plan.leftOut).enumerated().flatMap { rank, file in
        (file.parts.map { ($0.name, $0.path) } + [(file.nameInRelease, file.path)])
          .map { ($0.0, (rank, $0.1)) }
      },
      uniquingKeysWith: { first, _ in first })
    report.diagnostics = report.diagnostics.enumerated()
      .sorted { one, other in
        let (a, b) = (one.element.position, other.element.position)
        return (ranks[a.file]?.0 ?? 0, a.line, a.column, one.offset)
          < (ranks[b.file]?.0 ?? 0, b.line, b.column, other.offset)
      }
      .map { entry in
        var diagnostic = cells.placed(entry.element)
        diagnostic.position.file = ranks[diagnostic.position.file]?.1 ?? diagnostic.position.file
        return diagnostic
      }
    return report
  }
}

/// The reading of the files of one import.
private final class Reading {
  var report: Importer.Report
  private let transaction: ImportTransaction
  private let isBundled: Bool
  /// What ended the import: an error of the store, not of the input.
  private(set) var failure: (any Error)?
  private var progress: SourceProgress

  init(
    report: Importer.Report, transaction: ImportTransaction, isBundled: Bool,
    progress: SourceProgress
  ) {
    self.progress = progress
    self.report = report
    self.transaction = transaction
    self.isBundled = isBundled
  }

  private static let mostDiagnostics = ProblemLimit.most

  func read(_ source: Source, with adapter: HostedAdapter) {
    let origin = ImportTransaction.Origin(adapter: adapter.manifest.id, isBundled: isBundled)
    var reported = 0
    defer {
      transaction.endSource()
      progress.end(source)
    }
    adapter.read(
      source,
      emit: { [self] statement, position in
        guard failure == nil else { return false }
        progress.tick(source)
        do {
          try transaction.add(statement, at: position, from: origin)
          report.statements += 1
        } catch let error as Diagnostic {
          report.diagnostics.append(error)
          reported += 1
        } catch {
          failure = error
        }
        return failure == nil && reported < Self.mostDiagnostics
      },
      emitPlain: { [self] statement in
        progress.tick(source)
        do {
          let isTaken = try transaction.addPlain(statement) { source.parts[$0].name }
          if isTaken { report.statements += 1 }
          return isTaken
        } catch {
          failure = error
          return false
        }
      },
      report: { [self] diagnostic in
        reported += 1
        if reported < Self.mostDiagnostics {
          report.diagnostics.append(diagnostic)
        } else if reported == Self.mostDiagnostics {
          report.diagnostics.append(
            .error(
              .tooManyProblems, at: diagnostic.position,
              "the adapter '\(adapter.manifest.id)' found more than \(Self.mostDiagnostics) problems in "
                + "the file; the rest are not listed"))
        }
      })
  }
}
