internal import CSandbox
internal import Foundation
internal import PasserelleModel

/// Finds adapter modules, sees to it that they may run, and starts them when they are needed.
///
/// The folders are searched in order; of two modules with one name the first that may run is used.
package struct AdapterLoader: Sendable {
  /// A module file that was found.
  package struct Candidate: Hashable, Sendable {
    /// The name of the adapter: `Plain` for `libPlain.so`.
    package var name: String
    /// The folder that it was found in.
    package var folder: String
    /// The module of the same name that comes before it.
    package var isOvershadowedBy: String?

    package var path: String { folder + "/" + file }
    var file: String { "lib\(name).so" }
  }

  /// The folders, first to last.
  package let folders: [String]
  let locations: Locations

  /// Prepares to look for adapters.
  ///
  /// - Parameters:
  ///   - locations: Where they are, and where they run.
  ///   - onlyBundled: Whether those that a user has added are left out.
  package init(_ locations: Locations, onlyBundled: Bool = false) {
    self.locations = locations
    folders = onlyBundled ? locations.bundledAdapters : locations.adapters
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
        candidates.append(Candidate(name: name, folder: folder, isOvershadowedBy: first[name]))
        if first[name] == nil { first[name] = path }
      }
    }
    return candidates
  }

  /// Starts the adapter with this name.
  ///
  /// Case does not matter.
  package func adapter(named name: String) throws(AdapterLoadError) -> HostedAdapter {
    let candidates = candidates()
    let meant = candidates.filter { $0.name.lowercased() == name.lowercased() }
    guard !meant.isEmpty else {
      throw AdapterLoadError(
        path: name,
        reason: .notFound(
          searched: folders, near: nearNames(to: name, in: candidates.map(\.name))))
    }
    let (adapters, failures) = start(meant)
    guard let adapter = adapters.first else { throw failures[0] }
    return adapter
  }

  /// Starts all that may run; what may not, or cannot, does not hide the rest.
  package func all() -> (adapters: [HostedAdapter], failures: [AdapterLoadError]) {
    start(candidates())
  }

  private func start(
    _ candidates: [Candidate]
  ) -> (adapters: [HostedAdapter], failures: [AdapterLoadError]) {
    var gate = ModuleGate(locations)
    var (modules, failures): ([AdapterModuleFile], [AdapterLoadError]) = ([], [])
    for candidate in candidates where !modules.contains(where: { $0.name == candidate.name }) {
      do throws(AdapterLoadError) {
        modules.append(try gate.open(candidate))
      } catch {
        failures.append(error)
      }
    }
    gate.close()
    // Those of the program share a process: to ask them all what a file is then costs the start of
    // one. A stranger's has one of its own.
    let groups = [modules.filter(\.isBundled)] + modules.filter { !$0.isBundled }.map { [$0] }
    var adapters: [HostedAdapter] = []
    for group in groups where !group.isEmpty {
      let (started, failed) = runner(of: group).start()
      adapters += started
      failures += failed
    }
    return (adapters.sorted { rank($0, candidates) < rank($1, candidates) }, failures)
  }

  /// What runs some modules.
  func runner(of modules: [AdapterModuleFile]) -> any AdapterRunner {
    switch locations.isolation {
    case .worker(let executable):
      WorkerRunner(modules, executable: executable, limits: locations.limits)
    case .inProcess: InProcessRunner(modules)
    }
  }

  /// The place of an adapter in the order of the folders and names.
  private func rank(_ adapter: HostedAdapter, _ candidates: [Candidate]) -> Int {
    candidates.firstIndex { $0.path == adapter.path } ?? candidates.count
  }

  /// Whether the name can be the end of a C symbol.
  static func isName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20) || byte == 0x5F
      }
  }
}
