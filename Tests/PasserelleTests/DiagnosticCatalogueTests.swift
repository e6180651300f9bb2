import Foundation
import Passerelle
import Testing

/// Every diagnostic that a descriptor can get is explained, in the program and in the guide.
struct DiagnosticCatalogueTests {
  private static let entries = DiagnosticCatalogue.groups.flatMap(\.entries)

  /// What is said of tables, of profiles and of files that are no descriptor.
  private static let others: Set = [
    "bad-document-state", "bad-number", "not-a-profile", "personal-data", "json",
    "control-character",
    "duplicate-column", "missing-column", "missing-title", "orphan", "passed-over", "row-length",
    "row-too-long", "text-after-quote", "too-many-columns", "two-heads", "unclosed-quote",
    "stopped",
  ]

  /// The folders of what reads and judges descriptors.
  private static let folders = [
    "Sources/PasserelleModel", "Sources/PasserelleKit", "Sources/PasserelleStore",
    "Sources/PasserelleGraph/Checks", "Sources/Passerelle", "Plugins/Plain",
  ]

  @Test func explainsEveryDiagnosticOfADescriptor() throws {
    let ids = try Self.folders.reduce(into: Set<String>()) { ids, folder in
      ids.formUnion(try Self.ids(in: Place.root.appending(path: folder)))
    }

    #expect(ids.count > 80)
    #expect(ids.subtracting(Self.others).subtracting(Self.entries.map(\.id)) == [])
    #expect(Set(Self.entries.map(\.id)).subtracting(ids) == [])
  }

  @Test func explainsEachOnceInWholeSentences() {
    #expect(Set(Self.entries.map(\.id)).count == Self.entries.count)
    for entry in Self.entries {
      #expect(entry.meaning.hasSuffix(".") && entry.advice.hasSuffix("."), "\(entry.id)")
    }
  }

  /// With `UPDATE_TRANSCRIPTS=1` the table is written anew.
  @Test func theGuideHasTheSameTable() throws {
    let file = Place.root.appending(path: "Documentation/Authorities.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(
      text.range(of: "<!-- findings: made from the program; do not edit -->\n"))
    let end = try #require(text.range(of: "<!-- end of findings -->"))
    let made = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try Data(made.utf8).write(to: file)
    }

    #expect(made == text)
  }

  private static var table: String {
    DiagnosticCatalogue.groups.map { group in
      let rows = group.entries.map { "| `\($0.id)` | \($0.meaning) | \($0.advice) |\n" }.joined()
      return "\n### \(group.title)\n\n| name | what it means | what to do |\n| --- | --- | --- |\n"
        + rows
    }.joined() + "\n"
  }

  /// The names that a diagnostic is made with, in the Swift files of a folder.
  private static func ids(in folder: URL) throws -> Set<String> {
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var ids: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(
        of:
          /(?:(?:error|warning)\(\s*|diagnosticID = |let stopped = |case \.[^:"]+: (?="(?:adapter-|no-worker)))"([a-z]+(?:-[a-z]+)*)"/
      ) {
        ids.insert(String(match.output.1))
      }
    }
    return ids
  }
}
