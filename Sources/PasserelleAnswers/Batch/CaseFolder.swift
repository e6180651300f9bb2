internal import Foundation
internal import PasserelleModel
internal import Synchronization

/// A folder with a page for each case of a batch, and an index of them all.
///
/// It is made by one run: nothing that was there before is written over, nor left beside the new pages.
package final class CaseFolder: Sendable {
  private struct Contents {
    /// The names that are taken, in lower case: some systems do not tell cases apart.
    var names: Set<String> = ["index"]
    var entries: [CaseIndex.Entry] = []
  }

  private let path: String
  private let contents = Mutex(Contents())

  /// Makes the folder.
  ///
  /// - Throws: `BatchError` where it cannot be made, or is not empty.
  package init(path: String) throws {
    self.path = path
    let files = FileManager.default
    try? files.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard let held = try? files.contentsOfDirectory(atPath: path) else {
      throw BatchError.notWritable(path)
    }
    guard held.isEmpty else { throw BatchError.folderNotEmpty(path) }
  }

  /// Writes pages, each under a name of its own.
  ///
  /// - Throws: `BatchError` where one cannot be written.
  package func write(_ pages: [CasePage]) throws {
    try contents.withLock { contents in
      for page in pages {
        var entry = CaseIndex.Entry(page)
        if case .made(let text, _, _, _) = page.outcome {
          let name = Self.name(of: page, among: &contents.names)
          try write(text, to: name)
          entry.file = name
        }
        contents.entries.append(entry)
      }
    }
  }

  /// Writes the index of all pages.
  ///
  /// - Returns: Its path.
  /// - Throws: `BatchError` where it cannot be written.
  package func writeIndex(asOf day: Day, in language: Language) throws -> String {
    let index = CaseIndex(entries: contents.withLock(\.entries), day: day, say: language)
    try write(index.page, to: "index.html")
    return "\(path)/index.html"
  }

  private static func name(of page: CasePage, among names: inout Set<String>) -> String {
    let wanted = page.fileName
    var (name, number) = (wanted, 1)
    while !names.insert(name.lowercased()).inserted {
      number += 1
      name = number == 2 ? "\(wanted)-line-\(page.line)" : "\(wanted)-line-\(page.line)-\(number)"
    }
    return "\(name).html"
  }

  private func write(_ text: String, to name: String) throws {
    do {
      try Data(text.utf8).write(
        to: URL(filePath: path).appending(path: name), options: .withoutOverwriting)
    } catch {
      throw BatchError.notWritten("\(path)/\(name): \((error as NSError).localizedDescription)")
    }
  }
}
