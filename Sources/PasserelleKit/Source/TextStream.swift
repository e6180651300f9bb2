internal import PasserelleModel

/// The text of a part as UTF-8, chunk by chunk, whatever encoding the file is in.
///
/// UTF-8, UTF-16 with a byte order mark, ISO-8859-1 and Windows-1252 are taken; the rest is refused
/// by name, as are compressed files. The byte order mark is no part of the text.
struct TextStream {
  private enum Encoding { case utf8, utf16LittleEndian, utf16BigEndian, latin1, windows1252 }

  static let chunk = 64 << 10

  private let part: SourcePart
  private let limit: Int
  private var offset: UInt64 = 0
  private var encoding: Encoding?
  private var raw: [UInt8] = []
  /// Bytes of UTF-16 that wait for their other half.
  private var pending: [UInt8] = []

  init(_ part: SourcePart, limit: Int) {
    self.part = part
    self.limit = limit
  }

  /// Replaces the buffer by the next chunk of UTF-8.
  ///
  /// - Returns: Whether there was anything more.
  mutating func next(_ buffer: inout [UInt8]) throws(Diagnostic) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    if encoding == nil { encoding = try detect() }
    switch encoding {
    case .utf8, nil:
      buffer = try fill()
      return !buffer.isEmpty
    case .latin1, .windows1252:
      raw = try fill()
      guard !raw.isEmpty else { return false }
      for byte in raw { Self.append(scalar(for: byte), to: &buffer) }
    case .utf16LittleEndian, .utf16BigEndian:
      raw = try fill()
      guard !raw.isEmpty else {
        if !pending.isEmpty { throw malformedUTF16 }
        return false
      }
      try decodeUTF16(into: &buffer)
    }
    return true
  }

  /// Returns the whole text.
  static func whole(_ part: SourcePart, limit: Int) throws(Diagnostic) -> [UInt8] {
    var stream = TextStream(part, limit: limit)
    var text: [UInt8] = []
    var chunk: [UInt8] = []
    while try stream.next(&chunk) {
      if text.isEmpty { swap(&text, &chunk) } else { text += chunk }
    }
    return text
  }

  /// Reads the next bytes of the file, none at its end.
  private mutating func fill() throws(Diagnostic) -> [UInt8] {
    var count = 0
    let (part, offset) = (part, offset)
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { chunk, filled in
      count = part.read(at: offset, into: UnsafeMutableRawBufferPointer(chunk))
      filled = max(0, count)
    }
    if count < 0 { throw part.unreadable }
    self.offset += UInt64(count)
    if self.offset > UInt64(limit) {
      throw .error(
        .fileTooLarge, at: part.position,
        "the file is larger than \(limit) bytes, the limit for this kind of file",
        hint: part.limits.documentHint)
    }
    return bytes
  }

  // MARK: - Encodings

  private mutating func detect() throws(Diagnostic) -> Encoding {
    let head = try part.head(1024)
    if let kind = Self.compressed.first(where: { head.starts(with: $0.magic) })?.kind {
      throw .error(
        .compressed, at: part.position, "the file is compressed (\(kind))",
        hint: "unpack it first")
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      return .utf8
    }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw refused("UTF-32")
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      offset = 2
      return head[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
    }
    if head.prefix(4).contains(0) { throw refused("UTF-16 or UTF-32 without a byte order mark") }
    return try declared(in: head)
  }

  /// The encoding that an XML declaration names; UTF-8 where there is none.
  private func declared(in head: [UInt8]) throws(Diagnostic) -> Encoding {
    guard head.starts(with: Array("<?xml".utf8)), head.count > 5, head[5] <= 0x20 else {
      return .utf8
    }
    let inside = head.prefix { $0 != UInt8(ascii: ">") }
    guard inside.count < head.count else { throw refused("in an XML declaration this long") }
    let declaration = String(decoding: inside, as: UTF8.self)
    guard let name = Self.attribute("encoding", of: declaration)?.lowercased() else { return .utf8 }
    switch name {
    case "utf-8", "utf8", "us-ascii", "ascii": return .utf8
    case "iso-8859-1", "latin1", "latin-1", "iso_8859-1": return .latin1
    case "windows-1252", "cp1252": return .windows1252
    default: throw refused("'\(name.prefix(40))'")
    }
  }

  private static func attribute(_ name: String, of declaration: String) -> Substring? {
    var parts = declaration.split(whereSeparator: { $0 == "=" || $0.isWhitespace })[...]
    while let word = parts.popFirst() {
      guard word == name, let value = parts.first else { continue }
      return value.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" && $0 != "?" }
    }
    return nil
  }

  private static let compressed: [(magic: [UInt8], kind: String)] = [
    ([0x1F, 0x8B], "gzip"), ([0xFD, 0x37, 0x7A], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x42, 0x5A, 0x68], "bzip2"),
  ]

  private func refused(_ encoding: String) -> Diagnostic {
    .error(
      .encoding, at: part.position, "the encoding \(encoding) is not supported",
      hint: "save the file as UTF-8")
  }

  private var malformedUTF16: Diagnostic {
    .error(.encoding, at: part.position, "the file is not valid UTF-16")
  }

  private func scalar(for byte: UInt8) -> Unicode.Scalar {
    guard encoding == .windows1252, (0x80...0x9F).contains(byte) else {
      return Unicode.Scalar(byte)
    }
    return Self.windows1252[Int(byte) - 0x80]
  }

  /// The code points of the bytes 0x80 to 0x9F; the five that stand for nothing stay controls.
  private static let windows1252: [Unicode.Scalar] = Array(
    "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}"
      .unicodeScalars
      + "\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}"
      .unicodeScalars
      + "\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}".unicodeScalars)

  private mutating func decodeUTF16(into buffer: inout [UInt8]) throws(Diagnostic) {
    raw.insert(contentsOf: pending, at: 0)
    pending.removeAll(keepingCapacity: true)
    let isLittle = encoding == .utf16LittleEndian
    func unit(_ at: Int) -> UInt16 {
      isLittle
        ? UInt16(raw[at]) | UInt16(raw[at + 1]) << 8 : UInt16(raw[at]) << 8 | UInt16(raw[at + 1])
    }
    var at = 0
    while at + 1 < raw.count {
      let first = unit(at)
      guard let scalar = Unicode.Scalar(first) else {
        guard at + 3 < raw.count else { break }
        let second = unit(at + 2)
        guard UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second) else {
          throw malformedUTF16
        }
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        Self.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &buffer)
        at += 4
        continue
      }
      Self.append(scalar, to: &buffer)
      at += 2
    }
    pending = Array(raw[at...])
  }

  private static func append(_ scalar: Unicode.Scalar, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
