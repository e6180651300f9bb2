import Foundation
import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What chains of links come to.
struct ChainTests {
  @Test(arguments: [
    ("a exactMatch b, b exactMatch c", "exact-match"),
    ("a exactMatch b, b broadMatch c", "broad-match"),
    ("a closeMatch b, b exactMatch c", "close-match"),
    ("a broadMatch b, b broadMatch c", "broad-match"),
    ("b narrowMatch a, c exactMatch b", "broad-match"),
    ("a exactMatch b, b overlaps c", "overlaps"),
    ("a broadMatch b, b disjointFrom c", "disjoint-from"),
    ("a exactMatch b, b broader c", "broad-match"),
    ("a exactMatch b, c broader b", "narrow-match"),
  ])
  func twoLinksMakeOne(links: String, conclusion: String) {
    #expect(conclusions(of: links) == [conclusion])
  }

  @Test(arguments: [
    "a closeMatch b, b closeMatch c", "a relatedMatch b, b relatedMatch c",
    "a broadMatch b, b narrowMatch c", "a narrowMatch b, b broadMatch c",
    "a overlaps b, b overlaps c", "a overlaps b, b broadMatch c",
    "a disjointFrom b, b broadMatch c", "a comparedTo b, b exactMatch c",
    "a exactMatch b, b referencedTo c", "a referencedTo b, b exactMatch c",
    "b declaredEquivalent a, b exactMatch c",
  ])
  func twoLinksMakeNothing(links: String) {
    #expect(conclusions(of: links).isEmpty)
  }

  @Test(arguments: [
    ("a referencedTo b, c referencedTo b", "same-reference-level"),
    ("a atLevel b, b referencedTo c", "referenced-to"),
    ("b supersedes a, c supersedes b", "succeeded-by"),
    ("b supersedes a, b referencedTo c", "referenced-since"),
  ])
  func levelsMeetAtAReferenceLevel(links: String, conclusion: String) {
    #expect(conclusions(of: links) == [conclusion])
  }

  @Test func aChainNamesTheRuleOfEachStep() throws {
    let chain = try #require(chains(of: "a exactMatch b, c narrowMatch b, c broader d").first)

    #expect(chain.steps.map(\.rule.rawValue) == ["ST", "RCE1", "H1"])
    #expect(chain.steps.map(\.isAgainst) == [false, true, false])
    #expect(chain.steps.map(\.conclusion.name) == ["exact-match", "broad-match", "broad-match"])
  }

  @Test func cyclesEnd() {
    let chains = chains(of: "a exactMatch b, b exactMatch c, c exactMatch a", to: "c")

    #expect(chains.map(\.steps.count).sorted() == [1, 2])
  }

  @Test(arguments: [
    ("notExactMatch", "a exactMatch b, b exactMatch c", true),
    ("notCloseMatch", "a exactMatch b, b exactMatch c", true),
    ("notBroadMatch", "a exactMatch b, b exactMatch c", false),
    ("disjointFrom", "a exactMatch b, b broadMatch c", true),
    ("notExactMatch", "a exactMatch b, b broadMatch c", false),
  ])
  func aDenialVetoesWhatItContradicts(denial: String, links: String, isVetoed: Bool) {
    let found = conclusions(of: links + ", a \(denial) c").filter { $0 != "disjoint-from" }
    #expect(found.isEmpty == isVetoed)
  }

  @Test func aDenialReadFromTheOtherSideVetoesAsWell() {
    #expect(conclusions(of: "a exactMatch b, b exactMatch c, c notExactMatch a").isEmpty)
    #expect(conclusions(of: "a exactMatch b, b broadMatch c, c notNarrowMatch a").isEmpty)
  }

  @Test func aDenialInTheMiddleVetoesTheWholeChain() {
    let links = "a exactMatch b, b exactMatch c, c exactMatch d, b notExactMatch d"
    #expect(conclusions(of: links, to: "d").isEmpty)
  }

  @Test func aDeclarationCarriesOnWithinItsInstrumentOnly() {
    let one = [link("a", .declaredEquivalent, "b"), link("b", .declaredEquivalent, "c")]
    var two = one
    two[1] = LinkRecord(
      link: one[1].link, evidence: one[1].evidence, publication: FrameworkName("other"))

    #expect(conclusions(of: one) == ["declared-equivalent"])
    #expect(conclusions(of: two).isEmpty)
  }

  // MARK: - Confidence

  @Test(arguments: [
    (["0.9", "0.5"], 0.45), (["0.9", nil], 0.9), ([nil, nil], nil), (["1", "0"], 0),
  ])
  func theConfidenceOfAChainIsTheProductOfWhatIsStated(
    stated: [String?], confidence: Double?
  ) throws {
    var links = [link("a", .exactMatch, "b"), link("b", .exactMatch, "c")]
    for index in links.indices {
      links[index] = links[index].saying { $0.confidence = stated[index].flatMap(Confidence.init) }
    }
    let chain = try #require(chains(of: links, to: "c").first)

    #expect(chain.confidence == confidence)
    #expect(chain.unstatedConfidences == stated.count { $0 == nil })
  }

  // MARK: - Laws

  /// Graphs of every relation, each by its seed.
  private static let seeds = 1...20

  @Test(arguments: seeds)
  func noChainOfReferencingComesToAMatch(seed: Int) {
    for chain in allChains(of: randomLinks(seed)) {
      let hasReferencing = chain.links.contains { $0.link.relation == .referencedTo }
      let isMatch = chain.conclusion.relation?.isMatch ?? false
      #expect(!(hasReferencing && isMatch), "\(chain.steps.map(\.to))")
    }
  }

  @Test(arguments: seeds)
  func noChainIsMoreCertainThanItsWeakestLink(seed: Int) throws {
    for chain in allChains(of: randomLinks(seed)) {
      let least = chain.links.compactMap(\.link.confidence?.value).min()
      #expect((chain.confidence ?? 0) <= (least ?? 0))
    }
  }

  @Test(arguments: seeds)
  func theOrderOfTheLinksChangesNothing(seed: Int) {
    let links = randomLinks(seed)
    var dice = Dice(seed: seed + 1000)

    #expect(allChains(of: links) == allChains(of: links.shuffled(using: &dice)))
  }

  @Test(arguments: seeds)
  func aLinkAndItsInverseSayTheSame(seed: Int) {
    let links = randomLinks(seed)
    let flipped = links.enumerated().map { index, record in
      guard index % 2 == 0, let inverse = record.link.relation.inverse else { return record }
      return record.saying { link in
        link.relation = inverse
        (link.from, link.to) = (record.link.to, record.link.from)
      }
    }

    #expect(outcomes(of: links) == outcomes(of: flipped))
  }

  @Test(arguments: seeds)
  func anUnrelatedComponentChangesNothing(seed: Int) {
    let links = randomLinks(seed)
    let others = randomLinks(seed + 500).map { record in
      record.saying { link in
        link.from = elsewhere(record.link.from)
        link.to = elsewhere(record.link.to)
      }
    }
    let own = Set(links.flatMap { [$0.link.from, $0.link.to] })

    #expect(
      outcomes(of: links) == outcomes(of: links + others).filter { own.contains($0.from) })
  }

  @Test(arguments: seeds)
  func aChainOfMappingsReadBackwardsIsAChain(seed: Int) {
    let links = randomLinks(seed).filter {
      $0.link.relation.isMatch || $0.link.relation == .broader
    }
    let found = outcomes(of: links)

    for outcome in found {
      let reversed = Outcome(
        from: outcome.to, to: outcome.from, conclusion: Self.inverse(of: outcome.conclusion),
        length: outcome.length)
      #expect(found.contains(reversed), "\(outcome)")
    }
  }

  /// The name of the conclusion that a chain has when it is read backwards.
  private static func inverse(of name: String) -> String {
    let relation = Conclusion.allCases.first { $0.name == name }?.relation?.inverse
    return Conclusion.allCases.first { $0.relation == relation && relation != nil }?.name ?? ""
  }

  @Test(arguments: Relation.allCases)
  func inversionTwiceIsTheStart(relation: Relation) {
    guard let inverse = relation.inverse else { return }
    #expect(inverse.inverse == relation)
    #expect(Move.along(relation) == Move.against(inverse) || relation.isNegative)
  }

  // MARK: - Documentation

  @Test func theTableOfTheDocumentationIsTheOneInForce() throws {
    let page = try String(
      contentsOfFile: #filePath.replacing(
        "Tests/PasserelleGraphTests/ChainTests.swift", with: "Documentation/Reasoning.md"),
      encoding: .utf8)
    let written = page.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.hasSuffix("` |") }
      .map(String.init)

    #expect(
      written
        == ChainRules.table.map { row in
          "| `\(row.first.name)` | `\(row.move)` | `\(row.result.name)` | `\(row.rule.rawValue)` |"
        })
  }

  // MARK: - Building

  private func link(_ from: String, _ relation: Relation, _ to: String) -> LinkRecord {
    LinkRecord(
      link: Link(from: id(from), relation, to: id(to)),
      evidence: Evidence(
        document: nil, position: SourcePosition(file: "f", line: 1, column: 1), isVerified: true))
  }

  private func id(_ name: String) -> Identifier {
    Identifier(FrameworkName(series: name), Code("1"))
  }

  private func elsewhere(_ id: Identifier) -> Identifier {
    Identifier(FrameworkName(series: "z" + id.framework.series), id.code)
  }

  /// Reads `a exactMatch b, b exactMatch c`.
  private func links(_ text: String) -> [LinkRecord] {
    text.split(separator: ", ").compactMap { part in
      let words = part.split(separator: " ").map(String.init)
      return Relation(words[1]).map { link(words[0], $0, words[2]) }
    }
  }

  private func chains(of text: String, to end: String = "c") -> [Chain] {
    let links = links(text)
    let last = text.hasSuffix(" d") ? "d" : end
    return chains(of: links, to: last)
  }

  private func chains(of links: [LinkRecord], to end: String) -> [Chain] {
    ChainSearch(LinkNetwork(links), maxSteps: 4).chains(from: id("a")).chains
      .filter { $0.steps.last?.to == id(end) }
  }

  private func conclusions(of text: String, to end: String = "c") -> [String] {
    chains(of: text, to: end).map(\.conclusion.name)
  }

  private func conclusions(of links: [LinkRecord]) -> [String] {
    chains(of: links, to: "c").map(\.conclusion.name)
  }

  private func allChains(of links: [LinkRecord]) -> [Chain] {
    let network = LinkNetwork(links)
    let search = ChainSearch(network, maxSteps: 3)
    return network.nodes.flatMap { search.chains(from: $0).chains }
  }

  private struct Outcome: Hashable {
    var from: Identifier
    var to: Identifier
    var conclusion: String
    var length: Int
  }

  private func outcomes(of links: [LinkRecord]) -> Set<Outcome> {
    Set(
      allChains(of: links).compactMap { chain in
        guard let first = chain.steps.first, let last = chain.steps.last else { return nil }
        return Outcome(
          from: first.from, to: last.to, conclusion: chain.conclusion.name,
          length: chain.steps.count)
      })
  }

  /// Sixteen links of any relation between nine concepts of three frameworks.
  private func randomLinks(_ seed: Int) -> [LinkRecord] {
    var dice = Dice(seed: seed)
    let names = ["x", "y", "w"].flatMap { framework in
      (1...3).map { Identifier(FrameworkName(series: framework), Code(String($0))) }
    }
    return (1...16).map { line in
      let pair = names.shuffled(using: &dice)
      let relation = Relation.allCases.randomElement(using: &dice) ?? .exactMatch
      var link = Link(from: pair[0], relation, to: pair[1])
      link.confidence = Confidence("0.\(Int.random(in: 1...9, using: &dice))")
      return LinkRecord(
        link: link,
        evidence: Evidence(
          document: nil, position: SourcePosition(file: "f", line: line, column: 1),
          isVerified: true))
    }
  }
}

extension LinkRecord {
  /// The record with another claim.
  fileprivate func saying(_ change: (inout Link) -> Void) -> LinkRecord {
    var link = link
    change(&link)
    return LinkRecord(link: link, evidence: evidence, publication: publication, isOpen: isOpen)
  }
}
