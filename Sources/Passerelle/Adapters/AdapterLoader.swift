internal import Foundation
internal import PasserelleModel

/// Finds adapter modules and loads them when they are needed.
///
/// The folders are searched in order; of two modules with one name the first is used, and the other
/// is passed over.
package struct AdapterLoader: Sendable {
  /// A module file that was found.
  package struct Candidate: Hashable, Sendable {
    /// The name of the adapter: `Plain` for `libPlain.so`.
    package var name: String
    package var path: String
    /// The module of the same name that is used in its place.
    package var isOvershadowedBy: String?
  }

  /// The folders, first to last.
  package let folders: [String]

  package init(folders: [String]) {
    self.folders = folders
  }

  /// The module files in the folders, in the order of their folders and names.
  ///
  /// Nothing is loaded.
  package func candidates() -> [Candidate] {
    var first: [String: String] = [:]
    var candidates: [Candidate] = []
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for file in files.sorted() where file.hasPrefix("lib") && file.hasSuffix(".so") {
        let name = String(file.dropFirst(3).dropLast(3))
        let path = folder + "/" + file
        guard Self.isName(name), first[name] != path else { continue }
        candidates.append(Candidate(name: name, path: path, isOvershadowedBy: first[name]))
        if first[name] == nil { first[name] = path }
      }
    }
    return candidates
  }

  /// Loads the adapter with this name.
  ///
  /// Case does not matter.
  package func adapter(named name: String) throws(AdapterLoadError) -> LoadedAdapter {
    let candidates = candidates().filter { $0.isOvershadowedBy == nil }
    guard let match = candidates.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw AdapterLoadError(
        path: name,
        reason: .notFound(
          searched: folders, near: nearNames(to: name, in: candidates.map(\.name))))
    }
    return try load(match)
  }

  package func load(_ candidate: Candidate) throws(AdapterLoadError) -> LoadedAdapter {
    try LoadedAdapter(module: candidate.name, path: candidate.path)
  }

  /// Loads all that can be loaded; what cannot does not hide the rest.
  package func all() -> (adapters: [LoadedAdapter], failures: [AdapterLoadError]) {
    var result: (adapters: [LoadedAdapter], failures: [AdapterLoadError]) = ([], [])
    for candidate in candidates() where candidate.isOvershadowedBy == nil {
      do throws(AdapterLoadError) {
        result.adapters.append(try load(candidate))
      } catch {
        result.failures.append(error)
      }
    }
    return result
  }

  /// Whether the name can be the end of a C symbol.
  private static func isName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20) || byte == 0x5F
      }
  }
}
