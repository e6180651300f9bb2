import Foundation
import FoundationXML
import Passerelle
import PasserelleModel
import PasserelleStore
import Testing

/// What each format says of a small graph, and what it must not say.
struct ExportFormatTests {
  // MARK: - Mappings

  @Test(arguments: [ExportFormat.sssom, .turtle, .nTriples, .jsonLD, .caseJSON])
  func referencingIsNeverAnExactMatch(format: ExportFormat) throws {
    let text = try SmallGraph.ofTwoFrameworks().text(as: format)

    #expect(!text.contains("exactMatch") || format == .sssom)
    let rows = text.split(separator: "\n").filter { $0.contains("exactMatch") }
    // Of nothing found SSSOM says it so: nothing is an exact match.
    #expect(rows.allSatisfy { $0.contains("sssom:NoTermFound") })
  }

  @Test func whereSeveralLevelsShareOneTheReferenceIsTheBroader() throws {
    let text = try SmallGraph.ofTwoFrameworks().text(as: .sssom)

    #expect(text.contains("aa_nqf:1\tLevel 1\t\tskos:closeMatch\teqf:1\t"))
    #expect(text.contains("aa_nqf:2\tLevel 2\t\tskos:broadMatch\teqf:2\t"))
    #expect(text.contains("aa_nqf:3\tLevel 3\t\tskos:broadMatch\teqf:2\t"))
  }

  @Test func aDenialAndANullAreSaidAsSuchInSSSOM() throws {
    let text = try SmallGraph.ofTwoFrameworks {
      $0.link("aa-nqf:1", .notExactMatch, "eqf:2")
      $0.link("aa-nqf:4+", .notReferenced, "eqf")
    }.text(as: .sssom)

    #expect(text.contains("aa_nqf:1\tLevel 1\tNot\tskos:exactMatch\teqf:2\t"))
    #expect(text.contains("aa_nqf:4%2B\tLevel 4+\t\tskos:exactMatch\tsssom:NoTermFound\t"))
  }

  @Test func aDeclarationKeepsItsScopeOrIsNoMatch() throws {
    let graph = SmallGraph.ofTwoFrameworks {
      $0.link("aa-nqf:1", .declaredEquivalent, "eqf:1") { link in
        link.parties = ["Ministry"]
        link.purposes = [.study]
      }
    }

    #expect(try graph.text(as: .sssom).contains("parties: Ministry; purpose: study"))
    #expect(try !graph.text(as: .turtle).contains("skos:exactMatch"))
    #expect(try graph.text(as: .turtle).contains("parties: Ministry"))
  }

  @Test(arguments: [Relation.evaluatedAs, .classifiedAs])
  func whatOnlyIndicatesIsNoMatch(relation: Relation) throws {
    let graph = SmallGraph.ofTwoFrameworks {
      $0.link("aa-nqf:4+", relation, "eqf:2") { $0.purposes = [.study] }
    }
    let bare = SmallGraph.ofTwoFrameworks()

    let turtle = try graph.text(as: .turtle)
    #expect(turtle.contains("\"\(relation.rawValue)\""))
    #expect(turtle.contains("purpose: study"))
    #expect(
      try turtle.components(separatedBy: "Match").count
        == bare.text(as: .turtle).components(separatedBy: "Match").count)
    #expect(try graph.text(as: .sssom) == bare.text(as: .sssom))
    #expect(try graph.text(as: .graphML).contains(relation.rawValue))
  }

  // MARK: - Text

  @Test(arguments: ExportFormat.allCases.filter { !$0.isFolder })
  func textThatLooksLikeMarkupIsText(format: ExportFormat) throws {
    let text = try SmallGraph.ofTwoFrameworks {
      $0.level("x", title: "<a> & \"b\"\n\\c;\td")
    }.text(as: format)

    switch format {
    case .xml, .graphML, .sdmx: #expect(XMLParser(data: Data(text.utf8)).parse())
    case .jsonLD, .caseJSON:
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(text.utf8))
      }
    case .nTriples:
      #expect(text.contains(#""<a> & \"b\"\n\\c;\td"@en"#))
    case .sssom:
      let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(
        Set(rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }) == [8])
    default: #expect(text.contains("<a> & \\\"b\\\""))
    }
  }

  // MARK: - Loss

  @Test func whatAFormatCannotCarryIsCountedByKind() throws {
    let graph = SmallGraph.ofTwoFrameworks { $0.note("aa-nqf:1", "A note.") }

    #expect(try graph.loss(as: .sssom) == ["note": 1])
    #expect(try graph.loss(as: .yaml) == [:])
    #expect(try graph.loss(as: .dot)["note"] == 1)
  }

  @Test func aBundleHasEveryTableAndTheScriptThatLoadsThem() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try SmallGraph.ofTwoFrameworks().write(as: .csv, to: folder.path)
    let script = try String(contentsOf: folder.appending(path: "load.sql"), encoding: .utf8)
    let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }

    #expect(tables.count == 11)
    #expect(tables.allSatisfy { script.contains("FROM '\($0)'") })
    let concepts = try String(contentsOf: folder.appending(path: "concept.csv"), encoding: .utf8)
    #expect(concepts.contains("aa-nqf:4+,aa-nqf,4+,3,level,,,,,,,,,report"))
  }

  @Test func aBundleSaysTheTypesOfItsColumns() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try SmallGraph.ofTwoFrameworks().write(as: .csv, to: folder.path)
    let data = try Data(contentsOf: folder.appending(path: "datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tables = try #require(package["resources"] as? [[String: Any]])
    let links = try #require(tables.first { $0["name"] as? String == "link" })
    let schema = try #require(links["schema"] as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: Any]])

    #expect(tables.count == 11)
    #expect(schema["primaryKey"] as? [String] == ["id"])
    #expect(fields.map { $0["type"] as? String }.prefix(3) == ["integer", "string", "string"])
    let text = try String(contentsOf: folder.appending(path: "link.csv"), encoding: .utf8)
    let header = fields.compactMap { $0["name"] as? String }.joined(separator: ",")
    #expect(text.hasPrefix(header + "\r\n"))
    // The folder reads back, and the file is no source of its own.
    #expect(try SourceFile.files(at: folder.path).count { $0.name.hasSuffix(".json") } == 0)
  }

  // MARK: - Order and place

  @Test(arguments: ExportFormat.allCases.filter { !$0.isFolder })
  func theSameGraphIsTheSameBytes(format: ExportFormat) throws {
    #expect(
      try SmallGraph.ofTwoFrameworks().text(as: format)
        == SmallGraph.ofTwoFrameworks().text(as: format))
  }

  @Test func aFileThatCannotBeFinishedLeavesTheOldOne() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "old-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("old".utf8).write(to: URL(filePath: path))
    do {
      let file = try ExportFile(path)
      try file.write("new")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }

  // MARK: - Licences

  static let licences: [(one: String, other: String, mayBeMixed: Bool)] = [
    ("CC BY 4.0", "MIT", true), ("CC BY-SA 4.0", "CC BY 4.0", true),
    ("CC BY-SA 4.0", "CC-BY-SA-3.0", true), ("CC BY-SA 4.0", "ODbL-1.0", false),
    ("CC BY-SA 4.0", "CC BY-NC 4.0", false), ("CC BY-NC 4.0", "CC BY 4.0", true),
  ]

  @Test(arguments: licences)
  func whatMayNotBeMixedIsFound(one: String, other: String, mayBeMixed: Bool) throws {
    let graph = SmallGraph.ofTwoFrameworks {
      $0.framework("bb-nqf", licence: one)
      $0.framework("cc-nqf", licence: other)
    }

    #expect(try (graph.licences().conflict == nil) == mayBeMixed)
  }
}
