import TestSupport
import Testing

@testable import PasserelleServer

struct JSONDoorTests {
  @Test func everyRouteAnswersTheExamplesOfItsParameters() throws {
    try withSite { site in
      for route in Routes.all {
        let response = site.answer(
          route.method, route.example, ["content-type": route.batch?.mediaTypes.last ?? ""],
          body: route.batch.map(\.csv) ?? "")

        #expect(response.status == 200, "\(route.example): \(response.text.prefix(400))")
        if let kind = route.kind {
          #expect(response.text.contains("\n  \"answer\" : \"\(kind)\""), "\(route.example)")
        }
        guard route.isTable else { continue }
        let table = site.answer("GET", route.example, ["accept": "text/csv"])
        #expect(table.headers["Content-Type"]?.hasPrefix("text/csv") == true)
        #expect(table.text.contains("\r\n"))
      }
    }
  }

  @Test func aNameOfSeveralMeaningsIsAnsweredWithThem() throws {
    try withSite { site in
      let response = site.answer("GET", "/v1/show?id=Bachelor")

      #expect(response.status == 300)
      #expect(response.text.contains("\"answer\" : \"ambiguity\""))
      #expect(response.headers["Location"] == nil)
      #expect(response.headers["ETag"] != nil)
    }
  }

  @Test(arguments: [
    ("compare", "id"), ("compare?id=", "id"), ("compare?id=eqf:5&asof=2016", "asof"),
    ("compare?id=eqf:5&asOf=May", "asOf"), ("compare?id=eqf:5&lang=tlh", "lang"),
    ("compare?id=eqf:5&purpose=prior-learning", "purpose"), ("search?q=a&limit=0", "limit"),
    ("search?q=a&limit=x", "limit"), ("show?id=eqf:5&id=eqf:6", "id"),
    ("list?in=eqf&format=xml", "format"),
  ])
  func whatDoesNotDoIsNamed(question: String, parameter: String) throws {
    try withSite { site in
      let response = site.answer("GET", "/v1/\(question)")

      #expect(response.status == 400)
      #expect(response.text.contains("\"parameter\" : \"\(parameter)\""))
    }
  }

  @Test func statusesTellWhatIsWrongWithAQuestion() throws {
    try withSite { site in
      #expect(site.answer("GET", "/v1/compare?id=xx-nqf:5").status == 404)
      #expect(site.answer("GET", "/v1/list?in=Tuvalu").status == 404)
      #expect(site.answer("GET", "/v1/corridor?from=DE&to=DE").status == 422)
      #expect(site.answer("GET", "/v1/nothing").status == 404)
      #expect(site.answer("GET", "/v1").status == 404)
      #expect(site.answer("GET", "/v1/compare/").status == 404)
      #expect(site.answer("PUT", "/v1/compare").headers["Allow"] == "GET, POST, HEAD, OPTIONS")
      #expect(site.answer("GET", "/v1/stats", ["accept": "image/png"]).status == 404)
      #expect(site.answer("GET", "/v1/list?in=eqf", ["accept": "image/png"]).status == 406)
    }
  }

  @Test func thePartsOfALongListMakeTheWhole() throws {
    try withSite { site in
      let whole = site.answer("GET", "/v1/list?in=isced-f-2013&format=csv").text
      var (rows, next) = ([String](), "/v1/list?in=isced-f-2013&format=csv&limit=40")
      while true {
        let part = site.answer("GET", next)
        let lines = part.text.split(separator: "\r\n").map(String.init)
        rows += rows.isEmpty ? lines : Array(lines.dropFirst())
        let links = try #require(part.headers["Link"])
        guard let link = links.firstMatch(of: /<http:\/\/localhost([^>]*)>; rel="next"/) else {
          break
        }
        next = String(link.output.1)
      }

      #expect(rows == whole.split(separator: "\r\n").map(String.init))
      #expect(site.answer("GET", "/v1/list?in=eqf").headers["Link"] == nil)
      #expect(
        site.answer("GET", "/v1/list?in=eqf&offset=900").text.contains("\"concepts\" : [\n\n  ]"))
    }
  }

  @Test func theFormCanBeChosenWithoutAHeader() throws {
    try withSite { site in
      let (header, item) = (
        site.answer("GET", "/v1/frameworks", ["accept": "text/csv"]),
        site.answer("GET", "/v1/frameworks?format=csv")
      )
      #expect(header.body == item.body)
    }
  }

  @Test func thePlaceOfTheSpecificationIsWhereProgramsLook() throws {
    try withSite { site in
      let response = site.answer("GET", "/.well-known/api-catalog")

      #expect(response.headers["Content-Type"] == "application/linkset+json")
      #expect(response.text.contains("http://localhost/v1/openapi.json"))
    }
  }
}

extension Route {
  /// The target of a request that gives each parameter the values that show it.
  var example: String {
    let items = parameters.flatMap { parameter in
      parameter.example.map { "\(parameter.name)=\(PercentEncoding.encode($0))" }
    }
    return "/" + segments.joined(separator: "/") + (items.isEmpty ? "" : "?")
      + items.joined(separator: "&")
  }
}

extension Route.BatchForm {
  /// A batch of one row, as a table.
  var csv: String {
    guard example.hasPrefix("{") else { return example }
    let members = example.matches(of: /"(\w+)":"([^"]*)"/)
    return members.map { String($0.output.1) }.joined(separator: ",") + "\n"
      + members.map { String($0.output.2) }.joined(separator: ",") + "\n"
  }
}
