import PasserelleKit
import Testing

struct XMLReaderTests {
  @Test func knowsWhereElementsAndAttributesStart() throws {
    let root = try xml("<a>\n  <b x='1'\n     y='2'/>\n</a>")

    let b = try #require(root.child("b"))
    #expect(b.position.lineAndColumn == [2, 3])
    #expect(b.attribute("x")?.position.lineAndColumn == [2, 6])
    #expect(b.attribute("y")?.position.lineAndColumn == [3, 6])
  }

  @Test func countsColumnsInCodePointsNotInBytes() throws {
    let root = try xml("<a>Åéß漢字😀<b t='Ünï' u='x'/></a>")

    let b = try #require(root.child("b"))
    #expect(b.position.lineAndColumn == [1, 10])
    #expect(b.attribute("u")?.position.lineAndColumn == [1, 21])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsEveryKindOfLineEnd(lineEnd: String) throws {
    let root = try xml("<a>\(lineEnd)\(lineEnd) <b/></a>")

    #expect(root.child("b")?.position.lineAndColumn == [3, 2])
  }

  @Test func keepsItsPlaceAfterCommentsAndInstructions() throws {
    let root = try xml("<?xml version='1.0'?>\n<!-- <x> é\n -->\n<?pi <y> ?><a><!-- z --><b/></a>")

    #expect(root.position.lineAndColumn == [4, 12])
    #expect(root.child("b")?.position.lineAndColumn == [4, 25])
  }

  @Test func namespaceDeclarationsAreNoAttributes() throws {
    let root = try xml("<p:a xmlns:p='urn:p' xmlns='urn:d' lang='en' p:lang='fr'/>")

    #expect(root.name == "a")
    #expect(root.attributes.map(\.name) == ["lang", "p:lang"])
    #expect(root.attribute("p:lang")?.position.lineAndColumn == [1, 46])
  }

  @Test func keepsManyPrefixedNamesApart() throws {
    let attributes = (0..<40).map { "p:name\($0)='\($0)'" }.joined(separator: " ")
    let root = try xml("<a xmlns:p='u' \(attributes)><b/><c b='x'/><b/></a>")

    #expect(root.attributes.map(\.name) == (0..<40).map { "p:name\($0)" })
    #expect(root.children.map(\.name) == ["b", "c", "b"])
    #expect(root.child("c")?.attribute("b")?.text == "x")
  }

  @Test func readsTextWithReferencesAndMixedContent() throws {
    let root = try xml("<a>1 &lt; 2 &#233;<b>bold</b> and <![CDATA[<raw>]]></a>")

    #expect(root.text == "1 < 2 é and <raw>")
    #expect(root.child("b")?.text == "bold")
  }

  @Test(arguments: ["&amp;", "&#38;", "&#x26;"])
  func readsAnAmpersandInTextAndInAttributes(reference: String) throws {
    #expect(try xml("<a>x\(reference)y</a>").text == "x&y")
    #expect(try xml("<a b='?x=1\(reference)y=2'/>").attribute("b")?.text == "?x=1&y=2")
  }

  @Test func keepsTextAsTheSourceGivesIt() throws {
    let decomposed = "e\u{301}"
    let root = try xml("<a>\(decomposed)</a>")

    #expect(Array(root.text.unicodeScalars) == Array(decomposed.unicodeScalars))
  }

  @Test func keepsTheOrderOfMixedContent() throws {
    let nested = try xml("<a><b>x<c/>y</b>z</a>")
    #expect(nested.text == "z")
    #expect(nested.child("b")?.text == "xy")
    #expect(try xml("<a><d/>z<b c=''/>y</a>").text == "zy")
  }

  @Test func refusesADoctypeByNameAndPlace() {
    #expect(failure("\n<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>") == "2:1 doctype")
    #expect(failure(" <!DOCTYPE r SYSTEM '<!x'><r/>") == "1:2 doctype")
  }

  @Test func reportsBrokenXMLWithItsPlace() {
    #expect(failure("<a>\n  <b></c>\n</a>")?.hasSuffix(" xml") == true)
    #expect(failure("<a>\n  <b></c>\n</a>")?.hasPrefix("2:") == true)
  }

  @Test(arguments: [
    ("<a>\n <b>\n</b>\n", "a", 1), ("<a>\n <b>\n", "b", 2), ("<a>\n <b>text", "b", 2),
  ])
  func namesTheElementThatIsNotClosedWhereItStarts(text: String, name: String, line: Int) throws {
    let problem = try #require(throws: Diagnostic.self) { try xml(text) }
    #expect(problem.summary == "not well-formed XML: the element '\(name)' is not closed")
    #expect(problem.position.line == line)
  }

  @Test func aSecondRootIsNotAnElementThatIsNotClosed() throws {
    let problem = try #require(throws: Diagnostic.self) { try xml("<a></a>\n<b></b>") }
    #expect(!problem.summary.contains("not closed"))
  }

  @Test(arguments: [
    (64, nil as String?), (65, "too-deep"), (100_000, "too-deep"),
  ])
  func limitsDepth(depth: Int, expected: String?) {
    let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    #expect(failureID(text) == expected)
  }

  @Test(arguments: [
    (64, nil as String?), (65, "too-many-attributes"), (200_000, "tag-too-long"),
  ])
  func limitsAttributes(count: Int, expected: String?) {
    let attributes = (0..<count).map { "a\($0)=''" }.joined(separator: " ")
    #expect(failureID("<a \(attributes)/>") == expected)
  }

  @Test func namespaceDeclarationsCountAsAttributes() {
    let declarations = (0..<65).map { "xmlns:a\($0)='u'" }.joined(separator: " ")
    #expect(failureID("<a \(declarations)/>") == "too-many-attributes")
  }

  @Test func limitsPrefixes() {
    let prefix = String(repeating: "p", count: 257)
    #expect(failureID("<a xmlns:\(prefix)='u' \(prefix):b='c'/>") == "name-too-long")
    #expect(failureID("<\(prefix):a xmlns:\(prefix)='u'/>") == "name-too-long")
  }

  @Test(arguments: [
    (256, nil as String?), (257, "name-too-long"), (60_000, "name-too-long"),
  ])
  func limitsNames(count: Int, expected: String?) {
    let name = String(repeating: "n", count: count)
    #expect(failureID("<\(name)/>") == expected)
  }

  @Test(arguments: [
    (1 << 20, nil as String?), ((1 << 20) + 1, "text-too-long"), (3 << 20, "text-too-long"),
  ])
  func limitsText(count: Int, expected: String?) {
    #expect(failureID("<a>\(String(repeating: "t", count: count))</a>") == expected)
  }

  @Test(arguments: [
    (4 << 20, nil as String?), ((4 << 20) + 1, "file-too-large"), (9 << 20, "file-too-large"),
  ])
  func limitsDocuments(size: Int, expected: String?) {
    let head = "<a>", tail = "</a>"
    let runs = String(repeating: "<b/>", count: (size - 7) / 4)
    let text = head + runs + String(repeating: " ", count: size - 7 - runs.utf8.count) + tail
    #expect(failureID(text) == expected)
  }

  @Test(arguments: [
    ("utf-16le", [0xFF, 0xFE] as [UInt8], false), ("utf-16be", [0xFE, 0xFF], true),
  ])
  func readsUTF16WithAByteOrderMark(name: String, mark: [UInt8], isBig: Bool) throws {
    let units = Array("<a t='é'>😀</a>".utf16)
    let bytes =
      mark
      + units.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBig ? [high, low] : [low, high]
      }
    let root = try SourcePart(name: name, bytes: bytes).xml()

    #expect(root.text == "😀")
    #expect(root.attribute("t")?.text == "é")
  }

  @Test func readsTheEncodingThatTheDeclarationNames() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='windows-1252'?><a>".utf8) + [0x80, 0xE9]
      + Array("</a>".utf8)

    #expect(try SourcePart(name: "x.xml", bytes: bytes).xml().text == "€é")
  }

  @Test(arguments: ["utf-7", "utf-32", "ebcdic-cp-us", "no-such"])
  func refusesOtherEncodingsByName(encoding: String) {
    #expect(failureID("<?xml version='1.0' encoding='\(encoding)'?><a/>") == "encoding")
  }

  @Test func doesNotLetTheParserGuessAnEncoding() {
    let ebcdic: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x6E]
    let twoMarks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0]
    for bytes in [ebcdic, twoMarks] {
      let found = id { () throws(Diagnostic) in
        _ = try SourcePart(name: "x.xml", bytes: bytes).xml()
      }
      #expect(found == "xml")
    }
    let long = "<?xml version='1.0'\(String(repeating: " ", count: 2_000))encoding='UTF-7'?><a/>"
    #expect(failureID(long) == "encoding")
    #expect(failureID("<?xml-stylesheet encoding='utf-7'?><a/>") == nil)
  }

  @Test func refusesCompressedFilesByName() {
    let part = SourcePart(name: "x.xml", bytes: [0x1F, 0x8B, 0x08, 0])
    #expect(throws: Diagnostic.self) { try part.xml() }
    #expect((try? part.xml()) == nil)
  }

  @Test func streamsRecordsWithTheirPlaces() throws {
    let text = "<r>\n" + (1...3).map { "<q id='\($0)'><t>T\($0)</t></q>\n" }.joined() + "<x/></r>"
    var seen: [String] = []
    try SourcePart(name: "r.xml", text: text).records(named: "q") { record in
      seen.append(
        "\(record.position.line) \(record.attribute("id")?.text ?? "")"
          + " \(record.child("t")?.text ?? "")")
    }

    #expect(seen == ["2 1 T1", "3 2 T2", "4 3 T3"])
  }

  @Test func streamsRecordsAcrossChunksOfTheFile() throws {
    let filler = String(repeating: "ö", count: 700)
    let text = "<r>" + (0..<500).map { "\n<q id='\($0)' f='\(filler)'/>" }.joined() + "</r>"
    var (places, count) = ([Int](), 0)
    try SourcePart(name: "r.xml", text: text).records(named: "q") { record in
      count += record.attribute("f")?.text == filler ? 1 : 0
      places.append(record.position.line)
      #expect(record.attribute("f")?.position.column == 10 + String(places.count - 1).count)
    }

    #expect(count == 500)
    #expect(places == Array(2...501))
  }

  @Test func limitsTheSizeOfARecord() {
    var limits = SourceLimits()
    limits.recordBytes = 1_000
    let part = SourcePart(
      name: "r.xml", bytes: Array("<r><q>\(String(repeating: "x", count: 2_000))</q></r>".utf8),
      limits: limits)
    let found = id { () throws(Diagnostic) in try part.records(named: "q") { _ in } }
    #expect(found == "record-too-large")
  }
}

/// Reads a text as XML.
private func xml(_ text: String) throws(Diagnostic) -> SourceNode {
  try SourcePart(name: "test.xml", text: text).xml()
}

private func failure(_ text: String) -> String? {
  do throws(Diagnostic) {
    _ = try xml(text)
    return nil
  } catch {
    return "\(error.position.line):\(error.position.column) \(error.id)"
  }
}

private func failureID(_ text: String) -> String? {
  id { () throws(Diagnostic) in _ = try xml(text) }
}
