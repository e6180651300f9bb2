import Foundation
import PasserelleServer
import Testing

/// What OpenRefine and its kin send, and what they must be answered (API 0.2).
struct ReconciliationTests {
  private let served: Served

  init() throws { served = try Served(behind: ReconciliationDoor()) }

  // MARK: - The service

  @Test func saysWhatItOffers() throws {
    let response = served.get("reconcile")
    let manifest = try response.json()
    let suggest = try #require(manifest["suggest"] as? [String: [String: String]])
    let extend = try #require(manifest["extend"] as? [String: Any])
    let settings = try #require(extend["property_settings"] as? [[String: Any]])

    #expect(response.status == 200)
    #expect(response.headers["Content-Type"] == "application/json; charset=utf-8")
    #expect(manifest["versions"] as? [String] == ["0.2"])
    #expect(manifest["identifierSpace"] as? String == "urn:passerelle:")
    #expect(suggest["entity"]?["service_url"] == "http://localhost:8080/reconcile")
    #expect(suggest["entity"]?["service_path"] == "/suggest/entity")
    #expect(suggest["type"]?["flyout_service_path"] == "/flyout/type?id=${id}")
    #expect(settings.compactMap { $0["name"] as? String } == ["place", "asOf", "language"])
    #expect(manifest["batchSize"] as? Int == 100)
  }

  @Test func speaksAnotherLanguageAtAnotherAddress() throws {
    let manifest = try served.get("reconcile/fr/").json()
    let view = try #require(manifest["view"] as? [String: String])

    #expect((manifest["name"] as? String)?.contains("certifications") == true)
    #expect(view["url"] == "http://localhost:8080/show/{{id}}?lang=fr")
  }

  @Test(arguments: ["reconcile", "reconcile/preview", "reconcile/nothing"])
  func pagesOfAnySiteMayAsk(path: String) throws {
    #expect(served.get(path).headers["Access-Control-Allow-Origin"] == "*")
  }

  // MARK: - Matching

  @Test func anExactTitleWithinOneFrameworkIsCertain() throws {
    let found = try match("honours Bachelor degree", type: "ie-x")

    #expect(found.first?.id == "ie-x:honours")
    #expect(found.first?.name == "Honours bachelor degree")
    #expect(found.first?.score == 100)
    #expect(found.map(\.match) == [true])
  }

  @Test func aTitleIsNotCertainIfNobodySaysWhereItIsFrom() throws {
    let found = try match("Honours bachelor degree")

    #expect(found.first?.id == "ie-x:honours")
    #expect(found.allSatisfy { !$0.match })
  }

  @Test func aTitleIsNotCertainIfTwoHaveIt() throws {
    let found = try match("Special award", type: "ie-x")

    #expect(Set(found.map(\.id)) == ["ie-x:other", "ie-x:special"])
    #expect(found.allSatisfy { !$0.match })
  }

  @Test func theCountryInAnotherColumnSaysWhereATitleIsFrom() throws {
    for country in ["IE", "Ireland", "Irland"] {
      let found = try match("Bachelor", properties: [("country", country)])
      #expect(found.first?.id == "ie-x:ba")
      #expect(found.first?.match == true)
      #expect(found.allSatisfy { $0.id.hasPrefix("ie-x:") })
    }
    #expect(try match("Bachelor", properties: [("country", "Atlantis")]).isEmpty)
  }

  @Test func aFurtherNameIsForAPersonToLookAt() throws {
    let found = try match("Gesellenbrief", type: "de-x/qualification")

    #expect(found.first?.id == "de-x:trade")
    #expect(found.first?.match == false)
    #expect(found.first?.description.contains("found by 'Gesellenbrief'") == true)
  }

  @Test func anIdentifierIsCertainAndACodeIsInItsFramework() throws {
    #expect(try match("ie-x:8").map(\.match) == [true])
    #expect(try match("DX 6").map(\.id) == ["de-x:6"])
    let found = try match("0712", type: "fields")
    #expect(found.first?.id == "fields:0712")
    #expect(found.first?.match == true)
    #expect(try match("0712").allSatisfy { !$0.match })
  }

  @Test func aCodeThatMayHaveLostItsZerosIsNotCertain() throws {
    let found = try match("11", type: "fields")
    #expect(found.first?.id == "fields:11")
    #expect(found.first?.match == false)

    let repaired = try match("712", type: "fields")
    #expect(repaired.first?.id == "fields:0712")
    #expect(repaired.first?.match == false)
  }

  @Test func wordsThatAreNearAreFoundAndScoredByTheirLetters() throws {
    let found = try match("Trade certifcate", type: "de-x")

    #expect(found.first?.id == "de-x:trade")
    #expect(found.first.map { (80..<100).contains($0.score) } == true)
    #expect(found.first?.match == false)
  }

  @Test func scoresFallAndTypesHaveIdentifiers() throws {
    let queries =
      #"{"q0":{"query":"Bachelor","limit":3,"type":"qualification","type_strict":"should"}}"#
    let result = try served.get("reconcile", ["queries": queries]).json()
    let candidates = try #require(
      (result["q0"] as? [String: Any])?["result"] as? [[String: Any]])
    let scores = candidates.compactMap { $0["score"] as? Int }
    let types = try #require(candidates.first?["type"] as? [[String: String]])

    #expect(candidates.count == 3)
    #expect(scores == scores.sorted(by: >))
    #expect(types.compactMap { $0["id"] } == ["de-x/qualification", "de-x", "qualification"])
    #expect(types.last?["name"] == "Qualification")
  }

  @Test func eachQueryOfABatchHasItsOwnResult() throws {
    let result = try served.post(
      "reconcile",
      [
        "queries":
          #"{"a":{"query":"Bachelor","type":["ie-x"]},"b":{"query":""},"c":{"query":"xyzzy","type":"nowhere"},"d":{"properties":[{"pid":"country","v":{"id":"IE"}}]}}"#
      ]
    ).json()

    #expect(result.keys.sorted() == ["a", "b", "c", "d"])
    #expect(((result["c"] as? [String: Any])?["result"] as? [Any])?.isEmpty == true)
  }

  // MARK: - Suggestions

  @Test func suggestsConceptsTypesAndProperties() throws {
    #expect(try suggested("entity", "Honours").first == "ie-x:honours")
    #expect(try suggested("entity", "ie-x:8") == ["ie-x:8"])
    #expect(try suggested("type", "Irish") == ["ie-x", "ie-x/qualification", "ie-x/level"])
    #expect(try suggested("type", "Ireland") == ["ie-x", "ie-x/qualification", "ie-x/level"])
    #expect(try suggested("type", "Ire") == ["ie-x", "ie-x/qualification", "ie-x/level"])
    #expect(try suggested("property", "reference").first == "reference-level")
    #expect(try suggested("property", "Germ").contains("target:DE"))
    #expect(try suggested("property", "fields").contains("target:fields"))
    #expect(try !suggested("property", "classes").contains("target:classes"))
    #expect(try suggested("property", "Germany").contains("target:DE"))
    #expect(try suggested("property", "target:IE").first == "target:IE")
  }

  @Test func aCursorSkipsWhatWasShown() throws {
    let all = try suggested("type", "")
    let rest = try suggested("type", "", cursor: "2")

    #expect(all.count > 10)
    #expect(Array(all.dropFirst(2)) == rest)
    #expect(try suggested("type", "", cursor: "-3") == all)
  }

  @Test func previewsAreSmallPagesWithNumberedSources() throws {
    let response = served.get("reconcile/preview", ["id": "ie-x:honours"])
    let flyout = try served.get("reconcile/flyout/entity", ["id": "ie-x:honours"]).json()

    #expect(response.status == 200)
    #expect(response.text.contains("ie-x:8 referenced to eqf:6"))
    #expect(response.text.contains("Authority, An Irish act, 2009"))
    #expect(!response.text.contains("<script"))
    #expect(flyout["id"] as? String == "ie-x:honours")
    #expect((flyout["html"] as? String)?.hasPrefix("<h1>") == true)
    #expect(served.get("reconcile/preview", ["id": "ie-x:<b>"]).status == 404)
    #expect(
      served.get("reconcile/flyout/type", ["id": "qualification"]).text.contains("Qualification"))
  }

  // MARK: - Errors

  @Test func saysWhatIsWrongWithARequest() throws {
    let many = (0...100).map { "\"q\($0)\":{\"query\":\"a\"}" }.joined(separator: ",")
    #expect(served.post("reconcile", ["queries": "{\(many)}"]).status == 413)
    #expect(served.post("reconcile", ["queries": "[1"]).status == 400)
    #expect(served.post("reconcile", ["queries": "[]"]).status == 400)
    #expect(served.post("reconcile", ["other": "{}"]).status == 400)
    #expect(served.get("reconcile", ["extend": #"{"ids":[]}"#]).status == 400)
    #expect(served.post("reconcile/suggest/entity", [:]).status == 405)
    #expect(served.get("reconcile/suggest/other").status == 404)
    let response = served.answer(
      ServerRequest(method: "POST", path: ["reconcile"], body: Array("queries={}".utf8)))
    #expect(response.status == 415)
    #expect(response.headers["Content-Type"] == "application/problem+json")
  }

  // MARK: - Helpers

  private struct Candidate {
    var id: String
    var name: String
    var description: String
    var score: Int
    var match: Bool
  }

  private func match(
    _ words: String, type: String? = nil, properties: [(String, String)] = []
  ) throws -> [Candidate] {
    var query: [String: Any] = ["query": words]
    query["type"] = type
    if !properties.isEmpty {
      query["properties"] = properties.map { ["pid": $0.0, "v": $0.1] }
    }
    let batch = try JSONSerialization.data(withJSONObject: ["q0": query])
    let result = try served.post(
      "reconcile", ["queries": String(decoding: batch, as: UTF8.self)]
    ).json()
    let list = try #require((result["q0"] as? [String: Any])?["result"] as? [[String: Any]])
    return list.map { candidate in
      Candidate(
        id: candidate["id"] as? String ?? "", name: candidate["name"] as? String ?? "",
        description: candidate["description"] as? String ?? "",
        score: candidate["score"] as? Int ?? 0, match: candidate["match"] as? Bool ?? false)
    }
  }

  private func suggested(
    _ what: String, _ prefix: String, cursor: String? = nil
  ) throws -> [String] {
    var query = ["prefix": prefix]
    query["cursor"] = cursor
    let answer = try served.get("reconcile/suggest/\(what)", query).json()
    return try #require(answer["result"] as? [[String: Any]]).compactMap { $0["id"] as? String }
  }
}
