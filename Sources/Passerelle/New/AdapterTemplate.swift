internal import Foundation

/// A folder that a new adapter is made of, by putting its name in the place of `NewAdapter`.
///
/// It is itself an adapter that builds where it stands.
package struct AdapterTemplate {
  /// What adapters are written in.
  package enum Language: String, CaseIterable, Sendable {
    case swift
    case c
  }

  private let folder: URL
  private let language: Language

  /// Finds the template of a language.
  ///
  /// - Throws: `NewAdapterError.noTemplate` where it is not there.
  package init(in language: Language, of templates: String?) throws(NewAdapterError) {
    guard let templates else { throw .noTemplate(searched: nil) }
    folder = URL(filePath: templates).appending(path: "Adapter/\(language == .c ? "C" : "Swift")")
    self.language = language
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw .noTemplate(searched: templates)
    }
  }

  /// The names that an adapter in this language cannot have, beside those of the adapters that are here.
  package var takenNames: Set<String> {
    let file = folder.deletingLastPathComponent().appending(path: "taken-names.txt")
    guard language == .swift, let text = try? String(contentsOf: file, encoding: .utf8) else {
      return []
    }
    return Set(text.split(separator: "\n").map(String.init))
  }

  /// Writes an adapter.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - path: The folder to write, which must not be there yet.
  ///   - package: What its package depends on; an adapter in C depends on nothing.
  /// - Returns: The files that were written, relative to the folder, in order.
  /// - Throws: `NewAdapterError` where the folder is there or cannot be written.
  package func write(
    _ name: AdapterName, to path: String, dependingOn package: PackageReference?
  ) throws(NewAdapterError) -> [String] {
    let target = URL(filePath: path)
    guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path) }
    do {
      return try files().map { file in
        let source = folder.appending(path: file)
        let written = fill(file, name, package)
        let destination = target.appending(path: written)
        let text = fill(try String(contentsOf: source, encoding: .utf8), name, package)
        try FileManager.default.createDirectory(
          at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: destination)
        if FileManager.default.isExecutableFile(atPath: source.path) {
          try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: destination.path)
        }
        return written
      }.sorted()
    } catch {
      throw .unwritable(path: path, why: error.localizedDescription)
    }
  }

  /// The files of the template; what a build in it has left is none of them.
  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: path).path, isDirectory: &isFolder)
      let isBuilt = path.hasPrefix(".build") || path.hasPrefix(".swiftpm") || path.hasSuffix(".so")
      return isThere && !isFolder.boolValue && !isBuilt && path != "Package.resolved"
    }
  }

  private func fill(_ text: String, _ name: AdapterName, _ package: PackageReference?) -> String {
    let text = text.replacing("NewAdapter", with: name.description)
      .replacing("new-adapter", with: name.hyphenated)
    guard let package else { return text }
    return text.replacing(
      ".package(name: \"Passerelle\", path: \"../../..\")", with: package.declaration
    ).replacing("package: \"Passerelle\"", with: "package: \"\(package.name)\"")
  }
}
