import Foundation
import Testing

@testable import PasserelleAnswers

struct MessageFileTests {
  @Test func readsEveryLanguageAsAnyReaderOfJSONDoes() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Languages").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }
    #expect(!files.isEmpty)
    for file in files {
      let data = try Data(contentsOf: file)
      let expected = try JSONDecoder().decode([String: String].self, from: data)
      #expect(MessageFile.messages(in: Array(data)) == expected, "\(file.lastPathComponent)")
    }
  }

  @Test(arguments: [
    (#"{}"#, [:]), (#" { "a" : "b" , "c" : "" } "#, ["a": "b", "c": ""]),
    (#"{"a": "\"b\" \\ \/ \n\t\r"}"#, ["a": "\"b\" \\ / \n\t\r"]),
    (#"{"a": "\u00e9\u0041é"}"#, ["a": "éAé"]),
  ])
  func readsTexts(text: String, messages: [String: String]) {
    #expect(MessageFile.messages(in: Array(text.utf8)) == messages)
  }

  @Test(arguments: [
    "", "{", "[]", #"{"a"}"#, #"{"a": 1}"#, #"{"a": "b",}"#, #"{"a": "b"} x"#, #"{"a": "b"#,
    #"{"a": "\x"}"#, #"{"a": "\u12"}"#, #"{"a": "\ud800"}"#, "{\"a\": \"\n\"}", #"{"a": "\"#,
    #"{"a": {"b": "c"}}"#,
  ])
  func anythingElseIsRefused(text: String) {
    #expect(MessageFile.messages(in: Array(text.utf8)) == nil)
  }

  @Test func textThatIsNotUnicodeIsRefused() {
    #expect(MessageFile.messages(in: Array(#"{"a": ""#.utf8) + [0xFF] + Array(#""}"#.utf8)) == nil)
  }
}
