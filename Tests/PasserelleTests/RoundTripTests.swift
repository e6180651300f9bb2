import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What is written in Passerelle's own forms reads back as it was.
struct RoundTripTests {
  @Test(arguments: [ExportFormat.yaml, .xml, .csv])
  func theWholeLibraryIsTheSameAfterAnExport(format: ExportFormat) throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let folder = place.folder.appending(path: "out").path
    let (before, loss) = try library.store.read { graph in
      let names = try graph.publications()
      let loss = try GraphExport(
        graph, ExportOrder(format, to: folder, mixesLicences: true), on: "2026-11-25"
      )
      .write(names).loss
      return (try Self.statements(of: names, in: graph), loss)
    }
    let (after, problems) = try library.rehearsing(SourceFile.files(at: folder)) { report, graph in
      (
        try Self.statements(of: graph.publications(), in: graph),
        report.diagnostics.filter { $0.severity == .error }
      )
    }

    #expect(loss.kinds.isEmpty)
    #expect(problems == [])
    #expect(before.keys == after.keys)
    for (name, statements) in before where after[name] != statements {
      #expect(after[name]?.first { !statements.contains($0) } == nil, "\(name)")
      #expect(statements.first { after[name]?.contains($0) == false } == nil, "\(name)")
      #expect(after[name] == statements, "\(name)")
    }
  }

  private static func statements(
    of names: [FrameworkName], in graph: StoredGraph
  ) throws -> [FrameworkName: [Statement]] {
    var found: [FrameworkName: [Statement]] = [:]
    for name in names {
      try graph.statements(of: name) { found[name, default: []].append($0) }
    }
    return found
  }
}
