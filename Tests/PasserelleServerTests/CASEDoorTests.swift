import Foundation
import PasserelleServer
import Testing

/// What clients of CASE ask, and what the specification says they are answered.
struct CASEDoorTests {
  private let served: Served

  init() throws { served = try Served(behind: CASEDoor()) }

  private static let root = "ims/case/v1p1"

  // MARK: - Documents

  @Test func listsDocumentsWithPages() throws {
    let response = served.get("\(Self.root)/CFDocuments", ["limit": "2", "offset": "2"])
    let links = try #require(response.headers["Link"])
    let start = "<http://localhost:8080/ims/case/v1p1/CFDocuments?limit=2&offset="

    #expect(
      try documents(response).compactMap { $0["title"] as? String } == [
        "European example", "Fields",
      ])
    #expect(response.headers["X-Total-Count"] == "5")
    #expect(
      links
        == "\(start)4>; rel=\"next\", \(start)0>; rel=\"first\", \(start)4>; rel=\"last\", \(start)0>; rel=\"prev\""
    )
  }

  @Test func sortsAndSelects() throws {
    let sorted = served.get(
      "\(Self.root)/CFDocuments",
      ["sort": "title", "orderBy": "desc", "fields": "title,identifier", "limit": "1"])
    let document = try #require(try documents(sorted).first)

    #expect(document["title"] as? String == "Irish example")
    #expect(document.keys.sorted() == ["identifier", "title"])
    #expect(sorted.headers["Link"]?.contains("fields=title%2Cidentifier&") == true)
  }

  @Test func fieldsThatDoNotExistLeaveNothingOut() throws {
    let response = served.get("\(Self.root)/CFDocuments", ["fields": "colour", "sort": "colour"])
    #expect(try documents(response).count == 5)
    #expect(try documents(response).first?["creator"] != nil)
  }

  @Test(arguments: [
    ("title='irish EXAMPLE'", 1), ("title!='Fields'", 4), ("title~'example'", 3),
    ("title~'example' AND title~'irish'", 1), ("title='Fields' OR title~'german'", 2),
    ("lastChangeDateTime>='2013-01-01'", 3), ("lastChangeDateTime<'2010'", 1),
    ("CFPackageURI.title='Fields'", 1), ("subject='x'", 0),
  ])
  func filters(filter: String, count: Int) throws {
    let response = served.get("\(Self.root)/CFDocuments", ["filter": filter])
    #expect(try documents(response).count == count)
    #expect(response.headers["X-Total-Count"] == "\(count)")
  }

  // MARK: - Members

  @Test func whatIsListedIsFoundByItsIdentifier() throws {
    let listed = try documents(served.get("\(Self.root)/CFDocuments"))
    for document in listed {
      let id = try #require(document["identifier"] as? String)
      let alone = try served.get("\(Self.root)/CFDocuments/\(id.uppercased())").json()
      #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: document))
      #expect(document["caseVersion"] as? String == "1.1")
      let package = try #require(document["CFPackageURI"] as? [String: String])
      #expect(package["uri"] == "http://localhost:8080/\(Self.root)/CFPackages/\(id)")
    }
  }

  @Test func allOfAPackageIsFoundByItsIdentifiers() throws {
    let package = try package(of: "German example")
    let items = try #require(package["CFItems"] as? [[String: Any]])
    let associations = try #require(package["CFAssociations"] as? [[String: Any]])
    let definitions = try #require(package["CFDefinitions"] as? [String: [[String: Any]]])
    let types = try #require(definitions["CFItemTypes"])

    #expect(items.count == 4)
    #expect(types.compactMap { $0["title"] as? String }.sorted() == ["level", "qualification"])
    for item in items {
      let alone = try member("CFItems", item)
      #expect(alone["CFDocumentURI"] != nil)
      #expect(
        NSDictionary(dictionary: alone.filter { $0.key != "CFDocumentURI" })
          == NSDictionary(dictionary: item))
      let about = try member("CFItemAssociations", item)
      let found = try #require(about["CFAssociations"] as? [[String: Any]])
      let ids = Set(found.compactMap { $0["identifier"] as? String })
      let expected = associations.filter { association in
        ["originNodeURI", "destinationNodeURI"].contains { end in
          (association[end] as? [String: String])?["identifier"] == item["identifier"] as? String
        }
      }
      #expect(ids == Set(expected.compactMap { $0["identifier"] as? String }))
      #expect(!ids.isEmpty)
    }
    for association in associations {
      let alone = try member("CFAssociations", association)
      #expect(alone["associationType"] as? String == association["associationType"] as? String)
      #expect(alone["CFDocumentURI"] != nil)
    }
    let type = try member("CFItemTypes", try #require(types.first))
    #expect((type["CFItemTypes"] as? [Any])?.count == 1)
  }

  @Test func identifiersAreThoseOfTheOtherVersion() throws {
    let new = try documents(served.get("\(Self.root)/CFDocuments"))
    let old = try documents(served.get("ims/case/v1p0/CFDocuments"))

    #expect(
      new.compactMap { $0["identifier"] as? String }
        == old.compactMap { $0["identifier"] as? String })
    #expect(old.allSatisfy { $0["caseVersion"] == nil })
  }

  @Test func saysWhereItIsDescribed() throws {
    let description = try served.get(
      "\(Self.root)/discovery/imscasev1p1_openapi3_v1p0.json"
    ).json()
    let paths = try #require(description["paths"] as? [String: Any])

    #expect(description["openapi"] as? String == "3.0.3")
    #expect(paths.count == 12)
  }

  // MARK: - Errors

  @Test(arguments: [
    ("CFItems/7f0e9c8e-0000-4000-8000-000000000000", [:], 404, "unknownobject"),
    ("CFRubrics/7f0e9c8e-0000-4000-8000-000000000000", [:], 404, "unknownobject"),
    ("CFItems/ie-x:8", [:], 404, "invaliduuid"),
    ("CFDocuments", ["fields": "title,,uri"], 400, "invalid_selection_field"),
    ("CFDocuments", ["fields": ""], 400, "invalid_selection_field"),
    ("CFDocuments", ["filter": "colour='x'"], 400, "invalid_filter_field"),
    ("CFDocuments", ["filter": "title=x"], 400, "invalid_selection_field"),
    ("CFDocuments", ["limit": "-1"], 400, "invalid_selection_field"),
  ])
  func tellsWhatIsWrongAsCASEDoes(
    path: String, query: [String: String], status: Int, code: String
  ) throws {
    let response = served.get("\(Self.root)/\(path)", query)
    let body = try response.json()
    let minor = try #require(body["imsx_codeMinor"] as? [String: [[String: String]]])

    #expect(response.status == status)
    #expect(body["imsx_codeMajor"] as? String == "failure")
    #expect(body["imsx_severity"] as? String == "error")
    #expect(minor["imsx_codeMinorField"]?.first?["imsx_codeMinorFieldValue"] == code)
  }

  // MARK: - Helpers

  private func documents(_ response: ServerResponse) throws -> [[String: Any]] {
    try #require(try response.json()["CFDocuments"] as? [[String: Any]])
  }

  private func package(of title: String) throws -> [String: Any] {
    let found = served.get("\(Self.root)/CFDocuments", ["filter": "title='\(title)'"])
    let id = try #require(try documents(found).first?["identifier"] as? String)
    return try served.get("\(Self.root)/CFPackages/\(id)").json()
  }

  private func member(_ collection: String, _ object: [String: Any]) throws -> [String: Any] {
    let id = try #require(object["identifier"] as? String)
    let response = served.get("\(Self.root)/\(collection)/\(id)")
    #expect(response.status == 200)
    return try response.json()
  }
}
