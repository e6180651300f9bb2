/// Looks in text that is declared as ISO-8859-1 for bytes that only Windows-1252 has a character for.
///
/// In ISO-8859-1 they are control characters, which no text has; what writes them is a program that
/// calls the one encoding by the name of the other.
struct Latin1Check {
  private var line = 1
  private var column = 1
  private var isAfterReturn = false

  /// The place of the first such byte in the bytes that come next; nothing where they have none.
  mutating func foreigner(in bytes: [UInt8]) -> (line: Int, column: Int)? {
    for byte in bytes {
      switch byte {
      case 0x80...0x9F: return (line, column)
      case 0x0D: (line, column, isAfterReturn) = (line + 1, 1, true)
      case 0x0A:
        if !isAfterReturn { line += 1 }
        (column, isAfterReturn) = (1, false)
      default: (column, isAfterReturn) = (column + 1, false)
      }
    }
    return nil
  }
}
