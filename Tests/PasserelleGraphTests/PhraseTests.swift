import PasserelleGraph
import Testing

struct PhraseTests {
  @Test func namesInBracesGiveWayToValues() {
    #expect(Phrase("{a} and {b}", ["a": "1", "b": "2"]).description == "1 and 2")
  }

  @Test(arguments: ["{}", "{ a }", "a { b", "} {", "{c} {a", "{{d}}"])
  func bracesAroundAnythingElseStay(text: String) {
    #expect(Phrase(text, ["a": "1", "b": "2"]).description == text)
  }

  @Test func aValueIsNotLookedInto() {
    #expect(Phrase("{a}{b}", ["a": "{b}", "b": "2"]).description == "{b}2")
  }
}
