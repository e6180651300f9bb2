import PasserelleKit
import Testing

struct SourceNodeLeavesTests {
  private func xml(_ text: String) throws -> SourceNode {
    try SourcePart(name: "x.xml", text: text).xml()
  }

  @Test func whatIsEmptyIsAsIfItWereNotThere() throws {
    let node = try xml("<a><b/><c>  </c><d x=''/><e><f/></e><g>text</g><h x='1'/></a>")
    #expect(node.text(at: "b") == nil)
    #expect(node.text(at: "c") == nil)
    #expect(node.node(at: "b") == nil)
    #expect(node.text(at: "missing") == nil)
    #expect(node.text(at: "g") == "text")
    #expect(node.text(at: "h", "x") == "1")
    #expect(node.node(at: "e") != nil)
  }

  @Test func anEmptyValueOfJSONIsTheWordNull() throws {
    let node = try SourcePart(name: "x.json", text: #"{"a": null, "b": "null", "c": ""}"#).json()
    #expect(node.text(at: "a") == nil)
    #expect(node.text(at: "b") == "null")
    #expect(node.text(at: "c") == nil)
    #expect(node.children.map(\.isEmpty) == [true, false, true])
  }

  @Test func saysAllThatStandsInANodeWithTheWayThere() throws {
    let node = try xml("<a><b n='1'>x<c>y</c></b><b>z</b></a>")
    #expect(node.leaves.map { "\($0.path)=\($0.text)" } == ["b=x", "b/n=1", "b/c=y", "b=z"])
    #expect(node.children.map(\.summary) == ["b: x; b/n: 1; b/c: y", "b: z"])

    let twins = try xml(
      "<a><b n='1'>x<c>y</c></b><d n='1'>\n x\n <c> y</c>\n</d><b n='1'>x<c>z</c></b></a>")
    let prints = twins.children.map(\.fingerprint)
    #expect(prints[0] == prints[1] && prints[0] != prints[2])

    let list = try SourcePart(name: "x.json", text: #"{"k": [1, {"m": 2}]}"#).json()
    #expect(list.children.map(\.summary) == ["k: 1; k/m: 2"])
  }
}
