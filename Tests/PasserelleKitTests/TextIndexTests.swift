import PasserelleKit
import Testing

@testable import PasserelleModel

struct TextIndexTests {
  @Test func numbersTextsInTheOrderInWhichTheyAreMet() {
    var index = TextIndex()
    let texts = (0..<5_000).map { "http://example.org/skill/\($0)" } + ["", "a", "é", "12345678"]
    #expect(texts.map { index.insert($0) } == Array(0..<texts.count))
    #expect(texts.map { index.insert($0) }.allSatisfy { $0 == nil })
    #expect(texts.map { look($0, in: index) } == Array(0..<texts.count))
    #expect(look("http://example.org/skill/5000", in: index) == nil)
    #expect(index.count == texts.count)
  }

  @Test func tellsTextsApartThatDifferInOneByteAnywhere() {
    var index = TextIndex()
    let text = Array("0123456789abcdefghi".utf8)
    _ = text.withUnsafeBufferPointer { index.insert($0) }
    for place in text.indices {
      var other = text
      other[place] ^= 1
      #expect(other.withUnsafeBufferPointer { index.index(of: $0) } == nil)
    }
  }

  /// Eight bytes are looked at in one go; each byte at each place must count.
  @Test func knowsVisibleASCIIAtEveryPlace() {
    for length in 1...17 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
          text[place] = byte
          let isVisible = text.withUnsafeBufferPointer(\.isVisibleASCII)
          let isASCII = text.withUnsafeBufferPointer(\.isASCII)
          if isVisible != (0x21..<0x7F).contains(byte) || isASCII != (byte < 0x80) {
            Issue.record("byte \(byte) at \(place) of \(length)")
          }
        }
      }
    }
  }

  private func look(_ text: String, in index: TextIndex) -> Int? {
    var text = text
    return text.withUTF8 { index.index(of: $0) }
  }
}
