import Passerelle
import PasserelleAnswers
import TestSupport
import Testing

@testable import PasserelleServer

/// Files of questions over HTTP: rows in, the same rows with answers out.
struct BatchTests {
  private let jsonLines = ["content-type": "application/jsonl"]

  @Test func eachLineHasTheAnswerOfASingleQuestion() throws {
    try withSite { site in
      let rows = (0..<200).map { index in
        ["{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\"}", "{\"from\":\"xx:1\",\"to\":\"a\"}", "[1]"][
          index % 3]
      }
      let response = site.answer(
        "POST", "/v1/compare?asOf=2026-11-23", jsonLines, body: rows.joined(separator: "\n"))
      let lines = try site.whole(response).split(separator: "\n").map(String.init)

      #expect(response.status == 200 && lines.count == 200)
      #expect(lines[0].hasPrefix("{\"row\":\(rows[0]),\"answer\":\"comparison\""))
      #expect(lines[1].hasPrefix("{\"row\":\(rows[1]),\"finding\":\"error\""))
      #expect(lines[2].contains("not an object"))
      #expect(lines[198] == lines[0])
      #expect(response.headers["ETag"] == nil && response.headers["Cache-Control"] == "no-store")
    }
  }

  @Test func aTableIsAnsweredAsATable() throws {
    try withSite { site in
      let response = site.answer(
        "POST", "/v1/recode?column=job&from=isco-88&to=isco-08&asOf=2026-11-23",
        ["content-type": "text/csv"], body: "person;job\n1;7233\n2;\n")
      let lines = try site.whole(response).split(separator: "\r\n").map(String.init)

      #expect(lines.first?.hasPrefix("person;job;understood;target;") == true)
      #expect(lines.contains { $0.hasPrefix("1;7233;isco-88:7233;isco-08:7233;") })
      #expect(lines.last?.hasPrefix("2;;") == true)
    }
  }

  @Test func eachRowOfCorrespondentsNamesItsPlaceOrAllHaveOne() throws {
    try withSite { site in
      let own = site.answer(
        "POST", "/v1/equivalents?asOf=2026-11-23", jsonLines,
        body: "{\"id\":\"de-nqf:6\",\"in\":\"ie\"}\n{\"id\":\"de-nqf:6\",\"in\":\"Nowhere\"}\n")
      let shared = site.answer(
        "POST", "/v1/equivalents?in=ie&asOf=2026-11-23",
        ["content-type": "text/csv; charset=utf-8"],
        body: "\u{FEFF}id,name\r\nde-nqf:6,\"a, \"\"b\"\"\"\r\nMeister,c\r\n")
      let lines = try site.whole(own).split(separator: "\n").map(String.init)
      let rows = try site.whole(shared)

      #expect(lines.count == 2 && lines[0].contains("\"answer\":\"correspondents\""))
      #expect(lines[1].contains("\"finding\":\"error\""))
      #expect(rows.contains("de-nqf:6,\"a, \"\"b\"\"\","))
      #expect(rows.contains("ie-nqf:8"))
      #expect(shared.headers["Content-Type"] == "text/csv; charset=utf-8")
    }
  }

  @Test(arguments: [
    ("compare?asof=2026", "asof"), ("compare?asOf=May", "asOf"), ("compare?lang=tlh", "lang"),
    ("compare?purpose=play", "purpose"), ("compare?id=eqf:5", "id"),
    ("recode?column=a&from=eqf", "to"),
    ("equivalents?in=ie&in=de", "in"),
  ])
  func whatDoesNotDoInItsAddressIsNamedBeforeARowIsAnswered(
    question: String, parameter: String
  ) throws {
    try withSite { site in
      let response = site.answer("POST", "/v1/\(question)", jsonLines, body: "{}\n")
      let table = site.answer(
        "POST", "/v1/\(question)", ["content-type": "text/csv"], body: "a,id,from,to\n")

      #expect(table.status == 400 && table.text.contains("\"parameter\" : \"\(parameter)\""))
      #expect(response.status == (question.hasPrefix("recode") ? 415 : 400))
    }
  }

  @Test func theRowsAreInTheLanguageAndForThePurposeOfTheAddress() throws {
    try withSite { site in
      let response = site.answer(
        "POST", "/v1/compare?lang=de&purpose=study&asOf=2026-11-23", jsonLines,
        body: "{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\"}\n")
      let single = site.answer(
        "GET", "/v1/compare?id=ie-nqf:8&id=de-nqf:6&lang=de&purpose=study&asOf=2026-11-23")
      let summary = try #require(single.text.firstMatch(of: /"summary" : "([^"]+)"/)).output.1

      #expect(try site.whole(response).contains("\"summary\":\"\(summary)\""))
    }
  }

  @Test func onlyWhatIsServedWithABodyTakesOne() throws {
    try withSite { site in
      for path in ["/v1/search?q=a", "/v1/about", "/", "/atlas", "/ims/case/v1p1/CFDocuments"] {
        #expect(site.answer("POST", path, jsonLines, body: "{}").status == 405, "\(path)")
      }
      for method in ["PUT", "DELETE", "PATCH", "TRACE"] {
        #expect(site.answer(method, "/v1/recode").headers["Allow"] == "POST, OPTIONS")
      }
      #expect(site.answer("HEAD", "/v1/recode").status == 405)
      #expect(site.door(at: ["v1", "recode"])?.longestBody(at: ["v1", "recode"]) == 1 << 20)
    }
  }

  @Test func whatIsNoBatchIsRefused() throws {
    try withSite { site in
      let csv = ["content-type": "text/csv"]
      #expect(site.answer("POST", "/v1/compare", body: "{}").status == 415)
      #expect(site.answer("POST", "/v1/compare", csv, body: "a,b\n").status == 400)
      #expect(site.answer("POST", "/v1/compare", csv, body: "").status == 400)
      #expect(site.answer("POST", "/v1/compare", csv, body: "{}").status == 400)
      #expect(site.answer("POST", "/v1/compare", jsonLines, body: "from,to\na,b\n").status == 400)
      #expect(site.answer("POST", "/v1/equivalents?in=Nowhere", csv, body: "id\na\n").status == 200)
      #expect(
        site.answer("POST", "/v1/recode?column=a&from=xx&to=eqf", csv, body: "a\n1\n").status == 404
      )
      let rows = site.answer("POST", "/v1/recode?column=a&from=eqf&to=eqf", csv, body: "a\n1\n")
      #expect(rows.status == 422)
    }
  }

  @Test func aBatchIsAnsweredFromOneStateOrNotToItsEnd() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let site = try Site(
      Installation(program: Place.built + "/passerelle", data: place.folder.path), doors: Doors.all)
    let rows = String(repeating: "{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\"}\n", count: 100)
    let response = site.answer("POST", "/v1/compare", jsonLines, body: rows)

    #expect(try site.more(of: response)?.isEmpty == false)
    _ = try library.importing([
      place.write(
        "xx.yaml",
        """
        passerelle: 1
        framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}}
        sources: {act: {title: The Act}}
        levels: [{code: "1", title: {en: A}, notReferenced: {to: eqf}}]

        """)
    ])
    #expect { try site.more(of: response) } throws: { ($0 as? Problem)?.code == "library-changed" }
  }
}

extension Site {
  /// The whole of a body that is made piece by piece.
  func whole(_ response: ServerResponse) throws -> String {
    var bytes = response.body
    while let piece = try more(of: response, asOf: "2026-11-28") { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }
}
