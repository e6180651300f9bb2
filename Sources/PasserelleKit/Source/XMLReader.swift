internal import PasserelleModel
internal import CXML

/// Reads XML through libxml2's push parser, into one tree or into a stream of record subtrees.
///
/// A DOCTYPE is refused, so there are no entities and nothing to load. See `Documentation/Limits.md`.
struct XMLReader {
  /// What becomes a tree: the document, or each element with one of these names.
  enum Scope {
    case document
    case records([String])
  }

  let part: SourcePart
  let scope: Scope

  /// Reads the part to its end and hands over each tree when it is complete.
  func read(_ body: (SourceNode) throws(Diagnostic) -> Void) throws(Diagnostic) {
    var sink = XMLSink(part: part, scope: scope)
    let result: Result<Void, Diagnostic> = withUnsafeMutablePointer(to: &sink) { pointer in
      Result { () throws(Diagnostic) in try parse(into: pointer, body) }
    }
    try result.get()
  }

  private func parse(
    into sink: UnsafeMutablePointer<XMLSink>, _ body: (SourceNode) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var events = cxml_events(
      context: sink,
      start: { context, name, attributes, count, line, column in
        XMLSink.of(context)?.pointee.start(
          name, UnsafeBufferPointer(start: attributes, count: count), line, column)
      },
      text: { context, run in XMLSink.of(context)?.pointee.text(run) },
      end: { context in XMLSink.of(context)?.pointee.end() })
    var limits = cxml_limits(
      depth: part.limits.xmlDepth, attributes: part.limits.xmlAttributes,
      tag: part.limits.xmlTagBytes, text: part.limits.textBytes, name: part.limits.nameBytes)
    guard let parser = cxml_create(&events, &limits) else { throw outOfMemory }
    defer { cxml_destroy(parser) }
    sink.pointee.parser = parser

    var stream = stream
    var chunk: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = try !stream.next(&chunk)
      let status = chunk.withUnsafeBytes { bytes in
        cxml_feed(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
          isLast ? 1 : 0)
      }
      guard status == CXML_OK else {
        let open = sink.pointee.innermostOpen
        throw unclosed(open, status, parser) ?? diagnostic(status, parser)
      }
      for tree in sink.pointee.takeFinished() { try body(SourceNode(tree: tree, index: 0)) }
    }
  }

  private var stream: TextStream {
    switch scope {
    case .document:
      TextStream(part, limit: part.limits.documentBytes, remedy: TextStream.documentRemedy)
    case .records: TextStream(part, limit: part.limits.streamBytes)
    }
  }

  // MARK: - Messages

  /// What to do about what libxml2 says most often.
  private static let hints: [(words: String, hint: String)] = [
    ("EntityRef", "write '&' as '&amp;'"),
    ("xmlParseEntityRef", "write '&' as '&amp;'"),
    ("AttValue", "put the value of the attribute in quotes, and write '<' as '&lt;'"),
    ("tag mismatch", "each element is closed by its own name, the innermost first"),
    ("Premature end", "an element is not closed"),
    ("Extra content", "a file has one root element"),
    ("proper UTF-8", "save the file as UTF-8"),
  ]

  private var outOfMemory: Diagnostic {
    .error(.outOfMemory, at: part.position, "out of memory")
  }

  /// That the source ends before an element does: the parser says of it that there is too much.
  private func unclosed(
    _ open: XMLSink.OpenElement?, _ status: cxml_status, _ parser: OpaquePointer
  ) -> Diagnostic? {
    guard let open, status == CXML_SYNTAX else { return nil }
    let message = String(cString: cxml_message(parser))
    guard Self.endings.contains(where: message.contains) else { return nil }
    return .error(
      .xml,
      at: SourcePosition(
        file: part.name, part: part.index, line: Int(open.line), column: Int(open.column)),
      "not well-formed XML: the element '\(open.name)' is not closed",
      hint: "its start tag is here; write '</\(open.name)>' where it ends")
  }

  /// What libxml2 says where a source ends within an element.
  private static let endings = ["Premature end", "Extra content"]

  private func diagnostic(_ status: cxml_status, _ parser: OpaquePointer) -> Diagnostic {
    var (line, column): (UInt32, UInt32) = (0, 0)
    cxml_place(parser, &line, &column)
    let place = SourcePosition(
      file: part.name, part: part.index, line: Int(line), column: Int(column))
    let limits = part.limits
    switch status {
    case CXML_DOCTYPE:
      return .error(
        .doctype, at: place, "a DOCTYPE is not allowed",
        hint: "remove it; entities such as '&eacute;' are written as the characters themselves")
    case CXML_DEPTH:
      return .error(
        .tooDeep, at: place, "elements are nested more than \(limits.xmlDepth) deep")
    case CXML_ATTRIBUTES:
      return .error(
        .tooManyAttributes, at: place,
        "the element has more than \(limits.xmlAttributes) attributes")
    case CXML_TAG:
      return .error(
        .tagTooLong, at: place, "the tag is longer than \(limits.xmlTagBytes) bytes")
    case CXML_TEXT:
      return .error(
        .textTooLong, at: place, "the text is longer than \(limits.textBytes) bytes")
    case CXML_NAME:
      return .error(
        .nameTooLong, at: place, "the name is longer than \(limits.nameBytes) bytes")
    case CXML_STOPPED:
      return .error(
        .recordTooLarge, at: place, "the record is larger than \(limits.recordBytes) bytes")
    case CXML_SYNTAX:
      let message = String(cString: cxml_message(parser))
      return .error(
        .xml, at: place, "not well-formed XML: \(message.trimmed)",
        hint: Self.hints.first { message.contains($0.words) }?.hint)
    default:
      return outOfMemory
    }
  }
}

/// Takes the events of the XML parser and builds the trees.
private struct XMLSink {
  private let recordNames: [[UInt8]]
  private let wholeDocument: Bool
  private let recordBytes: Int
  private var builder: SourceTreeBuilder
  private var finished: [SourceTree] = []
  /// The elements around the records, outermost first: no tree has them.
  private var outer: [OpenElement] = []
  var parser: OpaquePointer?

  init(part: SourcePart, scope: XMLReader.Scope) {
    builder = SourceTreeBuilder(file: part.name, part: part.index)
    switch scope {
    case .document:
      (wholeDocument, recordNames) = (true, [])
      recordBytes = .max
    case .records(let names):
      (wholeDocument, recordNames) = (false, names.map { Array($0.utf8) })
      recordBytes = part.limits.recordBytes
    }
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSink>? {
    context?.assumingMemoryBound(to: XMLSink.self)
  }

  mutating func start(
    _ name: cxml_slice, _ attributes: UnsafeBufferPointer<cxml_attribute>, _ line: UInt32,
    _ column: UInt32
  ) {
    guard !builder.open.isEmpty || wholeDocument || isRecord(name) else {
      outer.append(
        OpenElement(name: String(decoding: name.buffer, as: UTF8.self), line: line, column: column))
      return
    }
    builder.open(.element, name: name.buffer, line: line, column: column)
    for attribute in attributes {
      if attribute.prefix.count == 0 {
        builder.leaf(
          .attribute, name: attribute.name.buffer, text: attribute.value.buffer,
          line: attribute.line, column: attribute.column)
      } else {
        let name = Array(attribute.prefix.buffer) + [UInt8(ascii: ":")] + attribute.name.buffer
        name.withUnsafeBufferPointer {
          builder.leaf(
            .attribute, name: $0, text: attribute.value.buffer, line: attribute.line,
            column: attribute.column)
        }
      }
    }
    checkSize()
  }

  mutating func text(_ run: cxml_slice) {
    guard !builder.open.isEmpty else { return }
    builder.text(run.buffer)
    checkSize()
  }

  mutating func end() {
    guard !builder.open.isEmpty else {
      outer.removeLast(min(1, outer.count))
      return
    }
    builder.close()
    if builder.open.isEmpty { finished.append(builder.finish()) }
  }

  /// An element whose end tag has not come yet.
  struct OpenElement {
    let name: String
    let line: UInt32
    let column: UInt32
  }

  /// The element that must end first.
  var innermostOpen: OpenElement? {
    guard let index = builder.open.last else { return outer.last }
    let entry = builder.entries[index]
    let name = builder.bytes[Int(entry.nameStart)..<Int(entry.nameStart + entry.nameCount)]
    return OpenElement(
      name: String(decoding: name, as: UTF8.self), line: entry.line, column: entry.column)
  }

  mutating func takeFinished() -> [SourceTree] {
    defer { finished.removeAll(keepingCapacity: true) }
    return finished
  }

  private func checkSize() {
    let size = builder.bytes.count + builder.entries.count * MemoryLayout<SourceTree.Entry>.stride
    if size > recordBytes { cxml_stop(parser) }
  }

  private func isRecord(_ name: cxml_slice) -> Bool {
    recordNames.contains { $0.count == name.count && $0.elementsEqual(name.buffer) }
  }
}

extension cxml_slice {
  fileprivate var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
