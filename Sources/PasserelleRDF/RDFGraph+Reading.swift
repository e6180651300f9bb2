package import PasserelleKit

extension RDFGraph {
  /// Reads a file; what is wrong in one line of N-Triples is reported, and the rest is read.
  ///
  /// - Parameters:
  ///   - part: The file.
  ///   - form: Its syntax: any but JSON-LD, which Raptor does not read.
  ///   - naming: The name that an address has in its vocabulary, such as `skos:broader`.
  ///   - writer: Where problems are reported.
  /// - Throws: What the file cannot be read past.
  package init(
    reading part: SourcePart, as form: RDFSyntax.Form, naming: @escaping (String) -> String,
    reportingTo writer: GraphWriter
  ) throws(Diagnostic) {
    self.init()
    let limit = min(RDFLimits.fileBytes, part.limits.streamBytes)
    let bytes = try part.head(limit + 1)
    guard bytes.count <= limit else {
      throw .error(
        .fileTooLarge, at: part.position,
        "the file is larger than \(limit) bytes, the limit for RDF",
        hint: "split the file by scheme")
    }
    // The Kit's own reader refuses what must not come to another parser: document types, and what is
    // too deep or too long; and it knows the line of what is not well-formed.
    var lines = StatementLines()
    if form == .rdfXML {
      try part.records(named: "") { _ throws(Diagnostic) in }
    } else {
      try Self.checkEncoding(of: bytes, in: part)
      lines = try TurtleScan.statements(of: bytes, in: part)
    }
    var parser = try RDFParser(form, of: part, lines, naming: naming, to: writer)
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = min(start + RDFLimits.chunk, bytes.count)
      try parser.feed(bytes[start..<end], isEnd: false, into: &self)
      start = end
    }
    try parser.feed([], isEnd: true, into: &self)
  }

  private static func checkEncoding(of bytes: [UInt8], in part: SourcePart) throws(Diagnostic) {
    var line = 1
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isASCII = text.allSatisfy { $0 < 0x80 && $0 != 0 }
      guard isASCII || (!text.contains(0) && String(validating: text, as: UTF8.self) != nil) else {
        throw .error(
          .encoding, at: SourcePosition(file: part.name, part: part.index, line: line, column: 1),
          "the line is not UTF-8", hint: "save the file as UTF-8, uncompressed")
      }
      line += 1
    }
  }
}
