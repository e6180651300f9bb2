import PasserelleKit
import PasserelleTesting
import Testing

/// Mistakes that the parsers notice late, or not at all: told where they are, and by name.
struct MisleadingTextTests {
  @Test(arguments: [
    ("a: 1\ncountry:\u{A0}MT\nb: 2\n", "2:9", "a no-break space (U+00A0)"),
    ("a: 1\n\u{A0}\u{A0}b: 2\n c: [\n", "2:1", "a no-break space (U+00A0)"),
    ("a:\n  b:\u{3000}c\n  d: e\n", "2:5", "an ideographic space (U+3000)"),
    ("a:\n  b:\u{200B}\n  d: e: f\n", "2:5", "a zero-width space (U+200B)"),
  ])
  func aSpaceThatIsNoneIsNamedWhereItIs(text: String, place: String, words: String) {
    let problem = problem(inYAML: text)
    #expect(problem?.id == "yaml")
    #expect("\(problem?.position.line ?? 0):\(problem?.position.column ?? 0)" == place)
    #expect(problem?.summary.contains(words) == true)
  }

  @Test(arguments: [
    // French has such spaces in its texts.
    "a: Le niveau\u{A0}: b\nc: [\n", "a: b\u{A0}c\nd: e: f\n",
  ])
  func aSpaceWithinATextIsNotBlamed(text: String) {
    #expect(problem(inYAML: text)?.summary.contains("U+00A0") == false)
  }

  @Test(arguments: ["", "a: 1\n"])
  func aKeyThatIsTooLongIsToldAsSuch(before: String) {
    let problem = problem(inYAML: before + String(repeating: "k", count: 1_100) + ": 1\nb: 2\n")
    #expect(problem?.id == "name-too-long")
    #expect(problem?.position.line == (before.isEmpty ? 1 : 2))
  }

  @Test func anotherVersionOfYAMLIsToldWhatToWrite() {
    #expect(
      problem(inYAML: "%YAML 1.3\n---\na: 1\n")?.hint == "write '%YAML 1.2', or leave the line out")
    #expect(problem(inYAML: "%YAML 1.2\n---\na: 1\n") == nil)
  }

  @Test(arguments: [
    ("a: [b\nc: d\n", "the '{' or '[' at 1:4 is not closed"),
    ("a: 1\nb: \"c\nd: e\n", "the quote at 2:4 is not closed"),
  ])
  func whatIsNotClosedIsNamedByItsStart(text: String, hint: String) {
    #expect(problem(inYAML: text)?.hint == hint)
  }

  @Test(arguments: ["UTF-16", "utf-16le", "UTF-32"])
  func aDeclarationThatIsNotTrueIsToldSo(encoding: String) {
    let part = SourcePart(
      name: "x.xml", text: "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a/>")
    let problem = problem { () throws(Diagnostic) in _ = try part.xml() }
    #expect(
      problem?.summary == "the XML declaration says '\(encoding.uppercased())', but the file is not"
    )
    #expect(problem?.position.line == 1)
  }

  @Test func quotesOfWindows1252InISO88591AreReadAndTold() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>".utf8)
    let bytes = head + [0xE9, 0x93, 0x78, 0x94] + Array("</a>".utf8)
    let reading = Reading(
      of: Source(parts: [SourcePart(name: "x.xml", bytes: bytes)]), with: RootReader())

    #expect(reading.notes.map { $0.text.entries.map(\.text) } == [["é“x”"]])
    #expect(
      reading.diagnostics.map { "\($0.position) \($0.severity) \($0.id)" } == [
        "x.xml:2:5 warning encoding"
      ])
  }

  @Test func textOfISO88591IsReadAsItIs() {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    let reading = Reading(
      of: Source(parts: [SourcePart(name: "x.xml", bytes: bytes)]), with: RootReader())
    #expect(reading.diagnostics == [])
  }

  @Test(arguments: [
    ("<a/>", "a"), ("<?xml version=\"1.0\"?>\n<!-- <x> -->\n<r:RDF x=\"y\">", "RDF"), ("<a>", "a"),
    ("<http://x.example/a> <b> <c> .", nil), ("<urn:x:y> a <z> .", nil), ("{\"a\": \"<b>\"}", nil),
    ("<!DOCTYPE html><html>", "html"), ("", nil), ("<", nil), ("<?xml", nil),
  ])
  func theRootOfXMLShowsInItsOpening(text: String, root: String?) {
    #expect(SourcePart(name: "x", text: text).opening.rootElement == root)
  }

  @Test func aJSONDocumentMayBeLargerThanADescriptor() throws {
    let items = (0..<60_000).map {
      "{\"id\": \"\($0)\", \"text\": \"\(String(repeating: "x", count: 60))\"}"
    }
    let part = SourcePart(name: "x.json", text: "[\(items.joined(separator: ","))]")
    #expect(try part.json().children.count == 60_000)
    var small = part
    small.limits.jsonBytes = 1_000
    let problem = problem { () throws(Diagnostic) in _ = try small.json() }
    #expect(problem?.id == "file-too-large")
    #expect(problem?.hint == "ask its publisher for it in parts")
  }

  private func problem(inYAML text: String) -> Diagnostic? {
    problem { () throws(Diagnostic) in _ = try SourcePart(name: "x.yaml", text: text).yaml() }
  }

  private func problem(of step: () throws(Diagnostic) -> Void) -> Diagnostic? {
    do throws(Diagnostic) {
      try step()
      return nil
    } catch {
      return error
    }
  }
}

/// States the text of the root as a note.
private struct RootReader: Adapter {
  static let manifest = AdapterManifest(
    id: "Root", version: "1.0.0", summary: "roots", licence: "Apache-2.0", author: "x",
    dialects: [AdapterManifest.Dialect(name: "root", filePatterns: ["*.xml"])])

  func identify(_ source: Source) -> Int { 1 }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let root = try source.main.xml()
    let note = Note(
      about: Identifier(FrameworkName(series: "x")), text: .english(root.text), source: "s")
    try graph.add(.note(note), at: root.position)
  }
}
