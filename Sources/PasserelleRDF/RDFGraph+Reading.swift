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
  package convenience init(
    reading part: SourcePart, as form: RDFSyntax.Form, naming: @escaping (String) -> String,
    reportingTo writer: GraphWriter
  ) throws(Diagnostic) {
    self.init()
    if form == .rdfXML {
      try readXML(part, naming: naming, to: writer)
      return
    }
    var budget = RDFBudget()
    var blocks = try StatementBlocks(part)
    while let block = try blocks.next() {
      var parser = try RDFParser(
        form, of: part, behind: block, budget, naming: naming, to: writer)
      try parser.feed(block.prefixes[...], isEnd: false, into: self)
      try parser.feed(block.text, isEnd: false, into: self)
      try parser.feed([], isEnd: true, into: self)
      budget = parser.budget
    }
  }

  private func readXML(
    _ part: SourcePart, naming: @escaping (String) -> String, to writer: GraphWriter
  ) throws(Diagnostic) {
    let limit = UInt64(min(RDFLimits.fileBytes, part.limits.streamBytes))
    // The Kit's own reader refuses what must not come to another parser: document types, and what is
    // too deep or too long; and it knows the line of what is not well-formed.
    try part.records(named: "") { _ throws(Diagnostic) in }
    var parser = try RDFParser(.rdfXML, of: part, RDFBudget(), naming: naming, to: writer)
    var offset: UInt64 = try part.head(3) == [0xEF, 0xBB, 0xBF] ? 3 : 0
    var chunk = [UInt8](repeating: 0, count: RDFLimits.chunk)
    while true {
      let count = chunk.withUnsafeMutableBytes { part.read(at: offset, into: $0) }
      guard count > 0 else { break }
      offset += UInt64(count)
      guard offset <= limit else { throw .tooLargeForRDF(part, limit) }
      try parser.feed(chunk[..<count], isEnd: false, into: self)
    }
    try parser.feed([], isEnd: true, into: self)
  }
}
