import PasserelleKit

extension Identifier {
  /// Makes the identifier that Passerelle's own export has made an address of.
  init?(own iri: String) {
    let start = "urn:passerelle:"
    guard iri.hasPrefix(start), !iri.contains("#") else { return nil }
    let parts = iri.dropFirst(start.count).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let name = FrameworkName(first.unescaped) else { return nil }
    if parts.count == 1 {
      self.init(name)
    } else if let code = Code(parts[1].unescaped) {
      self.init(name, code)
    } else {
      return nil
    }
  }
}

extension String {
  /// What relative addresses are resolved against where the file names no base of its own.
  static let relativeBase = "urn:relative:"

  /// What stands behind the last stroke or hash of an address.
  var lastPart: String? {
    let isURN = hasPrefix("urn:")
    let part = split { $0 == "/" || $0 == "#" || (isURN && $0 == ":") }.last
    return part.map { $0.unescaped.trimmed }
  }

  /// What stands before it, without the protocol.
  var space: String {
    let last = split { $0 == "/" || $0 == "#" || $0 == ":" }.last?.count ?? 0
    let rest = dropLast(last + (last < count && "/#".contains(suffix(1)) ? 1 : 0))
    let address = ["https://", "http://"].first(where: rest.hasPrefix).map {
      rest.dropFirst($0.count)
    }
    return String(address ?? rest)
  }
}

extension StringProtocol {
  /// The text without percent escapes, as far as that is UTF-8.
  var unescaped: String {
    guard contains("%") else { return String(self) }
    var (bytes, rest) = ([UInt8](), Array(utf8)[...])
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(self)
  }
}

extension SourcePart {
  /// The name of the file without folders and endings.
  var stem: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return file.split(separator: ".").first.map(String.init) ?? file
  }
}
