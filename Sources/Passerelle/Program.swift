internal import CSandbox
internal import Foundation
internal import PasserelleModel
internal import PasserelleStore

/// The program, as its answers and reports name it.
package enum Program {
  /// The version of the program, by semantic versioning.
  package static let version = "0.1.0"

  /// What the program was called with, after its name.
  ///
  /// The runtime reads it from `/proc`, which is not everywhere; without, every call would be one for help.
  ///
  /// - Throws: `ArgumentError` if an argument is not UTF-8, and so would be taken for another.
  package static func arguments() throws(ArgumentError) -> [String] {
    var arguments: [String] = []
    for index in 1..<max(1, csandbox_argument_count()) {
      guard let text = csandbox_argument(index) else { continue }
      guard let argument = String(validatingCString: text) else {
        throw ArgumentError(text: String(cString: text))
      }
      arguments.append(argument)
    }
    return arguments
  }

  /// Sees to it that a signal ends the program in order, and a full disk with words.
  package static func endInOrder() { csandbox_end_in_order() }

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

/// An argument that is no text.
package struct ArgumentError: Error, CustomStringConvertible {
  /// What of it is text.
  package var text: String

  package var description: String {
    "the argument '\(text.printable)' is not UTF-8; give the file a name in UTF-8"
  }
}
