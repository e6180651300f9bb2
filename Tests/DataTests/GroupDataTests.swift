import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// The answer of every group of ISCO-88 and ISCO-08 is the sum of its parts', counted by hand from the
/// rows of the table.
struct GroupDataTests {
  /// A row of the table: which codes stand in it as a whole.
  private struct Row {
    var old: String
    var new: String
    var isPartOfNew: Bool
  }

  /// What is listed of a code: how the group stands to it, and by which parts.
  private struct Listed: Hashable, CustomStringConvertible {
    var code: String
    var relation: String
    var parts: [String]

    var description: String { "\(code) \(relation) by \(parts.joined(separator: ", "))" }
  }

  @Test(arguments: [("isco-88", "isco-08"), ("isco-08", "isco-88")])
  func noListOfAGroupIsIncomplete(own: String, target: String) throws {
    let rows = try Self.rows()
    let place = try Place()
    defer { place.remove() }
    try place.library().store.read { graph in
      let finder = CorrespondentFinder(try Vantage(graph, day: "2026-11-29"))
      let frameworks = [try #require(FrameworkName(target).map { try graph.framework($0) } ?? nil)]
      let concepts = try graph.concepts(of: #require(FrameworkName(own)))
      for record in concepts {
        let code = try #require(record.id.code?.description)
        let found = try finder.find(record, in: frameworks)
        #expect(Self.listed(found) == Self.expected(for: code, in: rows, isOld: own == "isco-88"))
        #expect(found.derived.leftOut == 0 && found.derived.denied == 0)
        #expect(found.derived.isComplete)
        let parts = Set(concepts.compactMap(\.id.code?.description))
          .filter { $0.hasPrefix(code) && $0.count == 4 && $0 != code }
        let inTable = Set(rows.map { own == "isco-88" ? $0.old : $0.new })
        let unlinked = parts.subtracting(inTable).sorted()
        #expect((found.derived.parts?.unlinked ?? []).compactMap(\.code?.description) == unlinked)
        if let all = found.derived.parts { #expect(all.count == parts.count) }
      }
      #expect(concepts.count > 500)
    }
  }

  @Test func theGroupsThatWereShortAreWhole() throws {
    let rows = try Self.rows()
    #expect(Self.expected(for: "122", in: rows, isOld: true).count == 23)
    #expect(Self.expected(for: "223", in: rows, isOld: true).count == 6)
    #expect(
      Self.expected(for: "722", in: rows, isOld: true).map(\.code).sorted()
        == ["7221", "7222", "7223", "7224"])
  }

  private static func listed(_ found: Correspondents) -> Set<Listed> {
    Set(
      found.mappings.map { mapping in
        Listed(code: code(mapping.id), relation: mapping.relation.rawValue, parts: [])
      }
        + found.derived.found.map { row in
          Listed(code: code(row.id), relation: row.tie.name, parts: row.routes.map { code($0.id) })
        })
  }

  private static func code(_ id: Identifier) -> String { id.code?.description ?? "" }

  /// What the rows of a code and of all codes below it come to.
  private static func expected(for code: String, in rows: [Row], isOld: Bool) -> Set<Listed> {
    var parts: [String: [(code: String, relation: String)]] = [:]
    for row in rows where (isOld ? row.old : row.new).hasPrefix(code) {
      let (own, other) = isOld ? (row.old, row.new) : (row.new, row.old)
      parts[other, default: []].append((own, relation(of: row, in: rows, isOld: isOld)))
    }
    return Set(
      parts.map { other, parts in
        if code.count == 4 { return Listed(code: other, relation: parts[0].relation, parts: []) }
        let isWithin = parts.contains { ["exactMatch", "narrowMatch"].contains($0.relation) }
        return Listed(
          code: other, relation: isWithin ? "narrowMatch" : "part-in-common",
          parts: parts.map(\.code).sorted())
      })
  }

  /// How the first code of a row stands to the second, read from either side: a code is meant as a whole
  /// where no mark says otherwise and no other row has it.
  private static func relation(of row: Row, in rows: [Row], isOld: Bool) -> String {
    let isWholeOld = rows.count { $0.old == row.old } == 1
    let isWholeNew = !row.isPartOfNew && rows.count { $0.new == row.new } == 1
    return switch isOld ? (isWholeOld, isWholeNew) : (isWholeNew, isWholeOld) {
    case (true, true): "exactMatch"
    case (true, false): "broadMatch"
    case (false, true): "narrowMatch"
    case (false, false): "overlaps"
    }
  }

  private static func rows() throws -> [Row] {
    let file = Place.root.appending(path: "Frameworks/Correspondences/isco-88-isco-08.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }.map(String.init).map(cells)
    #expect(lines.first?[1...3] == ["ISCO-88 code", "ISCO 08 Code", "ISCO-08 part"])
    return lines.dropFirst().map { Row(old: $0[1], new: $0[2], isPartOfNew: !$0[3].isEmpty) }
  }

  /// The cells of a line: a comma within quotes ends none.
  private static func cells(of line: String) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for letter in line {
      switch letter {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(letter)
      }
    }
    return cells
  }
}
