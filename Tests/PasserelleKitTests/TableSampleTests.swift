import PasserelleKit
import Testing

/// A look at a table whose head or header is broken: what is sound still tells whose it is.
struct TableSampleTests {
  @Test(arguments: [
    "# a: b: c\n", "# a: [b\n", "# a: {b: c\n", "# a: \"b\n", "# a: 'b\n", "# a:\n#   - b\n#  c\n",
    "# a: b\n# a: c\n", "# a: *b\n",
  ])
  func theKeysOfABrokenHeadShow(broken: String) throws {
    let text = "# first: isco-08\n\(broken)# last: {id: xx, title: {en: X}}\nx,y\n"
    let table = try #require(sample(text))
    let head = try #require(table.preamble)

    #expect(head.child("first")?.text == "isco-08")
    #expect(head.child("a") != nil)
    #expect(head.child("last")?.child("id")?.text == "xx")
    #expect(table.hasColumns(["x", "y"]))
  }

  @Test func aBrokenValueKeepsItsKind() throws {
    let text = "# a: {b: c\n# d: [e\n# f:\n#   g: h: i\n# j: \"isced-2011\n# k: l\nx\n"
    let head = try #require(sample(text)?.preamble)

    #expect(
      ["a", "d", "f", "j", "k"].map { head.child($0)?.kind } == [
        .mapping, .sequence, .mapping, .scalar, .scalar,
      ])
    #expect(head.child("j")?.text == "isced-2011")
  }

  @Test func aBrokenFileBesideTheTableIsSketchedAsWell() throws {
    let parts = [("x.tsv", "a\tb\n"), ("x.yml", "curie_map: {a: b\nlicense: c\n")].enumerated().map
    {
      index, file in
      let part = SourcePart(name: file.0, text: file.1)
      return SourcePart(name: file.0, index: index) { part.read(at: $0, into: $1) }
    }
    let head = Source(parts: parts).tableSample()?.preamble
    #expect(head?.child("curie_map")?.kind == .mapping)
  }

  @Test func aColumnThatStandsTwiceDoesNotHideTheOthers() throws {
    let table = try #require(sample("a,b,a\n1,2,3\n"))
    #expect(table.header == ["a", "b", "a"])
    #expect(table.optionalColumn("b") != nil)
  }

  @Test func aHeadThatIsLongerThanMostIsSeenWithTheColumns() throws {
    let prefixes = (0..<1_500).map { "#   p\($0): https://x.example/\($0)/\n" }.joined()
    let table = try #require(sample("# curie_map:\n\(prefixes)subject_id\tobject_id\n"))
    #expect(table.header == ["subject_id", "object_id"])
  }

  @Test(arguments: ["", "\n\n", "\"a\n"])
  func whatHasNeitherAHeadNorAHeaderIsNotATable(text: String) {
    #expect(sample(text) == nil)
  }

  private func sample(_ text: String) -> Table? {
    Source(parts: [SourcePart(name: "x.csv", text: text)]).tableSample()
  }
}
