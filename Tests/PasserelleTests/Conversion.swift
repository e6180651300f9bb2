import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport

/// A file that is read and written in another form, as `convert` does it.
struct Conversion {
  let text: String
  /// What was lost, by kind.
  let loss: [String: Int]
  let problems: [Diagnostic]

  init(
    _ text: String, named name: String, to format: ExportFormat, on day: Day = "2026-11-25"
  ) throws {
    let place = try Place()
    defer { place.remove() }
    var locations = place.locations
    locations.frameworks = nil
    let source = place.folder.appending(path: name)
    let target = place.folder.appending(path: "out.\(format.rawValue)")
    try Data(text.utf8).write(to: source)
    (self.text, loss, problems) = try Library(at: locations).rehearsing(
      SourceFile.files(at: source.path)
    ) { report, graph in
      let loss = try GraphExport(graph, ExportOrder(format, to: target.path), on: day)
        .write(graph.publications()).loss
      return (
        try String(contentsOf: target, encoding: .utf8), loss.entries.mapValues(\.count),
        report.diagnostics
      )
    }
  }
}

/// A table of SSSOM: its head, and its rows by slot.
struct SSSOMTable {
  let head: [String]
  let rows: [[String: String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    head = lines.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    let table = lines.filter { !$0.hasPrefix("#") && !$0.isEmpty }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    rows = table.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(table[0], row)).filter { !$0.value.isEmpty }
    }
  }

  /// The address that the head gives a prefix.
  func address(of prefix: String) -> String? {
    head.first { $0.hasPrefix("  \(prefix): ") }
      .map { String($0.dropFirst(prefix.count + 4)).replacing("\"", with: "") }
  }

  /// The address that a CURIE stands for.
  func expanded(_ curie: String?) -> String? {
    guard let parts = curie?.split(separator: ":", maxSplits: 1), parts.count == 2 else {
      return nil
    }
    return address(of: String(parts[0])).map { $0 + parts[1] }
  }
}
