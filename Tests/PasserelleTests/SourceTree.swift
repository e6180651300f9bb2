import Foundation
import TestSupport

/// The source files of this checkout, as tests of the architecture read them.
enum SourceTree {
  /// The modules of a folder: `Sources`, `Plugins`.
  static func modules(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Place.root.appending(path: folder).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The files below a folder whose names end so, by their paths from the root of the checkout.
  static func files(below folder: String, _ suffixes: String...) throws -> [String] {
    let path = Place.root.appending(path: folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { name in suffixes.contains { name.hasSuffix($0) } }
      .map { "\(folder)/\($0)" }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: Place.root.appending(path: path), encoding: .utf8)
  }

  /// The modules that the Swift files below a folder import.
  static func imports(below folder: String) throws -> Set<String> {
    var modules: Set<String> = []
    for file in try files(below: folder, ".swift") {
      for line in try text(file).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
          words[..<at].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains($0) })
        else { continue }
        modules.insert(String(words[at + 1]))
      }
    }
    return modules
  }

  private static let levels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// The lines of code of a file, without its comments.
  static func code(of path: String) throws -> [Substring] {
    try text(path).split(separator: "\n").map { line in
      line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    }
  }
}
