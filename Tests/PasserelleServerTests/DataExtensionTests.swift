import Foundation
import PasserelleServer
import Testing

/// What a column is extended with: always a text, and never nothing.
struct DataExtensionTests {
  private let served: Served

  init() throws { served = try Served(behind: ReconciliationDoor()) }

  @Test func saysTheLevelWhatCorrespondsAndWhoSaysSo() throws {
    let cells = try extend(
      "ie-x:honours", "level", "reference-level", "finding", "target:DE", "sources:DE", "as-of",
      "country", "code")

    #expect(cells["level"] == "ie-x:8")
    #expect(cells["reference-level"] == "eqf:6")
    #expect(cells["finding"] == "same-reference-level")
    #expect(cells["target:DE"] == "de-x:6")
    #expect(cells["sources:DE"] == "Office, A German act, 2013 (official)")
    #expect(cells["as-of"] == "2026-11-28")
    #expect(cells["country"] == "IE")
    #expect(cells["code"] == "honours")
  }

  @Test func aClassInStatisticsIsNotAFinding() throws {
    let cells = try extend("ie-x:8", "class:classes", "finding:classes", "class:fields")

    #expect(cells["class:classes"] == "classes:6")
    #expect(cells["finding:classes"] == "no-official-link")
    #expect(cells["class:fields"] == "none")
  }

  @Test func aCodeKeepsItsZeros() throws {
    #expect(try extend("fields:0712", "code")["code"] == "0712")
  }

  @Test func noOfficialLinkIsATextInTheCell() throws {
    let cells = try extend(
      "ie-x:1", "reference-level", "finding", "target:DE", "finding:DE", "sources", "indications")

    #expect(cells["reference-level"] == "no official link")
    #expect(cells["finding"] == "no-official-link")
    #expect(cells["target:DE"]?.hasPrefix("no official link; ") == true)
    #expect(cells["finding:DE"] == "no-official-link")
    #expect(cells["sources"] == "none")
    #expect(cells["indications"] == "none")
  }

  @Test func whatIsOnlyNearIsNamedAsSuch() throws {
    let cells = try extend("de-x:4", "target:IE", "finding:IE")

    #expect(cells["target:IE"]?.isEmpty == false)
    #expect(cells["finding:IE"] == "no-official-link")
  }

  @Test func settingsNameThePlaceTheDayAndTheLanguage() throws {
    let query = """
      {"ids":["ie-x:honours"],"properties":[\
      {"id":"target","settings":{"place":"Germany"}},{"id":"as-of","settings":{"asOf":"2020-01-31"}},\
      {"id":"title","settings":{"language":"fr"}},{"id":"level","settings":{"asOf":"31.1.2020"}}]}
      """
    let result = try served.get("reconcile", ["extend": query]).json()
    let cells = try cells(of: "ie-x:honours", in: result)
    let meta = try #require(result["meta"] as? [[String: String]])

    #expect(cells["target"] == "de-x:6")
    #expect(cells["as-of"] == "2020-01-31")
    #expect(cells["title"] == "Licence avec mention")
    #expect(cells["level"]?.hasPrefix("'31.1.2020' is not a day") == true)
    #expect(meta.first == ["id": "target", "name": "Corresponds to: Germany"])
  }

  @Test func whatIsNotKnownIsSaidInTheCell() throws {
    #expect(try extend("ie-x:9", "level")["level"]?.hasPrefix("no concept is named") == true)
    #expect(try extend("ie-x:8", "target:ZZ")["target:ZZ"]?.isEmpty == false)
    #expect(
      try extend("ie-x:8", "target")["target"] == "name a country or framework in the settings")
    #expect(
      try extend("ie-x:8", "colour")["colour"] == "'colour' is not a property of this service")
  }

  @Test func proposesFactsAndTheCommonFrameworks() throws {
    let answer = try served.get("reconcile/properties", ["type": "ie-x"]).json()
    let ids = try #require(answer["properties"] as? [[String: String]]).compactMap { $0["id"] }
    let few = try served.get("reconcile/properties", ["type": "ie-x", "limit": "2"]).json()

    #expect(ids.contains("reference-level"))
    #expect(ids.contains("target:eqf"))
    #expect(ids.contains("target:fields"))
    #expect(answer["type"] as? String == "ie-x")
    #expect((few["properties"] as? [Any])?.count == 2)
    #expect(few["limit"] as? Int == 2)
  }

  private func extend(_ id: String, _ properties: String...) throws -> [String: String] {
    let query = ["ids": [id], "properties": properties.map { ["id": $0] }] as [String: Any]
    let data = try JSONSerialization.data(withJSONObject: query)
    let result = served.post("reconcile", ["extend": String(decoding: data, as: UTF8.self)])
    return try cells(of: id, in: result.json())
  }

  private func cells(of id: String, in result: [String: Any]) throws -> [String: String] {
    let rows = try #require(result["rows"] as? [String: [String: [[String: String]]]])
    return try #require(rows[id]).mapValues { cells in
      cells.compactMap { $0["str"] }.joined(separator: "|")
    }
  }
}
