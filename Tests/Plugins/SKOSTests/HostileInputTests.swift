import PasserelleKit
import PasserelleTesting
import Testing

@testable import SKOS

struct HostileInputTests {
  private func problems(_ text: String, _ name: String) -> [Diagnostic] {
    Reading(of: text, named: name, with: SKOS()).diagnostics.filter { $0.severity == .error }
  }

  private func problems(_ bytes: [UInt8], _ name: String) -> [Diagnostic] {
    let source = Source(parts: [SourcePart(name: name, bytes: bytes)])
    return Reading(of: source, with: SKOS()).diagnostics.filter { $0.severity == .error }
  }

  @Test func refusesADocumentTypeBeforeRaptorSeesIt() throws {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE rdf:RDF [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&b;</rdf:RDF>
      """
    let problem = try #require(problems(bomb, "bomb.rdf").first)
    #expect(problem.id == "doctype")
    #expect(problem.position.line == 2)
    #expect(problems(bomb, "bomb.ttl").first?.id == "doctype")
  }

  @Test func namesTheLineWhereTurtleEnds() throws {
    let cut = String(Samples.turtle.prefix(Samples.turtle.count - 20))
    let problem = try #require(problems(cut, "cut.ttl").first)
    #expect(problem.id == "not-rdf")
    #expect(problem.position.line > 0)
  }

  @Test func namesTheLineThatIsNotUTF8() throws {
    let bytes = Array(Samples.turtle.utf8.prefix(60)) + [0x0A, 0xE9, 0x22]
    let problem = try #require(problems(bytes, "latin.ttl").first)
    #expect(problem.id == "encoding")
    #expect(problem.position.line == 3)
  }

  @Test func refusesWhatIsEmptyOrAnotherFormat() {
    #expect(problems("", "empty.ttl").map(\.id) == ["not-rdf"])
    #expect(Set(problems("{\"a\": 1}", "a.ttl").map(\.id)) == ["not-rdf"])
    #expect(problems("a,b\n1,2\n", "a.csv").map(\.id) == ["not-rdf"])
    #expect(problems("<a/>", "a.rdf").map(\.id) == ["no-scheme"])
    #expect(problems("<http://a> <http://b> <http://c> .", "a.nt").map(\.id) == ["no-scheme"])
  }

  @Test func readsOnBehindALineOfNTriplesThatIsWrong() {
    let reading = Reading(of: "no triple\n" + Samples.nTriples, named: "a.nt", with: SKOS())
    #expect(reading.diagnostics.first?.id == "not-rdf")
    #expect(reading.diagnostics.first?.position.line == 1)
    #expect(reading.concepts.count == 1)
  }

  @Test func refusesWhatGrowsWithoutEnd() {
    let nested = Samples.prefixes + "ex:a ex:p " + String(repeating: "[ ex:p ", count: 100_000)
    #expect(problems(nested, "deep.ttl").map(\.id) == ["not-rdf"])
    let open = Samples.prefixes + "ex:a ex:p \"" + String(repeating: "a", count: 2 << 20)
    #expect(problems(open, "open.ttl").map(\.id) == ["statement-too-long"])
    let many =
      Samples.turtle
      + String(repeating: "ex:c ex:p 'a # . ', \"\"\" . \n\"\"\" . # .\n", count: 30_000)
    #expect(problems(many, "many.ttl") == [])
    let prefix = "@prefix e: <http://a/\(String(repeating: "a", count: 500_000))> ."
    #expect(problems(prefix, "prefix.ttl").map(\.id) == ["iri-too-long"])
    let joined = "@prefix e: <http://a/\(String(repeating: "a", count: 2_000))> ."
    let name = String(repeating: "b", count: 100)
    #expect(problems("\(joined)\ne:\(name) e:b e:c .", "joined.ttl").map(\.id) == ["iri-too-long"])
    let long = "<http://a/\(String(repeating: "a", count: 5_000))> <http://b> <http://c> ."
    #expect(problems(long, "long.nt").map(\.id) == ["iri-too-long"])
  }

  /// At the limit, and one past it: Raptor sees no longer ones.
  @Test func refusesNamesAndLanguagesThatAreTooLong() {
    func problem(_ object: String) -> Diagnostic.ID? {
      problems(Samples.turtle + "ex:d ex:p \(object) .\n", "a.ttl").first?.id
    }
    func name(_ count: Int) -> String { "ex:" + String(repeating: "a", count: count - 3) }
    #expect(problem(name(1_024)) == nil)
    #expect(problem(name(1_025)) == "name-too-long")
    #expect(problem("_:" + String(repeating: "b", count: 1_023)) == "name-too-long")
    #expect(problem(String(repeating: "1", count: 1_025)) == "name-too-long")
    let language = String(repeating: "abcdefg-", count: 7) + "abcdefg"
    #expect(problem("'a'@\(language)x") == nil)
    #expect(problem("'a'@\(language)xy") == "bad-language")
    #expect(problem("\"\"\"a\"\"\"@ ") == "bad-language")
    #expect(problem("'a', 'b'@en, 'c' ") == nil)
  }

  @Test func refusesAFileThatIsTooLarge() {
    var limits = SourceLimits()
    limits.streamBytes = 1 << 10
    let long = Array(String(repeating: "# nothing\n", count: 200).utf8)
    for name in ["large.ttl", "large.nt"] {
      let part = SourcePart(name: name, bytes: long, limits: limits)
      let reading = Reading(of: Source(parts: [part]), with: SKOS())
      #expect(reading.diagnostics.map(\.id) == ["file-too-large"])
    }
  }

  @Test func refusesACommentThatNeverEnds() {
    let part = SourcePart(name: "large.ttl") { offset, buffer in
      buffer.copyBytes(from: repeatElement(UInt8(ascii: "#"), count: buffer.count))
      return buffer.count
    }
    let reading = Reading(of: Source(parts: [part]), with: SKOS())
    #expect(reading.diagnostics.map(\.id) == ["statement-too-long"])
  }

  @Test func opensNothing() {
    let text = """
      <?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:xi="http://www.w3.org/2001/XInclude">
        <rdf:Description rdf:about="http://a"><xi:include href="file:///etc/passwd"/></rdf:Description>
      </rdf:RDF>
      """
    #expect(!problems(text, "include.rdf").contains { $0.summary.contains("root:") })
  }
}
