internal import CXML
internal import PasserelleModel

/// Takes the elements of a file in XML, as they come.
class XMLHandler {
  /// The names of the elements that are open, outermost first.
  fileprivate(set) final var open: [String] = []

  /// An element starts; its name is the last of `open`.
  func start(_ name: String, _ attributes: XMLAttributes) throws(Diagnostic) {}

  /// Text within the innermost element; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Diagnostic) {}

  /// An element ends; `open` no longer has it.
  func end(_ name: String) throws(Diagnostic) {}

  /// What ended the reading.
  fileprivate final var failure: Diagnostic?
  fileprivate final var parser: OpaquePointer?

  fileprivate final func attempt(_ step: () throws(Diagnostic) -> Void) {
    guard failure == nil else { return }
    do throws(Diagnostic) {
      try step()
    } catch {
      failure = error
      cxml_stop(parser)
    }
  }
}

/// The attributes of an element, by their names without a prefix.
struct XMLAttributes {
  fileprivate let list: UnsafeBufferPointer<cxml_attribute>

  /// The value of an attribute.
  subscript(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute, good until the element has been taken.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for attribute in list where attribute.name.isEqual(name) { return attribute.value.buffer }
    return nil
  }

  /// The value of an attribute as a number; nothing if it is none.
  func number(_ name: StaticString) -> Int? {
    guard let bytes = bytes(name), (1...18).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

extension Archive {
  /// Reads an entry as XML.
  ///
  /// - Throws: A diagnostic if it is not well-formed; what the handler throws.
  func readXML(_ entry: Entry, by handler: XMLHandler) throws(Diagnostic) {
    var events = cxml_events(
      context: Unmanaged.passUnretained(handler).toOpaque(),
      start: { context, name, attributes, count, _, _ in
        guard let handler = XMLHandler.of(context) else { return }
        let name = String(decoding: name.buffer, as: UTF8.self)
        handler.open.append(name)
        let list = XMLAttributes(list: UnsafeBufferPointer(start: attributes, count: count))
        handler.attempt { () throws(Diagnostic) in try handler.start(name, list) }
      },
      text: { context, run in
        guard let handler = XMLHandler.of(context) else { return }
        handler.attempt { () throws(Diagnostic) in try handler.text(run.buffer) }
      },
      end: { context in
        guard let handler = XMLHandler.of(context), let name = handler.open.popLast() else {
          return
        }
        handler.attempt { () throws(Diagnostic) in try handler.end(name) }
      })
    let part = part.limits
    var limits = cxml_limits(
      depth: part.xmlDepth, attributes: part.xmlAttributes, tag: part.xmlTagBytes,
      text: part.textBytes, name: part.nameBytes)
    guard let parser = cxml_create(&events, &limits) else {
      throw .error(.outOfMemory, at: self.part.position, "out of memory")
    }
    handler.parser = parser
    handler.open = []
    defer {
      cxml_destroy(parser)
      handler.parser = nil
    }
    var isFirst = true
    try read(entry) { piece throws(Diagnostic) in
      let mark = isFirst && piece.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      isFirst = false
      try feed(parser, piece[mark...], isLast: false, of: entry, to: handler)
      return true
    }
    try feed(parser, [], isLast: true, of: entry, to: handler)
  }

  private func feed(
    _ parser: OpaquePointer, _ piece: ArraySlice<UInt8>, isLast: Bool, of entry: Entry,
    to handler: XMLHandler
  ) throws(Diagnostic) {
    let status = piece.withUnsafeBytes { bytes in
      cxml_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, isLast ? 1 : 0)
    }
    if let failure = handler.failure { throw failure }
    guard status != CXML_OK else { return }
    var (line, column): (UInt32, UInt32) = (0, 0)
    cxml_place(parser, &line, &column)
    let place = "'\(entry.name.printable)', line \(line), column \(column)"
    switch status {
    case CXML_SYNTAX:
      throw .error(
        .brokenArchive, at: part.position,
        "\(place): not well-formed XML: \(String(cString: cxml_message(parser)).trimmed.printable)",
        hint: "open the workbook in a spreadsheet program, and save it again")
    case CXML_DOCTYPE:
      throw .error(.doctype, at: part.position, "\(place): a DOCTYPE is not allowed")
    case CXML_MEMORY: throw .error(.outOfMemory, at: part.position, "out of memory")
    default:
      throw .error(
        .recordTooLarge, at: part.position,
        "\(place): an element is larger, or nested deeper, than any workbook has it",
        hint: "open the workbook in a spreadsheet program, and save it again")
    }
  }
}

extension XMLHandler {
  fileprivate static func of(_ context: UnsafeMutableRawPointer?) -> XMLHandler? {
    context.map { Unmanaged<XMLHandler>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension cxml_slice {
  fileprivate var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  fileprivate func isEqual(_ name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount
      && buffer.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: count))
  }
}
