import PasserelleServer
import Testing

struct RequestTests {
  private func request(
    _ target: String, _ headers: [String: String] = [:]
  ) throws -> ServerRequest {
    try ServerRequest(method: "GET", target: target, headers: headers)
  }

  @Test func aTargetIsDecodedOnce() throws {
    let request = try request("/a%2Fb/c+d/?q=K%C3%B6ln+1%2B1&q=&r&=s")

    #expect(request.path == ["a/b", "c+d", ""])
    #expect(
      request.query == [
        .init("q", "Köln 1+1"), .init("q", ""), .init("r", ""), .init("", "s"),
      ])
    #expect(request["q"] == "Köln 1+1" && request.all("q").count == 2)
  }

  @Test(arguments: [
    "", "v1", "*", "/%", "/%f", "/%zz", "/%ff", "/%00", "/a/../b", "/a/%2e%2e/b", "/.", "/a/%2E/b",
    "/?a=%c3", "/?%00=1", "/?a=%0", "/\u{1B}", "/%c0%ae%c0%ae/", "/%ed%a0%80",
  ])
  func whatIsNotATargetIsRefused(target: String) {
    #expect { try request(target) } throws: { ($0 as? Problem)?.status == 400 }
  }

  @Test func whatIsTooLongIsRefused() {
    let long = String(repeating: "a", count: 2_001)
    let many = String(repeating: "a=b&", count: 65)

    #expect { try request("/" + long) } throws: { ($0 as? Problem)?.status == 414 }
    #expect { try request("/?a=" + long) } throws: { ($0 as? Problem)?.status == 400 }
    #expect { try request("/?" + many) } throws: { ($0 as? Problem)?.status == 400 }
    #expect { try request("/" + String(repeating: "a/", count: 5_000)) } throws: {
      ($0 as? Problem)?.status == 414
    }
  }

  @Test(
    arguments: [
      (nil, "application/json"), ("*/*", "application/json"), ("text/csv", "text/csv"),
      ("text/html, text/*;q=0.5, application/json;q=0.1", "text/csv"),
      ("application/json;q=0.5, text/csv;q=0.5", "application/json"),
      ("text/csv;q=0, */*", "application/json"), ("TEXT/CSV ; Q=1", "text/csv"),
      ("image/png", nil), ("text/csv;q=x", nil), (",;,", nil),
    ] as [(String?, String?)])
  func theFormIsTheOneThatTheClientLikesBest(accept: String?, form: String?) throws {
    let request = try request("/", accept.map { ["accept": $0] } ?? [:])

    #expect(request.preferred(of: ["application/json", "text/csv"]) == form)
  }

  @Test(
    arguments: [
      ("fr", "fr"), ("de-AT, fr;q=0.9", "de"), ("xx, ar;q=0.3, uk;q=0.4", "uk"), ("xx", nil),
      ("en;q=0", nil),
    ] as [(String, String?)])
  func theLanguageIsTheOneThatTheClientLikesBest(accept: String, language: String?) throws {
    let request = try request("/", ["accept-language": accept])

    #expect(request.preferredLanguage(of: ["ar", "de", "en", "fr", "uk"]) == language)
  }

  @Test func aFormIsReadIfItSaysThatItIsOne() throws {
    var request = ServerRequest(method: "POST", path: [], body: Array("a=1&b=%C3%A9".utf8))
    #expect { try request.form() } throws: { ($0 as? Problem)?.status == 415 }

    request.headers["content-type"] = "application/x-www-form-urlencoded; charset=UTF-8"
    #expect(try request.form() == [.init("a", "1"), .init("b", "é")])
  }
}
