internal import Foundation
internal import PasserelleStore

/// The program, as its answers and reports name it.
package enum Program {
  /// The version of the program, by semantic versioning.
  package static let version = "0.1.0"

  /// The version, and of an installed program the commit that it was built of and the hash of the library
  /// that comes with it, line by line: what a report of a problem needs.
  package static func identity(at locations: Locations = .standard()) -> [String] {
    guard let snapshot = locations.snapshot else { return [version] }
    let file = URL(filePath: snapshot).deletingLastPathComponent().appending(path: "commit")
    let commit = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").first
    let hash = try? CompetenceStore(path: snapshot, isReadOnly: true).read { try $0.contentHash() }
    return [version]
      + [commit.map { "commit \($0)" }, hash.map { "library \($0)" }]
      .compactMap(\.self)
  }
}
