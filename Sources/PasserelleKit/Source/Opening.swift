public import PasserelleModel

/// The first bytes of a part, for a look at what it is.
///
/// Every adapter looks at every file, so no text is made of them. Zeros are left out: that way the
/// ASCII of UTF-16 shows, too.
public struct Opening: Sendable {
  private let bytes: [UInt8]
  /// Where the white space, and a byte order mark, at the start ends.
  private let start: Int

  init(_ head: [UInt8]) {
    let bytes = head.contains(0) ? head.filter { $0 != 0 } : head
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
    let mark = marks.first { bytes.starts(with: $0) } ?? []
    start = bytes[mark.count...].firstIndex { !Self.isWhiteSpace($0) } ?? bytes.endIndex
    self.bytes = bytes
  }

  /// Whether there is nothing but white space.
  public var isEmpty: Bool { start == bytes.endIndex }

  /// What there is, after white space.
  package var text: ArraySlice<UInt8> { bytes[start...] }

  /// Whether a text stands in it.
  public func contains(_ text: String) -> Bool {
    index(of: Array(text.utf8), from: 0) != nil
  }

  /// Whether it starts with a text, after white space.
  public func starts(with text: String) -> Bool {
    bytes[start...].starts(with: text.utf8)
  }

  /// Whether one of its lines starts with a text.
  public func hasLine(startingWith text: String) -> Bool {
    let text = Array(text.utf8)
    var from = 0
    while let found = index(of: text, from: from) {
      if found <= start || bytes[found - 1] == 0x0A || bytes[found - 1] == 0x0D { return true }
      from = found + 1
    }
    return false
  }

  /// The bytes of the text in quotes behind the first key of this name in JSON, as far as they are here.
  public func value(of key: String) -> [UInt8]? {
    let key = Array("\"\(key)\"".utf8)
    guard let found = index(of: key, from: start) else { return nil }
    let rest = bytes[(found + key.count)...].drop {
      Self.isWhiteSpace($0) || $0 == UInt8(ascii: ":")
    }
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    return Array(rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") })
  }

  /// The local name of the first element, `RDF` of `<rdf:RDF …>`; nothing where the text is not XML.
  public var rootElement: String? {
    var rest = bytes[start...]
    while rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
      let end = rest.starts(with: "<!--".utf8) ? "-->" : rest.starts(with: "<?".utf8) ? "?>" : ">"
      guard let found = index(of: Array(end.utf8), from: rest.startIndex) else { return nil }
      rest = bytes[(found + end.utf8.count)...].drop(while: Self.isWhiteSpace)
    }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    let name = rest.dropFirst().prefix { byte in
      !Self.isWhiteSpace(byte) && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
    let parts = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    // An address of RDF stands in such brackets, too.
    let behind = bytes[name.endIndex...].prefix(2)
    guard parts.count <= 2, let local = parts.last, !local.isEmpty,
      behind.first != UInt8(ascii: "/") || behind.elementsEqual("/>".utf8)
    else { return nil }
    return String(decoding: local, as: UTF8.self)
  }

  private func index(of text: [UInt8], from: Int) -> Int? {
    guard let first = text.first else { return from }
    var rest = bytes[from...]
    while let found = rest.firstIndex(of: first) {
      rest = bytes[found...]
      if rest.starts(with: text) { return found }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

extension SourcePart {
  /// The first 64 KiB; nothing of a part that cannot be read.
  ///
  /// What tells a format may stand behind a picture or a long list of names.
  public var opening: Opening { Opening((try? head(64 << 10)) ?? []) }

  /// Whether the name ends with one of the endings, in any case: `.json`.
  public func isNamed(_ endings: String...) -> Bool {
    let name = name.lowercased()
    return endings.contains(where: name.hasSuffix)
  }
}
