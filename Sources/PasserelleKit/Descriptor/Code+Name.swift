public import PasserelleModel

extension Code {
  /// Returns a code for what has none but a name: as much of the name as a code may have.
  ///
  /// Two long names never make one code: what is cut ends in a digest of the whole.
  public static func named(_ name: String) -> Code? {
    let whole = name.words.joined(separator: " ")
    guard whole.utf8.count > 128 else { return Code(whole.trimmed) }
    var text = whole
    while text.utf8.count > 114 { text.removeLast() }
    return Code("\(text.trimmed) \(whole.digest)")
  }
}
