internal import Foundation
internal import PasserelleModel
internal import PasserelleStore

/// What came of making a store again.
package struct Rebuilding: Sendable {
  /// What was read again, by name.
  package var restored: [String] = []
  /// What was not, each with the reason.
  package var left: [Left] = []

  /// Something that had been imported, and that the store lacks.
  package struct Left: Hashable, Sendable, CustomStringConvertible {
    package var name: String
    package var source: String
    package var reason: Reason

    package var description: String { "\(name): '\(source.printable)' \(reason.words)" }
  }

  /// Why something is not read again.
  package enum Reason: Hashable, Sendable {
    case missing
    /// The map that was beside the table is gone.
    case unmapped
    case changed(since: String)
    case failed(String)

    var words: String {
      switch self {
      case .missing: "is not there any more; import it from where it is now, or restore a backup"
      case .unmapped: "has lost the map that was beside it; put it there again"
      case .changed(let day):
        "is not the file that was imported on \(day); '--changed' reads it as it is now"
      case .failed(let why): "was not read: \(why)"
      }
    }
  }
}

extension Library {
  /// Reads again what had been imported, and what the store lacks: from the list beside it.
  ///
  /// What the store has stays as it is. What is not read again stays in the list.
  ///
  /// - Parameter takesChanged: Whether files are read that are not those that were imported.
  /// - Returns: What was read again, and what was not.
  /// - Throws: `StoreError`, `AdapterLoadError` if the machine is at fault.
  package func rebuild(takingChanged takesChanged: Bool = false) throws -> Rebuilding {
    let held = Set(try store.imports())
    var rebuilding = Rebuilding()
    var open: [Origin: [ImportList.Entry]] = [:]
    for entry in ImportList(beside: store.path).entries where !held.contains(entry.name) {
      if let left = Rebuilding.Left(entry, takesChanged) {
        rebuilding.left.append(left)
      } else {
        open[Origin(entry), default: []].append(entry)
      }
    }
    // What leads to something else that is missing is read when that is there.
    var failures: [Rebuilding.Left] = []
    var isMoving = true
    while isMoving, !open.isEmpty {
      (isMoving, failures) = (false, [])
      for (origin, entries) in open.sorted(by: { $0.key.source < $1.key.source }) {
        let why = try read(origin, sparing: held)
        let there = Set(try store.imports())
        for entry in entries where !there.contains(entry.name) {
          let reason = Rebuilding.Reason.failed(why ?? "it does not state '\(entry.name)' any more")
          failures.append(.init(name: entry.name, source: entry.source, reason: reason))
        }
        rebuilding.restored += entries.map(\.name).filter(there.contains)
        guard why == nil else { continue }
        open[origin] = nil
        isMoving = true
        rebuilding.left += failures.filter { $0.source == origin.source }
        failures.removeAll { $0.source == origin.source }
      }
    }
    rebuilding.left = (rebuilding.left + failures).sorted { $0.name < $1.name }
    rebuilding.restored.sort()
    return rebuilding
  }

  /// What was imported in one go.
  private struct Origin: Hashable {
    let source: String
    let choice: SourceChoice

    init(_ entry: ImportList.Entry) { (source, choice) = (entry.source, entry.choice) }
  }

  /// Reads what was imported in one go, and says why it was not.
  private func read(_ origin: Origin, sparing held: Set<String>) throws -> String? {
    do {
      if CompetenceStore.isStore(at: origin.source) {
        _ = try restore(from: origin.source, sparing: held)
        return nil
      }
      let files = try origin.choice.files(atAll: [origin.source], locations)
      let report = try importing(files, adapter: origin.choice.adapter, sparing: held)
      if let lost = report.diagnostics.first(where: { $0.id == .workerLost }) {
        var error = SourceFileError(path: origin.source, why: lost.summary)
        error.isFaultOfMachine = true
        throw error
      }
      return report.diagnostics.first { $0.severity == .error }.map {
        "\($0.position): \($0.summary)"
      }
    } catch let error as SparedPublications {
      return "\(error)"
    } catch let error as SourceFileError where !error.isFaultOfMachine {
      return error.why
    } catch let error as AdapterLoadError where !error.isFaultOfMachine {
      return "\(error)"
    } catch StoreError.damaged {
      return "it is damaged"
    }
  }
}

extension Rebuilding.Left {
  /// What keeps an import from being made again: a file that is gone, or another now.
  fileprivate init?(_ entry: ImportList.Entry, _ takesChanged: Bool) {
    func left(_ path: String, _ reason: Rebuilding.Reason) -> Self {
      .init(name: entry.name, source: path, reason: reason)
    }
    func isChanged(_ path: String, since hash: String) -> Bool {
      !takesChanged && !hash.isEmpty && ImportList.hash(ofFileAt: path) != hash
    }
    guard !entry.source.isEmpty, access(entry.source, F_OK) == 0 else {
      self = left(entry.source, .missing)
      return
    }
    // What is in an archive is known by the archive.
    let file = access(entry.path, F_OK) == 0 ? entry.path : entry.source
    guard !isChanged(file, since: entry.hash) else {
      self = left(file, .changed(since: entry.day))
      return
    }
    guard !entry.mapHash.isEmpty else { return nil }
    let map = entry.choice.map ?? SourceFile(name: "", path: file).ownHeadPath
    guard let map, access(map, F_OK) == 0 else {
      self = left(map ?? file, map == nil ? .unmapped : .missing)
      return
    }
    guard isChanged(map, since: entry.mapHash) else { return nil }
    self = left(map, .changed(since: entry.day))
  }
}

/// What was not to be replaced, and would have been.
package struct SparedPublications: Error, CustomStringConvertible {
  package var names: [String]

  package var description: String {
    "it would replace \(names.map { "'\($0)'" }.joined(separator: ", ")), which is in the store; "
      + "'passerelle import' does so"
  }
}
