import Foundation
import Passerelle
import PasserelleAnswers
import PasserelleServer
import TestSupport
import Testing

/// A few frameworks behind a door, so that no correction of the real data breaks a test of the code.
struct Served {
  private let site: Site

  /// The library, built once in a run of the tests: nothing that is served changes it.
  private static let library = Result {
    let place = try Place(bundling: descriptors)
    _ = try place.library()
    atexit { try? FileManager.default.removeItem(at: Served.folder) }
    return place
  }
  private static var folder: URL { (try? library.get().folder) ?? URL(filePath: "/nonexistent") }

  init(behind door: any Door) throws {
    site = try Site(
      Installation(program: Place.built + "/passerelle"),
      store: Self.library.get().locations.store, baseURL: "http://localhost:8080", doors: [door])
  }

  func answer(_ request: ServerRequest) -> ServerResponse {
    site.answer(request, asOf: "2026-11-28")
  }

  /// The answer to a GET request of a path with a query.
  func get(_ path: String, _ query: [String: String] = [:]) -> ServerResponse {
    answer(
      ServerRequest(
        path: path.split(separator: "/", omittingEmptySubsequences: false).map(String.init),
        query: query.sorted { $0.key < $1.key }.map { ServerRequest.Item($0.key, $0.value) }))
  }

  /// The answer to a form.
  func post(_ path: String, _ form: [String: String]) -> ServerResponse {
    let plain = CharacterSet.alphanumerics
    let body = form.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
    }.joined(separator: "&")
    return answer(
      ServerRequest(
        method: "POST", path: path.split(separator: "/").map(String.init),
        headers: ["content-type": "application/x-www-form-urlencoded; charset=UTF-8"],
        body: Array(body.utf8)))
  }

  static let descriptors = [
    "eqf.yaml": """
    passerelle: 1
    framework: {id: eqf, kind: meta-framework, title: {en: European example}, source: act}
    sources: {act: {title: An act, publisher: Union, date: 2017, official: true}}
    levels: [\((1...8).map { "{code: \"\($0)\", title: {en: Level \($0)}}" }.joined(separator: ", "))]
    """,
    "de.yaml": """
    passerelle: 1
    framework: {id: de-x, aliases: [DX], kind: qualifications-framework, country: DE, title: {en: German example}}
    sources: {act: {title: A German act, publisher: Office, date: 2013, official: true}}
    levels:
      - {code: "4", title: {en: Level 4}, referencedTo: {to: "eqf:4", source: act}}
      - {code: "6", title: {en: Level 6}, referencedTo: {to: "eqf:6", source: act}}
    qualifications:
      - {code: trade, title: {en: Trade certificate, de: Facharbeiterbrief}, level: "4", source: act,
         names: [{text: {de: Gesellenbrief}, kind: colloquial, verified: false}]}
      - {code: ba, title: {en: Bachelor}, level: "6", source: act}
    """,
    "ie.yaml": """
    passerelle: 1
    framework: {id: ie-x, kind: qualifications-framework, country: IE, title: {en: Irish example, fr: Exemple irlandais}}
    sources: {act: {title: An Irish act, publisher: Authority, date: 2009, official: true}}
    levels:
      - {code: "8", title: {en: Level 8}, referencedTo: {to: "eqf:6", source: act}, classifiedAs: {to: "classes:6", source: act}}
      - {code: "1", title: {en: Level 1}}
    qualifications:
      - {code: honours, title: {en: Honours bachelor degree, fr: Licence avec mention}, level: "8", source: act}
      - {code: ba, title: {en: Bachelor}, level: "8", source: act}
      - {code: other, title: {en: Special award}}
      - {code: special, title: {en: Special award}}
    """,
    "classes.yaml": """
    passerelle: 1
    framework: {id: classes, kind: classification-of-education-levels, title: {en: Classes}}
    sources: {act: {title: A classification, date: 2011}}
    educationLevels: [{code: "6", title: {en: First degrees}}]
    """,
    "fields.yaml": """
    passerelle: 1
    framework: {id: fields, kind: classification-of-education-fields, title: {en: Fields}}
    sources: {act: {title: An act}}
    fields:
      - {code: "01", title: {en: Teaching}}
      - {code: "011", title: {en: Teacher training}}
      - {code: "0110", title: {en: Teacher training in general}}
      - {code: "11", title: {en: Other}}
      - {code: "0712", title: {en: Protecting the environment}}
    """,
  ]
}

extension ServerResponse {
  /// The body as a value of JSON.
  func json() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
  }
}
