import Foundation
import PasserelleKit
import Testing

/// Replays the hostile and conformance inputs that lie beside the project.
///
/// An input counts as refused by a limit where the diagnostic has a name of its own: that is a
/// decision of ours. `xml` and `yaml` are the words of the parser.
@Suite(.enabled(if: Corpus.areHere, Comment(rawValue: Corpus.absence)))
struct CorpusTests {
  // MARK: - XML

  @Test func authoredXMLIsTakenOrRefusedAsItMustBe() throws {
    try expectVerdicts(
      of: Corpus("authored-bombs") { $0.hasPrefix("xml/") && $0.hasSuffix(".xml") }
    ) {
      part throws(Diagnostic) in _ = try part.xml()
    }
  }

  @Test func everyAttackByEntitiesIsRefused() throws {
    try expectVerdicts(of: Corpus("xxe-payloads")) { part throws(Diagnostic) in _ = try part.xml() }
  }

  @Test func aRecordStreamIsNoBackDoor() throws {
    let corpus = try Corpus("xxe-payloads") { _ in true }
    for entry in corpus.entries where entry.expected == "reject" {
      let refusal = entry.refusal { part throws(Diagnostic) in
        try part.records(named: "a") { _ in }
      }
      #expect(refusal != nil, "\(entry.file) was read")
    }
  }

  @Test func xmlConformanceIsThatOfTheParserUnderUs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "xmlconf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let unzip = Process()
    unzip.executableURL = URL(filePath: "/usr/bin/env")
    unzip.arguments = [
      "unzip", "-q", Corpus.root.appending(path: "xmlconf/xmlts20130923.zip").path, "-d",
      folder.path,
    ]
    try unzip.run()
    unzip.waitUntilExit()
    try #require(unzip.terminationStatus == 0, "'unzip' is needed for this test")

    let corpus = try Corpus("xmlconf", files: folder)
    #expect(corpus.entries.count == 2_585)
    try expectConformance(of: corpus, parserID: "xml") { part throws(Diagnostic) in
      _ = try part.xml()
    }
  }

  @Test func theTestsOfLibxml2DoNoHarm() throws {
    let corpus = try Corpus("libxml2-tests")
    try expectConformance(of: corpus, parserID: "xml") { part throws(Diagnostic) in
      _ = try part.xml()
    }
  }

  // MARK: - YAML

  @Test func authoredYAMLIsTakenOrRefusedAsItMustBe() throws {
    try expectVerdicts(of: Corpus("authored-bombs") { $0.hasPrefix("yaml/") }) {
      part throws(Diagnostic) in _ = try part.yaml()
    }
  }

  @Test func yamlConformanceIsThatOfTheParserUnderUs() throws {
    let corpus = try Corpus("yaml-test-suite")
    #expect(corpus.entries.count == 402)
    try expectConformance(of: corpus, parserID: "yaml") { part throws(Diagnostic) in
      _ = try part.yaml()
    }
  }

  @Test func theRegressionsOfOtherYAMLParsersDoNoHarm() throws {
    let corpus = try Corpus("yaml-regressions")
    try expectConformance(of: corpus, parserID: "yaml") { part throws(Diagnostic) in
      _ = try part.yaml()
    }
  }

  // MARK: - Tables

  /// What a table cannot know of itself: an adapter or the host refuses it.
  private static let meanings = [
    "missing_column", "cycle", "self_parent", "orphan", "dup_code", "dup_header",
    "bad-header-no-header",
    "bad-header-wrong-header",
  ]

  /// Two suites contradict each other on a quote inside a bare field.
  ///
  /// We take it, because nothing is lost by it.
  private static let contradictions = ["bad-unescaped-quote"]

  @Test(arguments: ["authored-bombs", "csv"])
  func tablesAreTakenOrRefusedAsTheyMustBe(name: String) throws {
    let corpus = try Corpus(name) { file in
      (name == "csv" || file.hasPrefix("csv/"))
        && !(Self.meanings + Self.contradictions).contains { file.contains($0) }
    }
    try expectVerdicts(of: corpus, mayRefuseFor: ["row-length", "empty"]) {
      part throws(Diagnostic) in try part.table().forEachRow { _ in }
    }
  }

  @Test func seedsOfFuzzersDoNoHarm() throws {
    let corpus = try Corpus("fuzz-seeds")
    var ended = 0
    for entry in corpus.entries {
      _ = entry.refusal { part throws(Diagnostic) in try part.table().forEachRow { _ in } }
      _ = entry.refusal { part throws(Diagnostic) in _ = try part.xml() }
      _ = entry.refusal { part throws(Diagnostic) in _ = try part.yaml() }
      _ = entry.refusal { part throws(Diagnostic) in _ = try part.json() }
      ended += 1
    }
    #expect(ended == 1_078)
  }

  // MARK: - Expectations

  /// Expects each input to be taken or refused as its manifest says.
  private func expectVerdicts(
    of corpus: Corpus, mayRefuseFor decisions: Set<String> = [],
    by read: (SourcePart) throws(Diagnostic) -> Void
  ) throws {
    #expect(!corpus.entries.isEmpty)
    for entry in corpus.entries where entry.expected != "either" {
      let refusal = entry.refusal(by: read)
      if let refusal, decisions.contains(refusal) { continue }
      #expect(
        (refusal == nil) == (entry.expected == "accept"),
        "\(entry.file): \(entry.expected) expected, \(refusal ?? "read")")
    }
  }

  /// Expects what the system's parser gets right to come out right here as well, unless a limit
  /// refuses it by name.
  private func expectConformance(
    of corpus: Corpus, parserID: String, by read: (SourcePart) throws(Diagnostic) -> Void
  ) throws {
    for entry in corpus.entries where entry.expected != "either" && entry.expected == entry.observed
    {
      let refusal = entry.refusal(by: read)
      let isRight =
        entry.expected == "accept" ? refusal == nil || refusal != parserID : refusal != nil
      #expect(isRight, "\(entry.file): \(entry.expected) expected, \(refusal ?? "read")")
    }
  }
}
