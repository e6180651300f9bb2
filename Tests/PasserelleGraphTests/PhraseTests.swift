import PasserelleGraph
import Testing

struct PhraseTests {
  private static func filled(_ template: String, _ values: [String: String]) -> String {
    Phrase.fill(template, with: values)
  }

  @Test func namesInBracesGiveWayToValues() {
    #expect(Self.filled("{a} and {b}", ["a": "1", "b": "2"]) == "1 and 2")
  }

  @Test(arguments: ["{}", "{ a }", "a { b", "} {", "{c} {a", "{{d}}"])
  func bracesAroundAnythingElseStay(text: String) {
    #expect(Self.filled(text, ["a": "1", "b": "2"]) == text)
  }

  @Test func aValueIsNotLookedInto() {
    #expect(Self.filled("{a}{b}", ["a": "{b}", "b": "2"]) == "{b}2")
  }

  @Test func aPartIsSaidBeforeItIsNamed() {
    let phrase = Phrase("key", ["a": "1"], parts: ["b": [Phrase("x"), Phrase("y")]])
    let said = phrase.values(list: { $0.joined(separator: ", ") }) { $0.key.uppercased() }
    #expect(Phrase.fill("{a}: {b}", with: said) == "1: X, Y")
  }
}
