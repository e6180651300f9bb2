internal import Foundation
package import PasserelleModel
package import PasserelleStore

/// The store with the frameworks that come with the program, ready to be asked.
///
/// It needs no set-up. Where a snapshot of them is installed, that is asked until a user imports something;
/// otherwise the store is built at the first call, and brought up to date when the frameworks or the
/// adapters that read them have changed.
package struct Library: Sendable {
  package let locations: Locations
  package let store: CompetenceStore

  package var loader: AdapterLoader { AdapterLoader(locations) }

  /// What a library is opened for.
  package enum Use: Sendable {
    /// To be asked; what is tried in it is undone.
    case asking
    /// To be changed: what is imported is kept.
    case keeping
  }

  /// Opens the library.
  ///
  /// - Parameters:
  ///   - locations: Where things are.
  ///   - use: What it is opened for.
  ///   - progress: Is told when the store is built, because that takes a moment.
  ///   - remark: Is told what whoever asks must know of where the answers come from.
  /// - Throws: `LibraryError` or `StoreError` if it cannot be opened.
  package init(
    at locations: Locations, for use: Use = .asking, progress: (String) -> Void = { _ in },
    remark: (LibraryRemark) -> Void = { _ in }
  ) throws {
    self.locations = locations
    store = try LibraryOpening(locations, for: use).store(progress: progress, remark: remark)
  }

  /// Imports files in one transaction; where one has an error, nothing is kept.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - adapter: The adapter that reads them; otherwise the one that recognises each.
  ///   - spared: What is not to be replaced.
  ///   - progress: Is told how far it has come.
  /// - Returns: What was read, and what is wrong.
  /// - Throws: `SparedPublications` where something would be replaced that is not to be; what `Importer` throws.
  package func importing(
    _ files: [SourceFile], adapter: String? = nil, sparing spared: Set<String> = [],
    progress: @escaping WorkProgress.Report = { _ in }
  ) throws -> Importer.Report {
    var importer = try Importer(files, adapter: adapter, loader: loader)
    importer.progress = progress
    let reading = importer
    do {
      let report = try store.write { transaction in
        let report = try reading.run(in: transaction)
        if report.hasErrors { throw Rejected(report: report) }
        let replaced = report.publications.filter(spared.contains)
        guard replaced.isEmpty else { throw SparedPublications(names: replaced) }
        progress(WorkProgress("writing the store"))
        return report
      }
      remember(report.publications, from: files, origins: report.origins, adapter: adapter)
      return report
    } catch let rejected as Rejected {
      return rejected.report
    }
  }

  /// Reads files as an import would, and keeps nothing.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - adapter: The adapter that reads them; otherwise the one that recognises each.
  ///   - day: The day of the check, as `2026-11-26`; where it is given, what is suspicious is told, too.
  /// - Returns: What is wrong, and what was read.
  /// - Throws: `StoreError`, `SourceFileError` or `AdapterLoadError` where nothing can be checked.
  package func checking(
    _ files: [SourceFile], adapter: String? = nil, on day: Day? = nil
  ) throws -> Importer.Report {
    let importer = try Importer(
      files, adapter: adapter, isBundled: areBundled(files), suspectingOn: day, loader: loader)
    return try store.rehearse { try importer.run(in: $0) }
  }

  /// Reads files as an import would, asks the graph that they would make, and keeps nothing.
  package func rehearsing<Value>(
    _ files: [SourceFile], adapter: String? = nil,
    progress: @escaping WorkProgress.Report = { _ in },
    _ body: (Importer.Report, StoredGraph) throws -> Value
  ) throws -> Value {
    var importer = try Importer(
      files, adapter: adapter, isBundled: areBundled(files), loader: loader)
    importer.progress = progress
    let reading = importer
    return try store.rehearse { transaction in
      try body(reading.run(in: transaction), transaction.graph)
    }
  }

  /// Whether these are the very files that come with the program.
  private func areBundled(_ files: [SourceFile]) -> Bool {
    guard let folder = locations.frameworks else { return false }
    return files.allSatisfy {
      URL(filePath: $0.path).standardizedFileURL.path.hasPrefix(folder + "/")
    }
  }

  /// Carries the report of an import that was undone out of its transaction.
  private struct Rejected: Error {
    var report: Importer.Report
  }
}
