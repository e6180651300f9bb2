internal import Foundation
public import PasserelleKit

/// The registers and tables beside the project that tests read as their publishers issued them.
///
/// None of them is part of the project: their licences differ, and some forbid it.
public enum SharedData {
  private static let root = URL(filePath: #filePath)
    .appending(path: "../../../../shared/data").standardizedFileURL

  /// Whether the data are beside this checkout.
  public static let areHere = FileManager.default.fileExists(atPath: root.path)
  /// What a test says that is skipped without them.
  public static let absence = "the shared data are not beside this checkout"

  /// A file as a source, with the file beside it that has its head.
  public static func source(_ path: String, head: String? = nil) throws -> Source {
    Source(
      parts: try ([path] + [head].compactMap(\.self)).map { path in
        let data = try Data(contentsOf: root.appending(path: path))
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return SourcePart(name: name, bytes: Array(data))
      })
  }

  /// The names of the files of a folder that end so, in order.
  public static func files(in folder: String, ending: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }
}
