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

extension String {
  /// A short text that another text has only by an accident of one in 2⁶⁴ (FNV-1a).
  var digest: String {
    let hash = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let text = String(hash, radix: 36)
    return String(repeating: "0", count: 13 - text.count) + text
  }
}
