import Foundation
import PasserelleKit
import Testing

/// What a look at the first bytes of a file tells.
struct OpeningTests {
  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func asciiShowsInEveryEncodingThatIsCommon(encoding: String.Encoding) throws {
    let bytes = try #require("\u{FEFF} \n<a>é</a>\nkey: 1".data(using: encoding))
    let opening = SourcePart(name: "x", bytes: [UInt8](bytes)).opening

    #expect(opening.starts(with: "<a>"))
    #expect(opening.contains("</a>"))
    #expect(opening.hasLine(startingWith: "key:"))
  }

  @Test(arguments: ["key: 1", "a\nkey: 1", "a\r\nkey: 1", "a key:\nkey: 1"])
  func aLineStartsAfterAnyLineBreak(text: String) {
    #expect(SourcePart(name: "x", text: text).opening.hasLine(startingWith: "key:"))
  }

  @Test(arguments: ["a key: 1", "  a\n key: 1", "", "ke"])
  func whatStandsWithinALineStartsNone(text: String) {
    #expect(!SourcePart(name: "x", text: text).opening.hasLine(startingWith: "key:"))
  }

  @Test(arguments: ["", " \n", "\u{FEFF}\t"])
  func whiteSpaceIsNothing(text: String) {
    #expect(SourcePart(name: "x", text: text).opening.isEmpty)
  }

  @Test func whatStandsBehindTheFirst64KiBIsNotSeen() {
    let text = String(repeating: " ", count: 64 << 10) + "key: 1"
    #expect(!SourcePart(name: "x", text: text).opening.contains("key"))
  }
}
