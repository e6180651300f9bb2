package import PasserelleModel

/// Where adapters run: this process, or a worker.
///
/// An adapter is known to its runner by a number. Calls may come from several threads.
protocol AdapterRunner: AnyObject, Sendable {
  /// Loads the modules.
  func start() -> (adapters: [HostedAdapter], failures: [AdapterLoadError])

  /// Asks adapters how sure they are that they read a source, in that order: 0 to 100.
  ///
  /// One that cannot be asked is not sure at all, and is said to have failed.
  func identify(_ source: Source, by adapters: [Int]) -> (
    sureness: [Int], failures: [AdapterLoadError]
  )

  /// Lets an adapter read a source.
  ///
  /// - Returns: What the contract says: 0 when all was read.
  /// - Throws: What ended the adapter.
  func read(_ source: Source, with adapter: Int, for run: AdapterRun) throws(WorkerFailure) -> Int32
}

/// An adapter that is ready to read.
package struct HostedAdapter: Sendable {
  package let manifest: AdapterManifest
  package let path: String
  package let abi: UInt32
  let runner: any AdapterRunner
  let number: Int

  /// What the kernel keeps from the adapter.
  package var confinement: Confinement? { (runner as? WorkerRunner)?.confinement }

  /// How sure the adapter is that it reads a source: 0 to 100.
  package func sureness(of source: Source) -> Int {
    runner.identify(source, by: [number]).sureness[0]
  }

  /// Lets the adapter read a source.
  ///
  /// - Parameters:
  ///   - source: What is read.
  ///   - emit: Takes each statement, and says whether to go on.
  ///   - emitPlain: May take a statement before it is made into a value, and says whether it has.
  ///   - report: Takes each diagnostic.
  package func read(
    _ source: Source, emit: @escaping (Statement, SourcePosition) -> Bool,
    emitPlain: @escaping (PlainStatement) -> Bool = { _ in false },
    report: @escaping (Diagnostic) -> Void
  ) {
    var hasError = false
    let run = AdapterRun(source, emit: emit, emitPlain: emitPlain) { diagnostic in
      hasError = hasError || diagnostic.severity == .error
      report(diagnostic)
    }
    do throws(WorkerFailure) {
      let result = try runner.read(source, with: number, for: run)
      guard result != 0, !hasError, !run.hasStopped else { return }
      report(
        .error(
          .adapterFailed, at: source.main.position,
          "the adapter '\(manifest.id)' failed without saying why",
          hint: "this is a mistake in the adapter, not in the file"))
    } catch {
      report(
        .error(
          error.diagnosticID, at: source.main.position,
          "the adapter '\(manifest.id)' \(error.words)", hint: error.hint))
    }
  }
}
