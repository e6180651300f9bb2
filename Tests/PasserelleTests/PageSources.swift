import AdapterPages
import Foundation
import Passerelle
import TestSupport

/// The samples of all adapters' pages, each as a source that is imported beside the bundled library.
struct PageSources {
  /// The adapters, but for that of profiles, which are never stored, and those whose samples are parts of
  /// what comes with the program.
  static let names = ((try? AdapterPage.names()) ?? [])
    .filter { !["Profiles", "ISCED", "ISCO", "Correspondence"].contains($0) }

  private let files: [String: [SourceFile]]

  /// Writes the samples into a folder.
  init(in folder: URL) throws {
    var files: [String: [SourceFile]] = [:]
    for name in Self.names {
      let own = folder.appending(path: "sources/\(name)")
      for file in try AdapterPage(of: name).sample.files {
        let url = own.appending(path: file.name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      files[name] = try SourceFile.files(at: own.path)
    }
    self.files = files
  }

  /// Imports samples in one go.
  func imported(_ names: [String], into library: Library) throws -> Importer.Report {
    try library.importing(names.flatMap { files[$0, default: []] })
  }
}
