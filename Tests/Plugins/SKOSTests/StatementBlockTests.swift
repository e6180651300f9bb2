import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

struct StatementBlockTests {
  /// Concepts with a text each that is long: two hundred make more than a block.
  private static func concepts(_ numbers: Range<Int>) -> String {
    let filler = String(repeating: "long. ", count: 60)
    return numbers.map { number in
      """
      ex:n\(number) skos:inScheme <https://example.org/trades> ;
        skos:broader ex:a ; # . "
        skos:note \"\"\"\(filler)
        ex:x ex:y ex:z . \"\"\"@en .

      """
    }.joined()
  }

  @Test func aFileOfSeveralBlocksIsReadAsOneIs() throws {
    let reading = Reading(of: Samples.turtle + Self.concepts(0..<300), named: "a.ttl", with: SKOS())

    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading.concepts.count == 302)
    let last = try #require(reading.statements.last)
    #expect(last.position.line == Samples.turtle.lines + 299 * 4 + 2)
    guard case .link(let link) = last.statement else {
      Issue.record("the last statement is not a link")
      return
    }
    #expect("\(link.from) \(link.relation.rawValue) \(link.to)" == "trades:n299 broader trades:7")
  }

  @Test func whatIsDeclaredHoldsInTheBlocksBehindIt() throws {
    let other = """
      BASE <https://example.org/>
      PREFIX again: <trades/>
      again:last skos:inScheme <trades> ; skos:notation "9" .
      @prefix ex: <https://example.org/crafts/> .

      """
    let text =
      Samples.turtle + Self.concepts(0..<180) + other + Self.concepts(180..<360)
      + "again:end skos:inScheme <trades> ; skos:notation \"10\" .\n"
    let reading = Reading(of: text, named: "a.ttl", with: SKOS())

    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    let addresses = Set(reading.concepts.compactMap(\.uri))
    #expect(addresses.contains("https://example.org/trades/n179"))
    #expect(addresses.contains("https://example.org/crafts/n359"))
    #expect(addresses.contains("https://example.org/trades/end"))
  }

  @Test func aMistakeBehindSeveralBlocksHasItsOwnLine() throws {
    let text = Samples.turtle + Self.concepts(0..<300) + "ex:a skos:note wrong .\n"
    let reading = Reading(of: text, named: "a.ttl", with: SKOS())

    let problem = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect(problem.id == "not-rdf")
    #expect(problem.position.line == Samples.turtle.lines + 1_201)
  }
}

extension String {
  fileprivate var lines: Int { utf8.count { $0 == UInt8(ascii: "\n") } }
}
