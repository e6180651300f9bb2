import PasserelleKit
import PasserelleTesting
import Testing

@testable import Europass

/// Credentials as a wallet hands them out: the credential is inside of something else.
struct SignedCredentialTests {
  private static let credential = """
    {"id": "urn:c", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
     "credentialSubject": {"hasClaim": [{"specifiedBy": {"id": "urn:q1", "type": "Qualification",
     "title": {"en": "Baker"}, "eqfLevel": {"id": "http://data.europa.eu/snb/eqf/4"}}}]}}
    """
  private static let quoted = credential.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")

  @Test(arguments: [
    "{\"payload\": \"\(quoted)\", \"signatures\": [{\"protected\": \"e30\", \"signature\": \"AA\"}]}",
    "{\"payload\": \"\(base64(credential))\", \"signatures\": [{\"signature\": \"AA\"}]}",
    "{\"payload\": \(credential), \"signature\": \"AA\"}",
    "{\"deliveryDetails\": {}, \"credential\": {\"payload\": \"\(quoted)\", \"signatures\": []}}",
    "eyJhbGciOiJFUzI1NiJ9.\(base64(credential)).AA\n",
    "eyJhbGciOiJFUzI1NiJ9.\(base64("{\"iss\": \"x\", \"vc\": \(credential)}")).AA",
  ])
  func aSignedCredentialIsReadAndItsSignatureNotJudged(text: String) throws {
    let source = Source(parts: [SourcePart(name: "x.jsonld", text: text)])
    #expect(Europass().identify(source) == 95)
    let reading = Reading(of: source, with: Europass())

    #expect(
      reading.diagnostics.map { "\($0.severity) \($0.id)" } == ["warning signature-not-checked"])
    #expect(reading.concepts.map { $0.title.entries.map(\.text) } == [["Baker"]])
    #expect(reading.links.map { "\($0.relation) \($0.to)" } == ["referencedTo eqf:4"])
    #expect(reading.concepts.count == 1)
    #expect(
      reading.notes.map(\.text.preferred) == [
        "A signature is present in the file, and was not verified."
      ])
  }

  @Test(arguments: [
    ("eyJhbGciOiJFUzI1NiJ9.\(base64(credential))", "parts here: 2"),
    ("eyJhbGciOiJFUzI1NiJ9.\(base64(credential)).AA~", "SD-JWT"),
    ("eyJhbGciOiJFUzI1NiJ9.a.b.c.d", "JWE"), ("eyJhbGciOiJFUzI1NiJ9..AA", "has no payload"),
    ("eyJhbGciOiJFUzI1NiJ9.{}.AA", "the payload of the signature is not Base64"),
    ("eyJhbGci*.e30.AA", "the header of the signature is not Base64"),
    ("{\"x\": \"EuropeanDigitalCredential\", \"payload\": \"e3*\"}", "is not Base64"),
    ("{\"x\": \"EuropeanDigitalCredential\", \"payload\": \" \"}", "has no payload"),
  ])
  func anEnvelopeThatIsBrokenHasANamedError(text: String, part: String) throws {
    let reading = Reading(of: text, named: "x.jwt", with: Europass())
    let problem = try #require(reading.diagnostics.last)
    #expect(problem.id == "bad-envelope")
    #expect(reading.concepts.isEmpty)
    #expect(problem.summary.contains(part))
  }

  @Test(arguments: [
    "{\"credential\": \(credential), \"deliveryDetails\": {\"deliveryAddress\": [\"x\"]}}",
    "{\"credential\": [\(credential)]}", "[\(credential)]",
    "{\"type\": \"VerifiablePresentation\", \"verifiableCredential\": [\(credential)]}",
  ])
  func whatHoldsACredentialIsOpened(text: String) {
    let reading = Reading(of: text, named: "x.json", with: Europass())
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.map { $0.title.entries.map(\.text) } == [["Baker"]])
  }

  @Test func whatIsWrongInAPayloadIsToldAtThePayload() {
    let text = "{\"x\": \"EuropeanDigitalCredential\",\n \"payload\": \"{\\\"a\\\" 1}\"}"
    let reading = Reading(of: text, named: "x.json", with: Europass())
    let problem = reading.diagnostics.last
    #expect(problem?.id == "json")
    #expect(problem.map { "\($0.position)" } == "x.json:2:13")
    #expect(problem?.summary == "in the JSON that this text holds, at 1:6: a ':' is missing")
  }

  @Test func aPayloadThatHoldsItselfEnds() {
    let text =
      String(repeating: "{\"payload\": ", count: 12) + "1" + String(repeating: "}", count: 12)
    let reading = Reading(
      of: "{\"x\": \"EuropeanDigitalCredential\", \"payload\": \(text)}", named: "x.json",
      with: Europass())
    #expect(reading.diagnostics.contains { $0.severity == .error })
  }

  @Test func conforms() {
    expectConformance(
      of: Europass(), on: "{\"payload\": \"\(Self.quoted)\", \"signature\": \"AA\"}",
      named: "x.jsonld")
  }

  /// The text of a statement does not stand in the file, which is in Base64.
  @Test func conformsInItsCompactForm() {
    let text = "eyJhbGciOiJFUzI1NiJ9.\(Self.base64(Self.credential)).AA"
    expectConformance(
      of: Europass(), on: Sample(text, named: "x.jwt"),
      to: ConformanceRule.all.filter { $0.name != ConformanceRule.pointsAtWhatItSays.name })
  }

  /// Base64 in the alphabet of addresses, as signatures have it.
  private static func base64(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let bits = text.utf8.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    return stride(from: 0, to: bits.count, by: 6).reduce(into: "") { encoded, start in
      let six = (bits[start..<min(start + 6, bits.count)] + Array(repeating: 0, count: 6)).prefix(6)
      encoded.append(alphabet[six.reduce(0) { $0 << 1 | Int($1) }])
    }
  }
}
