import Foundation
import PasserelleKit

/// A folder of hostile or conformance inputs beside the project, with what must become of each.
struct Corpus {
  /// One input.
  struct Entry {
    var file: String
    var bytes: [UInt8]
    /// `accept`, `reject` or `either`.
    var expected: String
    /// What the system's parser made of it, where that was observed.
    var observed: String?
  }

  static let root = URL(filePath: #filePath)
    .appending(path: "../../../../shared/corpora").standardizedFileURL

  static let areHere = FileManager.default.fileExists(atPath: root.path)
  static let absence = "the corpora are not beside this checkout"

  let entries: [Entry]

  /// Reads the inputs of a folder that the filter lets pass; the files may lie elsewhere.
  init(
    _ name: String, files: URL? = nil, where passes: (String) -> Bool = { _ in true }
  ) throws {
    let folder = Self.root.appending(path: name)
    let observed = Dictionary(
      Self.rows(folder.appending(path: "observed.tsv")).map { ($0[0], $0[1]) },
      uniquingKeysWith: { first, _ in first })
    entries = try Self.rows(folder.appending(path: "manifest.tsv")).filter { passes($0[0]) }
      .map { row in
        let data = try Data(contentsOf: (files ?? folder).appending(path: row[0]))
        return Entry(
          file: row[0], bytes: Array(data), expected: row[1], observed: observed[row[0]])
      }
  }

  private static func rows(_ file: URL) -> [[String]] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0.count > 1 }
  }
}

extension Corpus.Entry {
  /// The id of the diagnostic that a reader refuses the input with; nothing where it is read.
  func refusal(by read: (SourcePart) throws(Diagnostic) -> Void) -> String? {
    let part = SourcePart(name: file, bytes: bytes)
    return id { () throws(Diagnostic) in try read(part) }
  }
}
