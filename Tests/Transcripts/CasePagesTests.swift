import Foundation
import Testing

/// A batch of cases as pages in a folder.
struct CasePagesTests {
  private static let call =
    "assess --batch in.csv --for IE --purpose study --as-of 2026-11-25 --format html --output pages"

  private static func place(_ references: [String]) throws -> Place {
    let place = try Place()
    let rows = references.map { "\($0),Meister,DE,de-nqf:meister," }
    try place.write(
      (["reference,title,country,id,for"] + rows).joined(separator: "\n") + "\n", to: "in.csv")
    return place
  }

  private static func files(in place: borrowing Place) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: place.folder.appending(path: "pages").path
    ).sorted()
  }

  @Test func eachCaseHasAPageThatTheIndexNames() throws {
    let place = try Self.place(["2026-0001", "2026-0002"])
    let result = try place.run(Self.call)
    let index = try place.read("pages/index.html")

    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors == "passerelle: pages/index.html: 2 cases, 0 of them failed\n")
    #expect(try Self.files(in: place) == ["2026-0001.html", "2026-0002.html", "index.html"])
    #expect(index.contains("<a href=\"2026-0002.html\">2026-0002</a>"))
    #expect(try place.read("pages/2026-0002.html").contains("<dd>2026-0002"))
  }

  @Test func aPageIsTheOneThatTheCaseAloneWouldHave() throws {
    let place = try Self.place(["case-7"])
    try place.write(
      """
      profile: 1
      reference: case-7
      certificates: [{title: Meister, country: DE, id: de-nqf:meister}]

      """, to: "case.yaml")
    _ = try place.run(Self.call)
    let alone = try place.run(
      "assess case.yaml --for IE --purpose study --as-of 2026-11-25 --format html")

    #expect(try place.read("pages/case-7.html") == alone.output)
  }

  @Test func noNumberOfACaseLeadsOutOfTheFolder() throws {
    let place = try Self.place(["../../up", "/etc/x", "..", "con", "Ärzte/№ 5", "index"])
    let result = try place.run(Self.call)

    #expect(result.status == 0)
    #expect(
      try Self.files(in: place)
        == [
          "case-con.html", "etc-x.html", "index-line-7.html", "index.html", "line-4.html",
          "rzte-5.html", "up.html",
        ].map { $0 == "up.html" ? "case-up.html" : $0 }.sorted())
  }

  @Test func casesOfOneNumberHaveAPageEach() throws {
    let place = try Self.place(["one-case", "ONE/case", "one-case"])
    _ = try place.run(Self.call)

    #expect(
      try Self.files(in: place) == [
        "ONE-case-line-3.html", "index.html", "one-case-line-4.html", "one-case.html",
      ])
  }

  @Test func aCaseThatFailedIsInTheIndexWithItsReason() throws {
    let place = try Self.place(["good-1"])
    try place.write(
      """
      reference,title,country,id,for,purpose
      good-1,Meister,DE,de-nqf:meister,,
      bad-1,Meister,DE,de-nqf:meister,Atlantis,
      <bad>,Meister,DE,de-nqf:meister,,holiday

      """, to: "in.csv")
    let result = try place.run(Self.call)
    let index = try place.read("pages/index.html")

    #expect(result.status == 1)
    #expect(result.errors.hasSuffix("pages/index.html: 3 cases, 2 of them failed\n"))
    #expect(try Self.files(in: place) == ["good-1.html", "index.html"])
    #expect(index.contains("no framework or country is named 'Atlantis'"))
    #expect(index.contains("'holiday' is not a purpose"))
    #expect(index.contains("&lt;bad&gt;") && !index.contains("<bad>"))
  }

  @Test func nothingThatWasThereIsWrittenOver() throws {
    let place = try Self.place(["case-1"])
    _ = try place.run(Self.call)
    let page = try place.bytes("pages/case-1.html")
    let again = try place.run(Self.call)

    #expect(again.status == 3)
    #expect(again.errors.contains("'pages' is not empty"))
    #expect(try place.bytes("pages/case-1.html") == page)
  }

  @Test(arguments: ["", "--output pages --resume"])
  func pagesNeedANewFolder(options: String) throws {
    let place = try Self.place(["case-1"])
    let result = try place.run(
      "assess --batch in.csv --for IE --purpose study --format html \(options)")

    #expect(result.status == 2)
    #expect(result.errors.contains("name a new folder with '--output'"))
  }
}
