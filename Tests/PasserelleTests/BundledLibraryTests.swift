import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// The library that comes with the program.
struct BundledLibraryTests {
  /// The tests rely on it: they build the library once, and copy its store.
  @Test func aCopyOfItsStoreIsNotBuiltAgain() throws {
    let place = try Place()
    defer { place.remove() }
    try BuiltLibrary.copy(to: place.folder)
    let library = try Library(at: place.locations) { Issue.record("\($0)") }

    #expect(try library.store.read { try $0.frameworks() }.isEmpty == false)
  }

  @Test func hasTheSameContentOnEveryBuild() throws {
    let (one, other) = (try Place(), try Place())
    defer {
      one.remove()
      other.remove()
    }
    let hashes = try [one, other].map { place in
      try Library(at: place.locations).store.read { try $0.contentHash() }
    }
    #expect(hashes[0] == hashes[1])
  }

  @Test(arguments: ["yaml", "xml"])
  func theExamplesOfTheDocumentationHaveNothingToReport(form: String) throws {
    let place = try Place()
    defer { place.remove() }
    let document = try String(
      contentsOf: Place.root.appending(path: "Documentation/Descriptor.md"), encoding: .utf8)
    let block = try #require(document.split(separator: "```\(form)\n").dropFirst().first)
    let example = try #require(block.split(separator: "\n```").first)
    let file = try place.write("xx-nqf.\(form)", String(example))

    let report = try place.library().checking([file])
    #expect(report.diagnostics == [])
    #expect(report.statements == 20)
  }

  /// What is linked to by an example is not in the library.
  @Test(arguments: ["yaml", "xml"])
  func everyExampleOfTheDocumentationCanBeCopied(form: String) throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let document = try String(
      contentsOf: Place.root.appending(path: "Documentation/Descriptor.md"), encoding: .utf8)
    let blocks = document.components(separatedBy: "```\(form)\n").dropFirst()
      .map { $0.components(separatedBy: "\n```")[0] }
      .filter { $0.contains("framework") || $0.contains("agreement") || $0.contains("mappings") }

    #expect(blocks.count > 1)
    for block in blocks {
      let report = try library.checking([place.write("xx.\(form)", block)])
      let errors = report.diagnostics.filter { problem in
        problem.severity == .error && !Diagnostic.ID.dangling.contains(problem.id)
      }
      #expect(errors == [], "\(block)")
    }
  }
}
