import PasserelleKit

extension RDFGraph {
  /// Reads a file; what is wrong in one line of N-Triples is reported, and the rest is read.
  ///
  /// - Throws: What the file cannot be read past.
  static func reading(
    _ part: SourcePart, as syntax: RDFSyntax, to writer: GraphWriter
  ) throws(Diagnostic) -> RDFGraph {
    if syntax.form == .jsonLD { return try JSONLDReader.graph(of: part, to: writer) }
    let graph = RDFGraph()
    var budget = RDFBudget()
    if syntax.form == .rdfXML {
      try graph.readXML(part, &budget, to: writer)
      return graph
    }
    var blocks = try StatementBlocks(part)
    while let block = try blocks.next() {
      var parser = try RDFParser(
        syntax.form, of: part, behind: block, budget, to: writer)
      try parser.feed(block.prefixes[...], isEnd: false, into: graph)
      try parser.feed(block.text, isEnd: false, into: graph)
      try parser.feed([], isEnd: true, into: graph)
      budget = parser.budget
    }
    return graph
  }

  private func readXML(
    _ part: SourcePart, _ budget: inout RDFBudget, to writer: GraphWriter
  ) throws(Diagnostic) {
    let limit = UInt64(min(RDFLimits.fileBytes, part.limits.streamBytes))
    // The Kit's own reader refuses what must not come to another parser: document types, and what is
    // too deep or too long; and it knows the line of what is not well-formed.
    try part.records(named: "") { _ throws(Diagnostic) in }
    var parser = try RDFParser(.rdfXML, of: part, budget, to: writer)
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
    budget = parser.budget
  }
}
