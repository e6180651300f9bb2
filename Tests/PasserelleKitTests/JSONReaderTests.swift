import PasserelleKit
import Testing

struct JSONReaderTests {
  @Test func givesTheSameTreeAsYAML() throws {
    let text = #"{"a": [1, {"b": "x"}], "c": null}"#
    let json = try SourcePart(name: "t.json", text: text).json()
    let yaml = try SourcePart(name: "t.yaml", text: text).yaml()

    #expect(outline(json) == outline(yaml))
    #expect(json.child("c")?.isNull == true)
  }

  @Test func knowsWhereKeysAndValuesStand() throws {
    let root = try json("{\n  \"é\": \"ü\",\n  \"k\": [1,\n 22]}")

    #expect(root.child("é")?.keyPosition.lineAndColumn == [2, 3])
    #expect(root.child("é")?.position.lineAndColumn == [2, 8])
    #expect(root.child("k")?.children.last?.position.lineAndColumn == [4, 2])
  }

  @Test func readsEveryEscape() throws {
    let root = try json(#"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"]"#)

    #expect(root.children.first?.text == "\"\\/\u{8}\u{C}\n\r\té😀")
  }

  @Test func keepsNumbersAsText() throws {
    let root = try json("[1.10, -0, 1E400, 12345678901234567890]")

    #expect(root.children.map(\.text) == ["1.10", "-0", "1E400", "12345678901234567890"])
  }

  @Test(arguments: [
    (#"{"a": 1, "a": 2}"#, "1:10 duplicate-key"), ("[1,]", "1:4 json"), ("[01]", "1:2 json"),
    ("[+1]", "1:2 json"), (#"["\x"]"#, "1:3 json"), (#"["\ud83d"]"#, "1:9 json"),
    ("[1] 2", "1:5 json"), ("[", "1:2 json"), ("", "1:1 json"), ("[nul]", "1:2 json"),
    ("{1: 2}", "1:2 json"), ("['a']", "1:2 json"), ("[1 2]", "1:4 json"), ("[.5]", "1:2 json"),
  ])
  func refusesByNameAndPlace(text: String, expected: String) {
    #expect(failure(text) == expected)
  }

  @Test(arguments: [(50, nil as String?), (51, "1:51 too-deep"), (200_000, "1:51 too-deep")])
  func limitsDepth(depth: Int, expected: String?) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(failure(text) == expected)
  }
}

private func json(_ text: String) throws(Diagnostic) -> SourceNode {
  try SourcePart(name: "test.json", text: text).json()
}

private func failure(_ text: String) -> String? {
  do throws(Diagnostic) {
    _ = try json(text)
    return nil
  } catch {
    return "\(error.position.line):\(error.position.column) \(error.id)"
  }
}
