import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// What a package of CASE says comes out as it went in.
struct CASERoundTripTests {
  private static let package = """
    {"CFDocument": {"identifier": "4be8c04b-ce77-4b6a-8084-f28a3c1d010a", "uri": "https://example.org/uri/4be8c04b-ce77-4b6a-8084-f28a3c1d010a", "creator": "An office", "title": "Skills of a trade", "language": "en", "adoptionStatus": "Adopted", "subject": ["Trades", "Metal"], "licenseURI": {"title": "CC BY", "identifier": "l", "uri": "https://example.org/l"}, "lastChangeDateTime": "2021-05-01T10:00:00+00:00"},
     "CFItems": [
      {"identifier": "194a6995-712a-4972-826c-b3d79e92c2ff", "uri": "https://example.org/uri/194a6995-712a-4972-826c-b3d79e92c2ff", "fullStatement": "Weld metal", "humanCodingScheme": "1.10", "CFItemType":"Domain","educationLevel":["07"],"notes":"n: \\"m\\"","abbreviatedStatement":"Weld","lastChangeDateTime":"2021-05-01T10:00:00+02:00"},
      {"identifier": "294a6995-712a-4972-826c-b3d79e92c2ff", "uri": "https://example.org/uri/294a6995-712a-4972-826c-b3d79e92c2ff", "fullStatement": "Weld metal well", "humanCodingScheme": "1.1", "language": "en-GB"},
      {"identifier": "a94a6995-712a-4972-826c-b3d79e92c2ff", "uri": "https://example.org/uri/a94a6995-712a-4972-826c-b3d79e92c2ff", "fullStatement": "Clean up"}
     ],
     "CFAssociations": [
      {"identifier":"394a6995-712a-4972-826c-b3d79e92c2ff","associationType": "isChildOf", "originNodeURI": {"identifier": "194a6995-712a-4972-826c-b3d79e92c2ff"}, "destinationNodeURI": {"identifier": "4be8c04b-ce77-4b6a-8084-f28a3c1d010a"}, "sequenceNumber": 2},
      {"identifier":"494a6995-712a-4972-826c-b3d79e92c2ff","associationType": "isChildOf", "originNodeURI": {"identifier": "294a6995-712a-4972-826c-b3d79e92c2ff"}, "destinationNodeURI": {"identifier": "4be8c04b-ce77-4b6a-8084-f28a3c1d010a"}, "sequenceNumber": 1},
      {"identifier":"b94a6995-712a-4972-826c-b3d79e92c2ff","associationType": "isChildOf", "originNodeURI": {"identifier": "a94a6995-712a-4972-826c-b3d79e92c2ff"}, "destinationNodeURI": {"identifier": "294a6995-712a-4972-826c-b3d79e92c2ff"}, "sequenceNumber": 1},
      {"identifier":"594a6995-712a-4972-826c-b3d79e92c2ff","associationType": "isRelatedTo", "originNodeURI": {"identifier": "294a6995-712a-4972-826c-b3d79e92c2ff"}, "destinationNodeURI": {"identifier": "194a6995-712a-4972-826c-b3d79e92c2ff"},"CFAssociationGroupingURI":{"title":"G","identifier":"794a6995-712a-4972-826c-b3d79e92c2ff","uri":"https://x/7"}},
      {"identifier":"694a6995-712a-4972-826c-b3d79e92c2ff","associationType": "exactMatchOf", "originNodeURI": {"title":"t","identifier": "294a6995-712a-4972-826c-b3d79e92c2ff"}, "destinationNodeURI": {"title":"other","identifier": "994a6995-712a-4972-826c-b3d79e92c2ff","uri":"https://other.org/uri/994a6995-712a-4972-826c-b3d79e92c2ff"}}
     ]}
    """

  private static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func list(_ package: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require(package[name] as? [[String: Any]])
  }

  private static func strings(_ objects: [[String: Any]], _ name: String) -> [String?] {
    objects.map { $0[name] as? String }
  }

  @Test func keepsIdentifiersCodesAndDaysOfChange() throws {
    let conversion = try Conversion(Self.package, named: "p.json", to: .caseJSON)
    let out = try Self.json(conversion.text)
    let document = try #require(out["CFDocument"] as? [String: Any])
    let items = try Self.list(out, "CFItems")

    #expect(document["identifier"] as? String == "4be8c04b-ce77-4b6a-8084-f28a3c1d010a")
    #expect(document["lastChangeDateTime"] as? String == "2021-05-01T10:00:00+00:00")
    #expect(document["adoptionStatus"] as? String == "Adopted")
    #expect(document["language"] as? String == "en")
    #expect(document["subject"] as? [String] == ["Trades", "Metal"])
    #expect((document["licenseURI"] as? [String: String])?["uri"] == "https://example.org/l")
    #expect(
      Self.strings(items, "identifier").map { $0?.prefix(4) } == ["294a", "a94a", "194a"])
    #expect(Self.strings(items, "humanCodingScheme") == ["1.1", nil, "1.10"])
    #expect(Self.strings(items, "CFItemType") == [nil, nil, "Domain"])
    #expect(Self.strings(items, "language") == ["en-GB", nil, nil])
    #expect(
      Self.strings(items, "lastChangeDateTime") == [
        "2021-05-01T10:00:00+00:00", "2021-05-01T10:00:00+00:00", "2021-05-01T10:00:00+02:00",
      ])
    #expect(items[2]["educationLevel"] as? [String] == ["07"])
    #expect(Self.strings(items, "notes") == [nil, nil, "n: \"m\""])
    #expect(Self.strings(items, "abbreviatedStatement") == [nil, nil, "Weld"])
    #expect(conversion.loss == [:])
  }

  @Test func keepsTheOrderOfChildrenAndWhatIsBelowTheDocument() throws {
    let text = try Conversion(Self.package, named: "p.json", to: .caseJSON).text
    let out = try Self.json(text)
    let associations = try Self.list(out, "CFAssociations")
    func end(_ name: String, _ association: [String: Any]) -> String {
      String(((association[name] as? [String: Any])?["identifier"] as? String ?? "").prefix(4))
    }

    let said = associations.map { association in
      "\(end("originNodeURI", association)) \(association["associationType"] ?? "") "
        + "\(end("destinationNodeURI", association)) \(association["sequenceNumber"] ?? "-") "
        + "\((association["identifier"] as? String ?? "").prefix(4))"
    }
    #expect(
      Set(said) == [
        "294a isChildOf 4be8 1 494a", "194a isChildOf 4be8 2 394a", "a94a isChildOf 294a 1 b94a",
        "294a isRelatedTo 194a - 594a", "294a exactMatchOf 994a - 694a",
      ])
    let group = associations.compactMap { $0["CFAssociationGroupingURI"] as? [String: String] }
    #expect(group.map { $0["title"] } == ["G"])
    let other = associations.compactMap { $0["destinationNodeURI"] as? [String: String] }
      .first { $0["title"] == "other" }
    #expect(other?["uri"] == "https://other.org/uri/994a6995-712a-4972-826c-b3d79e92c2ff")
  }

  @Test func isTheSameOnAnotherDayAndWhenItIsReadAgain() throws {
    let once = try Conversion(Self.package, named: "p.json", to: .caseJSON).text

    let later = try Conversion(Self.package, named: "p.json", to: .caseJSON, on: "2027-01-01").text
    let again = try Conversion(once, named: "q.json", to: .caseJSON, on: "2027-01-01").text

    #expect(later == once)
    #expect(again == once)
  }

  @Test func survivesADescriptor() throws {
    let once = try Conversion(Self.package, named: "p.json", to: .caseJSON).text
    let before = try Self.list(Self.json(once), "CFItems")
    let yaml = try Conversion(Self.package, named: "p.json", to: .yaml).text
    let back = try Self.json(try Conversion(yaml, named: "p.yaml", to: .caseJSON).text)
    let items = try Self.list(back, "CFItems")

    #expect(Self.strings(items, "identifier") == Self.strings(before, "identifier"))
    #expect(Self.strings(items, "humanCodingScheme") == ["1.1", nil, "1.10"])
  }

  @Test func whatIsNotFromCASEHangsUnderItsDocumentAndHasNoTypeMadeUp() throws {
    let text = """
      passerelle: 1
      framework: {id: xx, kind: classification-of-competences, title: {en: X}, source: s}
      sources: {s: {title: S, date: 2020-02}}
      competences:
        - {code: "1", title: {en: One}}
        - {code: "1.1", title: {en: More}, broader: {to: "xx:1"}}
        - {code: 9f4a6995-712a-4972-826c-b3d79e92c2ff, title: {en: Two}}

      """
    let conversion = try Conversion(text, named: "x.yaml", to: .caseJSON)
    let out = try Self.json(conversion.text)
    let items = try Self.list(out, "CFItems")

    #expect(Self.strings(items, "CFItemType") == [nil, nil, nil])
    #expect(Self.strings(items, "humanCodingScheme") == ["1", "1.1", nil])
    #expect(items[2]["identifier"] as? String == "9f4a6995-712a-4972-826c-b3d79e92c2ff")
    #expect(
      Set(Self.strings(items, "lastChangeDateTime")) == ["2020-02-01T00:00:00+00:00"])
    let associations = try Self.list(out, "CFAssociations")
    let document = (out["CFDocument"] as? [String: Any])?["identifier"] as? String
    let parents = associations.map {
      ($0["destinationNodeURI"] as? [String: String])?["identifier"]
    }
    #expect(parents == [document, items[0]["identifier"] as? String, document])
    let again = try Conversion(
      conversion.text, named: "y.json", to: .caseJSON, on: "2030-01-01")
    #expect(again.text == conversion.text)
  }
}
