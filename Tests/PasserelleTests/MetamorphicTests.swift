import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What does not matter: in which order sources come, in how many imports, and what was here before and
/// is gone.
struct MetamorphicTests {
  @Test func theOrderOfImportsDecidesNothing() throws {
    let expected = try Self.state(after: [PageSources.names])
    for seed in 1...3 {
      var dice = Dice(seed: seed)
      let order = PageSources.names.shuffled(using: &dice)
      let found = try Self.state(after: order.map { [$0] })
      #expect(found.hash == expected.hash, "\(order)")
      #expect(found.links == expected.links, "\(order)")
    }
  }

  @Test func whatIsRemovedAndComesBackIsAsItWas() throws {
    let place = try Place()
    defer { place.remove() }
    let (library, sources) = (try place.library(), try PageSources(in: place.folder))
    let bundled = try library.store.read { try $0.contentHash() }
    let report = try sources.imported(PageSources.names, into: library)
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    let hash = try library.store.read { try $0.contentHash() }

    // What others lead to goes after them.
    var names = report.publications.compactMap { FrameworkName($0) }
    while !names.isEmpty {
      let left = try names.filter { name in
        do {
          try library.store.write { try $0.remove(name) }
          return false
        } catch is RemovalError {
          return true
        }
      }
      try #require(left.count < names.count, "\(left)")
      names = left
    }
    let again = try place.library()
    #expect(try again.store.read { try $0.contentHash() } == bundled)
    _ = try sources.imported(PageSources.names, into: again)
    #expect(try again.store.read { try $0.contentHash() } == hash)
  }

  @Test(
    arguments: PageSources.names,
    [ExportFormat.yaml, .xml, .turtle, .nTriples, .jsonLD, .csv])
  func whatIsWrittenAndReadAgainLacksWhatIsCountedAsLost(
    name: String, format: ExportFormat
  ) throws {
    let (place, other) = (try Place(), try Place())
    defer {
      place.remove()
      other.remove()
    }
    let library = try place.library()
    let report = try PageSources(in: place.folder).imported([name], into: library)
    let names = report.publications.compactMap { FrameworkName($0) }
    let out = place.folder.appending(path: "out").path
    // A folder has all of them, a file one.
    let parts =
      format.isFolder
      ? [(names: names, place: out)]
      : names.map { (names: [$0], place: "\(out)/\($0).\(format.suffix)") }
    let (before, loss) = try library.store.read { graph in
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      var loss = LossReport()
      for part in parts {
        let order = ExportOrder(format, to: part.place, mixesLicences: true)
        loss.add(try GraphExport(graph, order, on: "2026-11-25").write(part.names).loss)
      }
      return (try Self.contents(of: names, in: graph), loss)
    }
    let lost = loss.kinds.filter { $0.kind.hasPrefix("link '") || $0.kind.hasPrefix("scope of") }
      .map(\.entry.count).reduce(0, +)
    // Decisions alone are no vocabulary.
    guard before.concepts.count + before.links.count > lost else { return }
    let target = try other.library()
    let read = try target.importing(SourceFile.files(atAll: parts.map(\.place)))
    #expect(read.diagnostics.filter { $0.severity == .error } == [])
    let after = try target.store.read { try Self.contents(of: names, in: $0) }
    #expect(after.concepts == before.concepts)
    #expect(Set(after.links).isSubset(of: before.links), "nothing is made up")
    #expect(after.links.count == before.links.count - lost)
  }

  // MARK: - Helpers

  /// What a library holds after some imports, and between what its links lie.
  private static func state(
    after imports: [[String]]
  ) throws -> (hash: String, links: [String]) {
    let place = try Place()
    defer { place.remove() }
    let (library, sources) = (try place.library(), try PageSources(in: place.folder))
    for names in imports {
      let report = try sources.imported(names, into: library)
      #expect(report.diagnostics.filter { $0.severity == .error } == [], "\(names)")
    }
    return try library.store.read { graph in
      (try graph.contentHash(), try graph.links().map { try text($0.link, in: graph) }.sorted())
    }
  }

  private static func contents(
    of names: [FrameworkName], in graph: StoredGraph
  ) throws -> (concepts: [String], links: [String]) {
    var concepts: [String] = []
    for name in names {
      try graph.statements(of: name) {
        if case .concept(let concept) = $0 { concepts.append("\(concept.id) \(concept.title)") }
      }
    }
    let links = try graph.links(
      Set(Relation.allCases), publishedWith: Set(names), from: nil)
    return (concepts.sorted(), try links.map { try text($0.link, in: graph) }.sorted())
  }

  /// A link between what its ends mean; what is not here, by the address that its source gives: names that
  /// are made of it may differ.
  private static func text(_ link: Link, in graph: StoredGraph) throws -> String {
    func end(_ id: Identifier, _ uri: String?) throws -> String {
      let isHere =
        try id.code == nil ? graph.framework(id.framework) != nil : graph.concept(id) != nil
      return isHere ? "\(id)" : uri ?? "\(id)"
    }
    return try end(link.from, link.fromURI) + " \(link.relation.rawValue) "
      + end(link.to, link.toURI)
  }
}
