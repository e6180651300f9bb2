public import PasserelleModel

extension Code {
  /// Returns a code for what has none but an address; `nil` for what is not an address.
  ///
  /// It is the address itself, or, of one that is longer than a code may be, its beginning and a digest
  /// of the whole: two addresses never have one code.
  public static func ofAddress(_ address: String) -> Code? {
    guard let colon = address.firstIndex(of: ":"), colon > address.startIndex,
      address.first?.isLetter == true, !address.contains(where: \.isWhitespace)
    else { return nil }
    guard address.utf8.count > 128 else { return Code(address) }
    var text = address
    while text.utf8.count > 110 { text.removeLast() }
    return Code("\(text)~\(address.digest)")
  }
}
