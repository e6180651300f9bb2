internal import CRaptor
import PasserelleKit

/// Reads the triples of a file through Raptor.
struct RDFParser: ~Copyable {
  private let parser: OpaquePointer
  private let part: SourcePart
  private let block: StatementBlocks.Block?
  /// How many lines of what is fed stand before the first one of the block.
  private let linesBefore: Int
  private var lines: StatementLines
  private let writer: GraphWriter
  private(set) var budget: RDFBudget
  /// The name that a predicate has in its vocabulary.
  private let naming: (String) -> String
  /// Predicates are few, and each is named once.
  private var names: [String: String] = [:]

  init(
    _ form: RDFSyntax.Form, of part: SourcePart, behind block: StatementBlocks.Block? = nil,
    _ budget: RDFBudget, naming: @escaping (String) -> String, to writer: GraphWriter
  ) throws(Diagnostic) {
    guard let syntax = form.raptor, let parser = craptor_create(syntax, String.relativeBase) else {
      throw .error(
        .noRaptor, at: part.position, "Raptor, which reads RDF, cannot be loaded",
        hint: "install it: on Debian and Ubuntu, the package libraptor2-0")
    }
    (self.parser, self.part, self.block, self.writer) = (parser, part, block, writer)
    self.budget = budget
    lines = block?.statements ?? StatementLines()
    linesBefore = block?.prefixes.count { $0 == UInt8(ascii: "\n") } ?? 0
    self.naming = naming
  }

  deinit {
    craptor_destroy(parser)
  }

  /// Feeds the parser, and takes what it has understood into the graph.
  mutating func feed(
    _ bytes: ArraySlice<UInt8>, isEnd: Bool, into graph: RDFGraph
  ) throws(Diagnostic) {
    let result = bytes.withUnsafeBytes { bytes in
      craptor_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
        isEnd ? 1 : 0)
    }
    var event = craptor_event()
    var failure: Diagnostic?
    while true {
      craptor_next(parser, &event)
      let position = position(line(of: event))
      switch event.kind {
      case CRAPTOR_TRIPLE: try take(event, into: graph)
      case CRAPTOR_WARNING:
        writer.report(.warning(.rdf, at: position, message(event)))
      case CRAPTOR_ERROR:
        if let failure { writer.report(failure) }
        failure = .error(.notRDF, at: position, message(event))
      case CRAPTOR_LONG_IRI: throw overflow(.iriTooLong, at: position)
      case CRAPTOR_TOO_MANY_TRIPLES: throw overflow(.tooManyTriples, at: position)
      case CRAPTOR_TOO_MANY_PROBLEMS: throw overflow(.tooManyProblems, at: position)
      default:
        guard result != 0 else {
          if let failure { writer.report(failure) }
          return
        }
        throw failure ?? .error(.notRDF, at: part.position, "the file is truncated, or is not RDF")
      }
    }
  }

  private func overflow(_ id: Diagnostic.ID, at position: SourcePosition) -> Diagnostic {
    .error(
      id, at: position, "the file exceeds a limit for RDF",
      hint: "the limits are in Documentation/Limits.md")
  }

  private mutating func take(
    _ event: craptor_event, into graph: RDFGraph
  ) throws(Diagnostic) {
    let predicate = text(event.predicate)
    let name = names[predicate] ?? naming(predicate)
    names[predicate] = name
    let object = text(event.object)
    let term: RDFTerm =
      switch event.object_term {
      case CRAPTOR_LITERAL: .literal(object, language: text(event.language))
      case CRAPTOR_BLANK: .resource("_:\(object)")
      default: .resource(object)
      }
    let subject = text(event.subject)
    let line = line(of: event)
    let (start, place) = lines.next(endingIn: line)
    let bytes = graph.add(
      event.subject_term == CRAPTOR_BLANK ? "_:\(subject)" : subject,
      RDFResource.Property(name: name, object: term, place: Place(line: place)),
      from: Place(line: start))
    try budget.take(bytes, at: position(line))
  }

  private func message(_ event: craptor_event) -> String {
    String(text(event.object).prefix(160).printable)
  }

  private func text(_ slice: craptor_slice) -> String {
    guard let bytes = slice.bytes, slice.count > 0 else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: slice.count), as: UTF8.self)
  }

  /// The line of the file: Raptor counts from the first that it was given.
  private func line(of event: craptor_event) -> Int {
    guard let block else { return Int(event.line) }
    return max(block.line, Int(event.line) - linesBefore + block.line - 1)
  }

  private func position(_ line: Int) -> SourcePosition {
    Place(line: line).position(in: part)
  }
}

extension RDFSyntax.Form {
  /// The syntax as Raptor has it, which often comes without JSON-LD.
  fileprivate var raptor: craptor_syntax? {
    switch self {
    case .turtle: CRAPTOR_TURTLE
    case .nTriples: CRAPTOR_NTRIPLES
    case .rdfXML: CRAPTOR_RDFXML
    case .jsonLD: nil
    }
  }
}
