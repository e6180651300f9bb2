import PasserelleKit

/// A file of Turtle or N-Triples in blocks of whole statements.
///
/// Raptor holds Turtle until its end and then reads it in one go; so it is given a block at a time, each
/// behind the prefixes that were declared before.
struct StatementBlocks {
  struct Block {
    /// Whole statements.
    let text: ArraySlice<UInt8>
    /// The declarations before it, each with a line end.
    let prefixes: [UInt8]
    /// The line of the file on which it starts.
    let line: Int
    let statements: StatementLines
  }

  private let part: SourcePart
  private let limit: UInt64
  private var scan: TurtleScan
  private var bytes: [UInt8] = []
  private var scanned = 0
  private var offset: UInt64 = 0
  private var isAtEnd = false
  private var line = 1
  private var prefixes: [UInt8] = []

  private static let size = RDFLimits.chunk
  /// How much waits for the end of a line after a statement; then the end of a statement will do.
  private static let patience = 4 << 20

  init(_ part: SourcePart) throws(Diagnostic) {
    self.part = part
    limit = UInt64(min(RDFLimits.fileBytes, part.limits.streamBytes))
    scan = TurtleScan(part: part)
    if try part.head(3) == [0xEF, 0xBB, 0xBF] { offset = 3 }
  }

  /// The next block; `nil` at the end.
  ///
  /// - Throws: Where a statement, an address or the file is too long, or the text is not UTF-8.
  mutating func next() throws(Diagnostic) -> Block? {
    while try !scanToEnd() {
      guard !isAtEnd else { return bytes.isEmpty ? nil : try take() }
      try fill()
    }
    return try take()
  }

  /// Scans what has been read, to where a block may end; returns whether that was found.
  private mutating func scanToEnd() throws(Diagnostic) -> Bool {
    let last = bytes.count - (isAtEnd ? 0 : TurtleScan.foresight)
    while scanned < last {
      scanned += try scan.step(bytes, scanned)
      if scanned >= Self.size, scan.isBetweenStatements,
        bytes[scanned - 1] == UInt8(ascii: "\n") || scanned > Self.patience
      {
        return true
      }
    }
    return false
  }

  /// Takes what has been scanned as a block.
  private mutating func take() throws(Diagnostic) -> Block {
    let text = bytes[..<scanned]
    try checkEncoding(of: text)
    let (lines, declared) = scan.take(scanned)
    let block = Block(text: text, prefixes: prefixes, line: line, statements: lines)
    (bytes, scanned, line) = (Array(bytes[scanned...]), 0, scan.line)
    prefixes += declared
    guard prefixes.count <= RDFLimits.prefixBytes else {
      throw .error(
        .statementTooLong, at: position(line),
        "the prefixes of the file are longer than \(RDFLimits.prefixBytes) bytes",
        hint: "declare each prefix once")
    }
    return block
  }

  private mutating func fill() throws(Diagnostic) {
    var count = 0
    let (part, offset) = (part, offset)
    let more = [UInt8](unsafeUninitializedCapacity: RDFLimits.chunk) { buffer, filled in
      count = part.read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      filled = max(0, count)
    }
    guard count >= 0 else {
      throw .error(.unreadable, at: part.position, "the file cannot be read")
    }
    self.offset += UInt64(count)
    guard self.offset <= limit else { throw .tooLargeForRDF(part, limit) }
    bytes += more
    isAtEnd = count == 0
  }

  private func checkEncoding(of block: ArraySlice<UInt8>) throws(Diagnostic) {
    var line = line
    for text in block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isASCII = text.allSatisfy { $0 < 0x80 && $0 != 0 }
      guard isASCII || (!text.contains(0) && String(validating: text, as: UTF8.self) != nil) else {
        throw .error(
          .encoding, at: position(line), "the line is not UTF-8",
          hint: "save the file as UTF-8, uncompressed")
      }
      line += 1
    }
  }

  private func position(_ line: Int) -> SourcePosition {
    Place(line: line).position(in: part)
  }
}

extension Diagnostic {
  static func tooLargeForRDF(_ part: SourcePart, _ limit: UInt64) -> Diagnostic {
    .error(
      .fileTooLarge, at: part.position,
      "the file is larger than \(limit) bytes, the limit for RDF",
      hint: "split the file by scheme")
  }
}
