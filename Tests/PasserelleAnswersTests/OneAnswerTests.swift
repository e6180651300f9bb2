import Foundation
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// One question has one answer, alone or as a row of a batch.
struct OneAnswerTests {
  private static let seeds = Array(1...6)
  private static let day: Day = "2024-06-30"

  private static func english() throws -> Language {
    try Language("en", in: LanguageTests.folder)
  }

  /// Questions about a graph: pairs of its concepts, in both directions, drawn from all of them.
  private static func pairs(of names: [String], seed: Int) -> [[String]] {
    var dice = Dice(seed: seed)
    let all = names.flatMap { one in names.filter { $0 != one }.map { [one, $0] } }
    return Array(all.shuffled(using: &dice).prefix(250))
  }

  private static func csv(_ pair: [String]) -> BatchReader.Row {
    BatchReader.Row(
      line: 1, fields: pair,
      content: .cells(BatchReader.Cells(columns: ["from": 0, "to": 1], cells: pair)))
  }

  private static func jsonLine(_ pair: [String]) -> BatchReader.Row {
    let text = "{\"from\":\"\(pair[0])\",\"to\":\"\(pair[1])\"}"
    return BatchReader.Row(line: 1, fields: [text], content: .json(Array(text.utf8)))
  }

  @Test(arguments: seeds, [nil, Purpose.work])
  func aLineOfABatchIsTheAnswerThatItsQuestionAloneWouldHave(
    seed: Int, purpose: Purpose?
  ) throws {
    let random = try RandomGraph(seed: seed)
    defer { random.remove() }
    let english = try Self.english()
    try random.store.read { graph in
      let desk = try Desk(graph, day: Self.day)
      var clerk = CompareClerk(desk, for: purpose, in: english)
      for pair in Self.pairs(of: random.names, seed: seed) {
        let single = try #require(desk.compare(pair, for: purpose).answer)
        let expected = try single.jsonLine(in: english).dropFirst().dropLast()
        guard case .members(let members) = try clerk.answer(to: Self.jsonLine(pair)) else {
          Issue.record("a line of JSON is answered by members")
          return
        }
        #expect(members == expected, "\(pair)")
      }
    }
  }

  @Test(arguments: seeds, [nil, Purpose.work])
  func aRowOfATableCarriesWhatTheSingleAnswerCarries(seed: Int, purpose: Purpose?) throws {
    let random = try RandomGraph(seed: seed)
    defer { random.remove() }
    let english = try Self.english()
    try random.store.read { graph in
      let desk = try Desk(graph, day: Self.day)
      var clerk = CompareClerk(desk, for: purpose, in: english)
      for pair in Self.pairs(of: random.names, seed: seed) {
        let single = try #require(desk.compare(pair, for: purpose).answer)
        guard case .cells(let cells) = try clerk.answer(to: Self.csv(pair)) else {
          Issue.record("a row is answered by cells")
          return
        }
        let row = Dictionary(uniqueKeysWithValues: zip(CompareClerk.answerColumns, cells))
        #expect(row["finding"] == single.finding)
        #expect(row["summary"] == english(single.summary))
        #expect(row["reference framework"] == single.referenceFramework ?? "")
        #expect(row["caveats"] == single.caveats.map { english($0) }.joined(separator: " | "))
        for (column, links) in [
          ("stated between them", single.direct), ("precedents", single.precedents),
        ] {
          let parts = (row[column] ?? "").split(separator: " | ").map(String.init)
          #expect(parts.count == links.count, "\(pair)")
          for (part, link) in zip(parts, links) {
            let words = ["\(link.from) \(link.relation) \(link.to)"] + link.scope(in: english)
            #expect(words.allSatisfy(part.contains), "\(pair)")
          }
        }
        let indications = (row["indications"] ?? "").split(separator: " | ").map(String.init)
        #expect(indications.count == single.indications.count, "\(pair)")
        for (part, indication) in zip(indications, single.indications) {
          #expect(part.contains(english(indication.summary)), "\(pair)")
        }
        for (column, item) in zip(["from source", "to source"], single.items) {
          let documents = Set(item.links.compactMap(\.evidence.document))
          #expect(documents.allSatisfy { row[column]?.contains($0) == true }, "\(pair)")
        }
        let weakest = single.weakestLink.map { english($0.reason) } ?? ""
        #expect(row["weakest link"]?.hasSuffix(weakest) == true)
      }
    }
  }

  @Test func theGraphsHoldEverythingThatARowCouldLose() throws {
    var (findings, keys): (Set<String>, Set<String>) = ([], [])
    var (hasDirect, hasPrecedent) = (false, false)
    var kinds: Set<String> = []
    for seed in Self.seeds {
      let random = try RandomGraph(seed: seed)
      defer { random.remove() }
      try random.store.read { graph in
        let desk = try Desk(graph, day: Self.day)
        for pair in Self.pairs(of: random.names, seed: seed) {
          let answer = try #require(desk.compare(pair).answer)
          findings.insert(answer.finding)
          keys.formUnion(answer.caveatKeys)
          kinds.formUnion(answer.indications.map(\.kind))
          hasDirect = hasDirect || !answer.direct.isEmpty
          hasPrecedent = hasPrecedent || !answer.precedents.isEmpty
        }
      }
    }
    #expect(findings == Set(Finding.allCases.map(\.rawValue)))
    #expect(hasDirect && hasPrecedent)
    #expect(kinds == Set(Indication.Kind.allCases.map(\.rawValue)))
    #expect(
      keys.isSuperset(of: [
        Caveat.otherWay.key, Caveat.oneElement.key, Caveat.bestFit.key, Caveat.precedent.key,
        Caveat.twoLevels.key, Caveat.sourceDated.key, Caveat.notInForceAfter.key,
      ]))
  }
}
