import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// The head of a table in a file beside it.
struct TableHeadTests {
  private let head = """
    from: isco-88
    to: isco-08
    sources: {ilo: {title: Correspondence table, publisher: ILO}}
    """
  private let table = "ISCO-88 code,ISCO 08 Code\n1110,1111\n"

  @Test(arguments: ["yaml", "yml"])
  func isReadWithTheTable(ending: String) throws {
    let place = try Place()
    defer { place.remove() }
    _ = try place.write("table.\(ending)", head)
    let file = try place.write("table.csv", table)

    let report = try place.library()
      .checking(try SourceFile.files(at: file.path))
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(report.readers.map(\.adapter) == ["Correspondence"])
    #expect(report.readers.map(\.path) == [file.path])
  }

  @Test func isNoFileOfItsOwnInAFolder() throws {
    let place = try Place()
    defer { place.remove() }
    let folder = place.folder.appending(path: "tables")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("table.csv", table), ("table.yaml", head), ("other.yaml", "a: b\n")] {
      _ = try place.write("tables/\(name)", text)
    }
    let report = try place.library().checking(try SourceFile.files(at: folder.path))
    #expect(
      report.readers.map(\.path) == ["other.yaml", "table.csv"].map { "\(folder.path)/\($0)" })
  }

  @Test func itsMistakesAreShownInItsOwnFile() throws {
    let place = try Place()
    defer { place.remove() }
    let beside = try place.write("table.yaml", head + "\nauthor: me\n")
    let file = try place.write("table.csv", table)

    let report = try place.library()
      .checking(try SourceFile.files(at: file.path))
    #expect(
      report.diagnostics.filter { $0.severity == .error }.map { "\($0.position) \($0.id)" } == [
        "\(beside.path):4:1 unknown-key"
      ])
  }
}
