/// A text with markers at the places where something must be found.
///
/// A marker is a digit in a box: `1️⃣` to `9️⃣`. It is no part of the text.
struct MarkedText {
  /// The text without the markers.
  private(set) var text = ""
  /// Where each marker stood: line and column, from 1, in code points.
  private(set) var places: [Character: (line: Int, column: Int)] = [:]

  init(_ marked: String) {
    var (line, column) = (1, 1)
    for character in marked {
      if Self.markers.contains(character) {
        places[character] = (line, column)
        continue
      }
      text.append(character)
      if character.isNewline {
        (line, column) = (line + 1, 1)
      } else {
        column += character.unicodeScalars.count
      }
    }
  }

  private static let markers: Set<Character> = [
    "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣",
  ]
}
