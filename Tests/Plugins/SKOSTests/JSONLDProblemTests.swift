import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

struct JSONLDProblemTests {
  private static let skos = "\"skos\": \"http://www.w3.org/2004/02/skos/core#\""

  @Test func aContextThatIsElsewhereIsNotFetched() throws {
    let reading = expectDiagnostics(
      from: SKOS(),
      reading: """
        {"@context": "https://example.org/skos.jsonld",
         "@graph": [{"@id": "http://a/s", 1️⃣"type": "ConceptScheme", "prefLabel": "S"},
                    {"@id": "http://a/1", "type": "Concept", "inScheme": "http://a/s"}]}
        """, named: "a.jsonld", ["1️⃣": "undefined-term"])
    let problem = try #require(reading.diagnostics.first)
    #expect(
      problem.summary == "'type', 'prefLabel', 'inScheme' are not defined in the file: "
        + "its context 'https://example.org/skos.jsonld' is not fetched")
    #expect(problem.hint?.contains("expand the file with a JSON-LD processor") == true)
    #expect(reading.statements.isEmpty)
  }

  @Test func aContextElsewhereThatNothingNeedsIsAWarning() {
    let reading = expectDiagnostics(
      from: SKOS(),
      reading: """
        {"@context": [1️⃣"https://example.org/skos.jsonld", {\(Self.skos)}],
         "@id": "http://a/s", "@type": "skos:ConceptScheme",
         "http://purl.org/dc/terms/type": "classification-of-occupations"}
        """, named: "a.jsonld", ["1️⃣": "remote-context"])
    #expect(reading.frameworks.count == 1)
  }

  @Test func aPrefixThatIsNotDefinedIsNamedWithItsAddress() throws {
    let reading = expectDiagnostics(
      from: SKOS(),
      reading: """
        [{"@id": "http://a/s", "@type": 1️⃣"skos:ConceptScheme", "skos:prefLabel": "S"}]
        """, named: "a.json", ["1️⃣": "undefined-term"])
    let hint = "write \(Self.skos) into '@context'"
    #expect(reading.diagnostics.first?.hint == hint)
  }

  @Test func termsThatMeanNothingAreCounted() {
    let reading = Reading(
      of: """
        {"@context": {\(Self.skos), "gone": null}, "@graph": [
          {"@id": "http://a/s", "@type": "skos:ConceptScheme", "note": "x", "gone": 1,
           "http://purl.org/dc/terms/type": "classification-of-occupations"},
          {"@id": "http://a/1", "@type": "skos:Concept", "skos:prefLabel": "A", "note": {"@id": "x"},
           "skos:inScheme": {"@id": "http://a/s"}, "skos:broader": "http://a/2"}]}
        """, named: "a.jsonld", with: SKOS())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: 'gone', which the context makes nothing of",
        "skipped twice: 'note', which no context defines",
        "skipped once: a text as 'skos:broader', which takes an address",
      ])
  }

  @Test(arguments: [
    ("[1️⃣\"a\"]", "json-ld"), ("{\"@id\": 1️⃣[]}", "json-ld"), ("{\"@type\": 1️⃣7}", "json-ld"),
    ("{\"@context\": 1️⃣7}", "json-ld"), ("{\"@context\": {\"a\": 1️⃣7}}", "json-ld"),
    ("{\"@context\": {\"@vocab\": 1️⃣[]}}", "json-ld"),
    ("{\"@context\": {\"a\": 1️⃣{\"@id\": \"b\"}, \"b\": {\"@id\": \"a\"}}}", "json-ld"),
    ("{\"@context\": {\"a\": {\"@id\": \"urn:a:\", \"@container\": 1️⃣\"@id\"}}}", "json-ld"),
    ("{\"urn:a\": {\"@value\": 1️⃣[1]}}", "json-ld"), ("{\"@reverse\": 1️⃣7}", "json-ld"),
    ("{\"@context\": {\"id\": \"@id\"}, \"@id\": \"urn:a\", 1️⃣\"id\": \"urn:b\"}", "json-ld"),
    ("{\"a\" 1️⃣1}", "json"), ("{\"@id\": \"urn:a\", 1️⃣\"@id\": \"urn:b\"}", "duplicate-key"),
  ])
  func whatIsNotJSONLDHasItsPlace(marked: String, id: Diagnostic.ID) {
    expectDiagnostics(from: SKOS(), reading: marked, named: "a.jsonld", ["1️⃣": id])
  }

  @Test func whatHasNoConceptsIsSaidToHaveNone() {
    let reading = Reading(of: "{\"a\": 1}", named: "a.json", with: SKOS())
    #expect(reading.diagnostics.map(\.id) == ["passed-over", "no-scheme"])
  }

  @Test func whatGrowsWithoutEndIsRefused() {
    let long = String(repeating: "a", count: 500_000)
    let prefix = """
      {"@context": {"a": "http://a/\(long)/"}, "@id": "urn:b", "a:c": {"@id": "a:d"}}
      """
    #expect(ids(prefix) == ["iri-too-long"])
    let chain = (0..<10_000).map { "\"t\($0)\": \"t\($0 + 1):x\"" }.joined(separator: ",")
    #expect(ids("{\"@context\": {\(chain)}}") == ["json-ld"])
    let terms = (0..<1_000).map { "\"t\($0)\": \"urn:x:\"" }.joined(separator: ",")
    let scoped = """
      {"@context": {"p": {"@id": "urn:p:", "@context": {\(terms)}}},
       "@graph": [\(repeatElement("{\"p\": {}}", count: 2_000).joined(separator: ","))]}
      """
    #expect(ids(scoped) == ["too-many-values"])
    let deep = String(repeating: "{\"urn:a\":", count: 100_000)
    #expect(ids(deep) == ["too-deep"])
  }

  @Test func aFileThatIsTooLargeIsRefused() {
    let part = SourcePart(name: "large.jsonld") { offset, buffer in
      buffer.copyBytes(from: repeatElement(UInt8(ascii: "["), count: buffer.count))
      return offset < 40 << 20 ? buffer.count : 0
    }
    let reading = Reading(of: Source(parts: [part]), with: SKOS())
    #expect(reading.diagnostics.map(\.id) == ["file-too-large"])
  }

  // MARK: - Identification

  @Test(arguments: [
    ("a.jsonld", JSONLDSamples.ours, 96), ("a.json", JSONLDSamples.expanded, 85),
    ("a.json", JSONLDSamples.vocabulary, 85), ("a.json", "{\"bolt\": \"M6\"}", 0),
    ("a.jsonld", "{\"bolt\": \"M6\"}", 0), ("a.json", "[1, 2]", 0), ("a.json", "<a/>", 0),
    // Other vocabularies beside that of SKOS: another adapter may know the file better.
    (
      "a.jsonld",
      "{\"@context\": {\(skos), \"x\": \"https://example.org/x#\"}, \"@type\": \"skos:Concept\"}",
      85
    ),
    ("a.jsonld", "{\"@context\": {\(skos)}, \"@type\": \"x:Credential\"}", 85),
    (
      "a.jsonld",
      "{\"@context\": \"https://example.org/c\", \"type\": \"ConceptScheme\", \"prefLabel\": \"A\"}",
      20
    ),
  ])
  func isAsSureAsTheFileLets(name: String, text: String, sureness: Int) {
    let source = Source(parts: [SourcePart(name: name, text: text)])
    #expect(SKOS().identify(source) == sureness)
  }

  private func ids(_ text: String) -> [Diagnostic.ID] {
    Reading(of: text, named: "a.jsonld", with: SKOS()).diagnostics.filter { $0.severity == .error }
      .map(\.id)
  }
}
