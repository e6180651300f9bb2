public import PasserelleModel

extension Code {
  /// Returns a code for what has none but a name: as much of the name as a code may have.
  public static func named(_ name: String) -> Code? {
    var text = name.words.joined(separator: " ")
    while text.utf8.count > 128 { text.removeLast() }
    return Code(text.trimmed)
  }
}
