/// A text with markers at the places where something must be found.
///
/// A marker is a digit in a box, `1️⃣` to `9️⃣`, and stands right before the place. It is no part of the
/// text, and takes no column of its own.
///
/// ```swift
/// let marked = MarkedText("level,title\n1,1️⃣Certificate\n")
/// marked.text           // "level,title\n1,Certificate\n"
/// marked.places["1️⃣"]   // line 2, column 3
/// ```
public struct MarkedText: Sendable {
  /// A line and a column, from 1, in code points.
  public struct Place: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
  }

  /// The text without the markers.
  public private(set) var text = ""
  /// Where each marker stood.
  public private(set) var places: [Character: Place] = [:]

  /// Takes the markers out of a text.
  public init(_ marked: String) {
    var (line, column) = (1, 1)
    for character in marked {
      if Self.markers.contains(character) {
        places[character] = Place(line: line, column: column)
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
