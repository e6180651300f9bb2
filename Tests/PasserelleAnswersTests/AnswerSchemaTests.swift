import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// The schemas of answers, held to the program: what it writes, its kinds and its tokens.
struct AnswerSchemaTests {
  private let schemas: AnswerSchemas

  init() throws { schemas = try AnswerSchemas() }

  // MARK: - What the program writes

  @Test func everyAnswerAtADeskKeepsToItsSchema() throws {
    let samples = try SampleAnswers()
    var keys: [String: Set<String>] = [:]
    for name in ["en", "fr"] {
      let language = try Language(name, in: Place.root.appending(path: "Languages").path)
      for answer in try samples.json(in: language) {
        #expect(schemas.problems(of: answer) == [])
        keys[try #require(answer["answer"]?.text), default: []].formUnion(answer.keys)
      }
    }
    // A key that no answer has would be one that the program does not write.
    for kind in schemas.names where kind != "common" {
      let missing = schemas.keys(in: kind).subtracting(keys[kind] ?? [])
      // Nothing in the library is a trial; see `TrialTests`.
      #expect(missing.subtracting(["trial"]) == [], "\(kind)")
    }
    let all = keys.values.reduce(into: Set()) { $0.formUnion($1) }
    #expect(schemas.keys(in: "common").subtracting(all) == [])
  }

  @Test func everyAnswerInTheTranscriptsKeepsToItsSchema() throws {
    let answers = try PrintedAnswers.all()
    for answer in answers { #expect(schemas.problems(of: answer) == []) }
    #expect(answers.count > 4)
  }

  /// A validator that finds nothing would let everything pass.
  @Test(arguments: [
    (#""finding":"ambiguous""#, #""finding":"different""#), (#""asOf":"#, #""as-of":"#),
    (#""noneInForce":false"#, #""noneInForce":"no""#), (#""schema":1"#, #""schema":2"#),
    (#""id":"eqf:1","#, ""), (#""title":"t""#, #""title":"t","more":1"#),
  ])
  func whatDoesNotKeepToASchemaIsFound(part: String, mistake: String) throws {
    let sound = """
      {"schema":1,"answer":"ambiguity","asOf":"2026-11-23","finding":"ambiguous","question":"q",\
      "candidates":[{"id":"eqf:1","title":"t"}],"noneInForce":false}
      """
    #expect(try schemas.problems(of: JSONValue(sound)) == [])
    let broken = sound.replacing(part, with: mistake)
    #expect(broken != sound)
    #expect(try schemas.problems(of: JSONValue(broken)) != [])
  }

  // MARK: - Kinds

  @Test func everyKindOfAnswerHasASchemaThatNamesIt() throws {
    #expect(try Set(schemas.names) == Self.kinds().union(["common"]))
    for kind in schemas.names where kind != "common" {
      let keys = schemas.objects(in: kind).compactMap { $0["answer"]?["const"]?.text }
      #expect(keys == [kind])
    }
  }

  /// The kinds as the sources of the answers have them: one that is forgotten here would not be missed.
  private static func kinds() throws -> Set<String> {
    let folder = Place.root.appending(path: "Sources/PasserelleAnswers")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    return try Set(
      files.flatMap { file in
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
          .matches(of: /static let kind = "([^"]+)"/).map { String($0.output.1) }
      })
  }

  // MARK: - Keys and tokens

  @Test func everyObjectIsClosedAndEveryKeyIsDescribed() throws {
    for name in schemas.names {
      let schema = try #require(schemas[name])
      for object in AnswerSchemas.subschemas(of: schema) where object["properties"] != nil {
        #expect(object["additionalProperties"] == .bool(false), "\(name)")
      }
      for (key, member) in schemas.objects(in: name).flatMap({ $0 }) {
        let text = schemas.description(of: member, in: name)
        #expect(text?.isEmpty == false, "\(name): \(key)")
        #expect(key.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil, "\(name): \(key)")
      }
    }
  }

  /// The tokens of the schemas, by their definitions, as the program has them.
  static let tokens: [String: [String]] = [
    "finding": Finding.allCases.map(\.rawValue),
    "indication-kind": Indication.Kind.allCases.map(\.rawValue),
    "alignment": Indication.Alignment.allCases.map(\.rawValue),
    "meeting": Ladder.Meeting.allCases.map(\.rawValue),
    "conclusion": Conclusion.allCases.map(\.name),
    "tie": Tie.unnamed.map(\.name),
    "grade": EvidenceGrade.allCases.map(\.name),
    "reach": Reach.allCases.map(\.rawValue),
    "purpose": Purpose.allCases.map(\.rawValue),
    "outcome": Outcome.allCases.map(\.rawValue),
    "sector": Sector.allCases.map(\.rawValue),
    "case-coverage": [PasserelleGraph.Coverage.yes, .may].map(\.rawValue),
    "coverage": Gap.Coverage.allCases.map(\.rawValue),
    "element": Element.allCases.map(\.rawValue),
    "element-comparability": Comparability.allCases.map(\.rawValue),
    "understanding": CertificateAnswer.Understanding.allCases.map(\.rawValue),
    "framework-kind": FrameworkKind.allCases.map(\.rawValue),
    "concept-kind": ConceptKind.allCases.map(\.rawValue),
    "search-match": SearchMatch.allCases.map(\.rawValue),
    "name-kind": NameKind.allCases.map(\.rawValue),
    "agreement-kind": AgreementKind.allCases.map(\.rawValue),
    "facet": ConceptChange.Facet.allCases.map(\.rawValue),
    "counted": ["added", "removed", "replaced"]
      + ConceptChange.Facet.allCases.map(\.rawValue) + ["unchanged"],
    "contradiction-kind": Contradiction.Kind.allCases.map(\.rawValue),
    "known-thing": KnownThing.allCases.map(\.rawValue),
    "group-standing": GroupsAnswer.Standing.allCases.map(\.rawValue),
    "signed-file": [VerificationAnswer.File.same, .other].map(\.rawValue),
    "key-trust": [VerificationAnswer.Trust.named, .unknown].map(\.rawValue),
    "key-carrier": CredentialAnswer.Carrier.allCases.map(\.rawValue),
    "receipt-objection": ReceiptsAnswer.Kind.allCases.map(\.rawValue),
    "severity": [Diagnostic.Severity.warning, .error].map(\.rawValue),
  ]

  /// Names that others have given: those of the vocabulary of descriptors, of the rules of SSSOM, and of
  /// correspondence tables.
  static let names: [String: [String]] = [
    "relation": Relation.allCases.map(\.rawValue), "rule": Rule.allCases.map(\.rawValue),
    "cardinality": Correspondents.Cardinality.allCases.map(\.description),
  ]

  @Test func theTokensAreThoseOfTheProgram() throws {
    let definitions = try #require(schemas["common"]?["$defs"]?.object)
    let enumerated = definitions.compactMapValues { $0["enum"]?.list?.compactMap(\.text) }

    #expect(
      enumerated.mapValues(Set.init)
        == (Self.tokens.merging(Self.names) { $1 })
        .mapValues(Set.init))
  }

  @Test(arguments: tokens.keys.sorted())
  func aTokenIsWrittenWithHyphens(definition: String) throws {
    let tokens = try #require(Self.tokens[definition])
    #expect(tokens.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }

  @Test func noAnswerHasTokensOfItsOwn() throws {
    for name in schemas.names where name != "common" {
      let schema = try #require(schemas[name])
      #expect(!AnswerSchemas.subschemas(of: schema).contains { $0["enum"] != nil }, "\(name)")
    }
  }

  // MARK: - The page for people who write clients

  @Test func thePageExplainsEveryKeyAndEveryToken() throws {
    let page = try String(
      contentsOf: Place.root.appending(path: "Documentation/Answers.md"), encoding: .utf8)
    let rows = Set(
      page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
        let cells = line.split(separator: " | ")
        return "\(cells.first ?? "") | \(cells.last ?? "")"
      })
    for name in schemas.names {
      for (key, member) in schemas.objects(in: name).flatMap({ $0 }) {
        let text = try #require(schemas.description(of: member, in: name))
        #expect(rows.contains("| `\(key)` | \(text) |"), "\(name)")
      }
    }
    for token in Self.tokens.merging(Self.names, uniquingKeysWith: { $1 }).values.joined() {
      #expect(page.contains("`\(token)`"))
    }
    for name in schemas.names { #expect(page.contains("Schemas/answers/\(name).json")) }
  }
}
