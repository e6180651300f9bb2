public import PasserelleModel

extension Identifier {
  /// Makes the identifier that Passerelle's own export has made an address of.
  public init?(ownAddress address: String) {
    let start = "urn:passerelle:"
    guard address.hasPrefix(start) else { return nil }
    let parts = address.dropFirst(start.count).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let name = FrameworkName(first.percentDecoded) else {
      return nil
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      self.init(name)
      return
    }
    guard let code = Code(parts[1].percentDecoded) else { return nil }
    self.init(name, code)
  }
}

extension StringProtocol {
  /// The text without percent escapes; as it is, if they are not UTF-8.
  public var percentDecoded: String {
    guard contains("%") else { return String(self) }
    var (bytes, rest) = ([UInt8](), Array(utf8)[...])
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = Self.byte(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(self)
  }

  private static func byte(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.first != UInt8(ascii: "+") else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
