import Foundation
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// Answers have no words but those of a language, tokens, and what sources say.
struct OnlyLanguagesHaveWordsTests {
  /// A language without words: what is left of each message are its parameters.
  private static func wordless() throws -> Language {
    let data = try Data(contentsOf: URL(filePath: "\(LanguageTests.folder)/en.json"))
    let english = try JSONDecoder().decode([String: String].self, from: data)
    return Language(
      "en",
      english.mapValues { message in
        "·" + message.matches(of: /\{\w+\}/).map { " \($0.output) " }.joined() + "·"
      })
  }

  /// Tokens that mean the same in every language, and words that stand for files and columns.
  private static let tokens: Set<String> = {
    let tokens: [String] =
      Relation.allCases.map(\.rawValue) + ConceptKind.allCases.map(\.rawValue)
      + FrameworkKind.allCases.map(\.rawValue) + Purpose.allCases.map(\.rawValue)
      + AgreementKind.allCases.map(\.rawValue) + Contradiction.Kind.allCases.map(\.rawValue)
      + Tie.unnamed.map(\.name)
      + ["mapping-set", "none", "conflict", "compared", "random", "yaml", "decisions"]
    return Set(tokens.flatMap { $0.split(separator: "-").map(String.init) })
  }()

  /// The words of a text that are neither tokens nor names of this graph.
  private static func words(in text: String) -> Set<String> {
    let names = /[a-z]+-nqf(@\d+)?(:\w+)?|(eqf|aqrf)(:\d)?|[0-9a-f]{64}/
    let words = text.replacing(names, with: " ").split { !$0.isLetter }.map(String.init)
    return Set(words.filter { $0.count > 2 && $0.first?.isLowercase == true }).subtracting(tokens)
  }

  @Test(arguments: 1...3)
  func noSentenceIsBuiltElsewhere(seed: Int) throws {
    let random = try RandomGraph(seed: seed)
    defer { random.remove() }
    let language = try Self.wordless()
    try random.store.read { graph in
      let desk = try Desk(graph, day: "2024-06-30")
      var texts: [String] = []
      for (one, other) in zip(random.names, random.names.reversed()).prefix(14) where one != other {
        for purpose in [nil, Purpose.study] {
          texts.append(
            try #require(desk.compare([one, other], for: purpose).answer).text(in: language))
        }
        texts.append(
          try #require(desk.equivalents(of: one, in: "bb-nqf").answer).text(in: language))
        texts.append(try #require(desk.explain(one, other).answer).text(in: language))
        texts.append(try #require(desk.gap(from: one, to: other).answer).text(in: language))
        texts.append(try #require(desk.show(one).answer).text(in: language))
      }
      texts.append(try desk.list("aa-nqf").text(in: language))
      texts.append(try desk.frameworkList().text(in: language))
      texts.append(try desk.search("title").text(in: language))
      texts.append(try desk.statistics().text(in: language))
      texts.append(try desk.contradictions().text(in: language))
      texts.append(try desk.diff(from: "cc-nqf@2010", to: "cc-nqf@2020").text(in: language))
      texts.append(try desk.diff(from: "cc-nqf@2010", to: "cc-nqf@2020").markdown(in: language))
      for text in texts { #expect(Self.words(in: text) == [], "\(text)") }
    }
  }
}
