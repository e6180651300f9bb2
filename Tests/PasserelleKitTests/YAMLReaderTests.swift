import PasserelleKit
import Testing

struct YAMLReaderTests {
  @Test func knowsWhereKeysAndValuesStand() throws {
    let root = try yaml("a: 1\nb:\n  - x: é\n    ü: 2\n")

    let item = try #require(root.child("b")?.children.first)
    #expect(root.child("a")?.position.lineAndColumn == [1, 4])
    #expect(item.child("x")?.keyPosition.lineAndColumn == [3, 5])
    #expect(item.child("ü")?.position.lineAndColumn == [4, 8])
  }

  @Test func countsColumnsInCodePointsNotInBytes() throws {
    let root = try yaml("{a: 漢字😀, b: x}")

    #expect(root.child("b")?.position.lineAndColumn == [1, 13])
  }

  @Test(arguments: [
    "NO", "yes", "0110", "4.10", "1e5", "12:30", "0x1F", "2024-02-30", "null", "~", "1_000", "+4",
  ])
  func keepsEveryPlainValueAsText(value: String) throws {
    #expect(try yaml("v: \(value)").child("v")?.text == value)
  }

  @Test func tellsAPlainNullFromAQuotedOne() throws {
    let root = try yaml("a: ~\nb: \"~\"\nc:\nd: ''\ne: NULL\n")

    #expect(root.children.map(\.isNull) == [true, false, true, false, false])
  }

  @Test func givesTheSameTreeForBlockAndFlow() throws {
    let block = try yaml("a:\n  - 1\n  - b: 2\n")
    let flow = try yaml("{a: [1, {b: 2}]}")

    #expect(outline(block) == outline(flow))
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "3:1 duplicate-key"),
    ("'a': 1\na: 3", "2:1 duplicate-key"),
    ("é: 1\ne\u{301}: 3", "2:1 duplicate-key"),
    ("<<: {a: 1}", "1:1 merge-key"),
    ("? [a]\n: 1", "1:3 complex-key"),
    ("a: 1\n---\nb: 2", "2:1 several-documents"),
    ("a: !!python/object:os.system x", "1:4 tag"),
    ("a: !!binary aGk=", "1:4 tag"),
    ("a: *b", "1:4 unknown-alias"),
    ("a: &b [*b]", "1:8 alias-cycle"),
    ("a: [1, 2", "1:9 yaml"),
    ("a:\n\t- b", "2:1 yaml"),
    ("a: \"b\u{2028}c\"", "1:6 line-separator"),
    ("&x a: 1", "1:1 anchor-on-key"),
    ("", "0:0 empty"),
    ("# nothing", "0:0 empty"),
  ])
  func refusesByNameAndPlace(text: String, expected: String) {
    #expect(failure(text) == expected)
  }

  @Test func aTagMakesTextOfANull() throws {
    #expect(try yaml("a: !!str null").child("a")?.isNull == false)
  }

  @Test func anAliasCannotNestDeeperThanTheLimit() {
    let steps = (1...49).map { "x\($0): &x\($0) [*x\($0 - 1)]\n" }.joined()
    #expect(failureID("x0: &x0 [1]\n" + steps) == "too-deep")
  }

  @Test func allowsTheTagsOfTheCoreSchema() throws {
    #expect(try yaml("a: !!str 012\nb: !!seq [!!int 1]").child("a")?.text == "012")
  }

  @Test func repeatsWhatAnAliasNames() throws {
    let root = try yaml("a: &x {k: [1, 2]}\nb: *x\nc: &y text\nd: *y\n")

    #expect(root.child("b")?.child("k")?.children.map(\.text) == ["1", "2"])
    #expect(root.child("b")?.position.lineAndColumn == [2, 4])
    #expect(root.child("d")?.text == "text")
  }

  @Test func anAnchorMayBeGivenAnew() throws {
    let root = try yaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")

    #expect(root.children.map(\.text) == ["1", "1", "2", "2"])
  }

  @Test(arguments: [(50, nil as String?), (51, "alias-bomb"), (5_000, "alias-bomb")])
  func limitsAliasesToCollections(count: Int, expected: String?) {
    let aliases = (0..<count).map { _ in "*x" }.joined(separator: ", ")
    #expect(failureID("a: &x [1]\nb: [\(aliases)]") == expected)
  }

  @Test func limitsWhatAliasesAddUp() {
    let bomb = zip("bcdefgh", "abcdefg").reduce(into: "a: &a [x,x,x,x,x,x,x,x,x]\n") { text, step in
      let nine = Array(repeating: "*\(step.1)", count: 9).joined(separator: ",")
      text += "\(step.0): &\(step.0) [\(nine)]\n"
    }
    #expect(failureID(bomb) == "alias-bomb")
  }

  @Test(arguments: [(50, nil as String?), (51, "too-deep"), (200_000, "too-deep")])
  func limitsDepth(depth: Int, expected: String?) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(failureID(text) == expected)
  }

  @Test(arguments: [
    (1 << 20, nil as String?), ((1 << 20) + 1, "text-too-long"), (3 << 20, "text-too-long"),
  ])
  func limitsText(count: Int, expected: String?) {
    #expect(failureID("a: \(String(repeating: "t", count: count))") == expected)
  }

  @Test(arguments: [(1_024, nil as String?), (1_025, "name-too-long"), (60_000, "name-too-long")])
  func limitsKeys(count: Int, expected: String?) {
    #expect(failureID("? \(String(repeating: "k", count: count))\n: 1") == expected)
  }

  @Test func limitsHowManyValuesADocumentHas() {
    var limits = SourceLimits()
    limits.events = 1_000
    let part = SourcePart(
      name: "x.yaml", bytes: Array("[\((0..<1_000).map(String.init).joined(separator: ","))]".utf8),
      limits: limits)
    let found = id { () throws(Diagnostic) in _ = try part.yaml() }
    #expect(found == "too-many-values")
  }

  @Test func reportsBrokenUTF8WhereItStands() {
    let part = SourcePart(name: "x.yaml", bytes: Array("a: é\nb: ".utf8) + [0xFF, 0x0A])
    do throws(Diagnostic) {
      _ = try part.yaml()
      Issue.record("it was read")
    } catch {
      #expect(error.position.lineAndColumn == [2, 4])
    }
  }
}

private func yaml(_ text: String) throws(Diagnostic) -> SourceNode {
  try SourcePart(name: "test.yaml", text: text).yaml()
}

private func failure(_ text: String) -> String? {
  do throws(Diagnostic) {
    _ = try yaml(text)
    return nil
  } catch {
    return "\(error.position.line):\(error.position.column) \(error.id)"
  }
}

private func failureID(_ text: String) -> String? {
  id { () throws(Diagnostic) in _ = try yaml(text) }
}

/// Names, kinds and texts of a tree, without places.
func outline(_ node: SourceNode) -> String {
  let below = node.children.map(outline).joined(separator: " ")
  return "(\(node.name) \(node.kind) \(node.text) \(below))"
}
