extension String {
  /// Thirteen letters and digits that another text has only by an accident of one in 2⁶⁴ (FNV-1a).
  ///
  /// A name that is made of an address, or that is cut, ends in it: so two things never share a name.
  public var digest: String {
    let hash = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let text = String(hash, radix: 36)
    return String(repeating: "0", count: 13 - text.count) + text
  }
}
