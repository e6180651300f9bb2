internal import PasserelleModel
internal import CYAML

/// Reads a YAML document through libyaml into a tree.
///
/// All scalars stay text. Refused by name: tags other than the core schema's, merge keys, keys that
/// are no scalars, duplicate keys, a second document. Aliases are copied within a budget.
struct YAMLReader {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A finished node that an alias may repeat.
  private struct Anchor {
    var index: Int
    /// Whether its end has been read: an alias inside its own anchor would never end.
    var isComplete: Bool
  }

  /// A collection that is open.
  private struct Frame {
    var isMapping: Bool
    var keys = KeySet()
    var anchor: String?
  }

  private let part: SourcePart
  private let text: [UInt8]
  private var builder: SourceTreeBuilder
  private var frames: [Frame] = []
  private var anchors: [String: Anchor] = [:]
  private var events = 0
  private var aliases = (collections: 0, nodes: 0, bytes: 0)
  /// The key that the next value belongs to.
  private var key: [UInt8] = []
  private var hasKey = false
  /// Where the text ends, once that was looked for.
  private var end: (line: Int, column: Int)?

  /// Creates a reader of a part.
  init(_ part: SourcePart) throws(Diagnostic) {
    self.init(part, text: try TextStream.whole(part, limit: part.limits.documentBytes))
  }

  /// Creates a reader of text that stands at the start of a part.
  init(_ part: SourcePart, text: [UInt8]) {
    self.part = part
    self.text = text
    builder = SourceTreeBuilder(file: part.name, part: part.index)
  }

  /// Refuses the characters that YAML 1.1 takes for the end of a line, and editors do not: with them
  /// every place behind would be wrong.
  private func checkLineEnds() throws(Diagnostic) {
    for index in text.indices where text[index] == 0xC2 || text[index] == 0xE2 {
      let ends =
        text[index...].starts(with: [0xC2, 0x85])
        || text[index...].starts(with: [0xE2, 0x80, 0xA8])
        || text[index...].starts(with: [0xE2, 0x80, 0xA9])
      guard ends else { continue }
      let (line, column) = text[..<index].lineAndColumn
      throw .error(
        .lineSeparator,
        at: SourcePosition(file: part.name, part: part.index, line: line, column: column),
        "an invisible line break is here (U+0085, U+2028 or U+2029)",
        hint: "remove it, or write it in double quotes as '\\N', '\\L' or '\\P'")
    }
  }

  /// Returns the root of the document.
  mutating func root() throws(Diagnostic) -> SourceNode {
    try checkLineEnds()
    let text = text
    let result: Result<Void, Diagnostic> = text.withUnsafeBytes { bytes in
      Result { () throws(Diagnostic) in try parse(bytes) }
    }
    try result.get()
    return SourceNode(tree: builder.finish(), index: 0)
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    guard
      let parser = cyaml_create(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    else { throw .error(.outOfMemory, at: part.position, "out of memory") }
    defer { cyaml_destroy(parser) }
    var event = cyaml_event()
    repeat {
      cyaml_next(parser, &event)
      keepWithin(&event)
      events += 1
      if events > part.limits.events {
        throw error(
          .tooManyValues, event, "the document has more than \(part.limits.events) values")
      }
      try take(event)
    } while event.kind != CYAML_STREAM_END
    if builder.entries.isEmpty {
      throw .error(.empty, at: part.position, "the file contains no document")
    }
  }

  /// Leads a place that is past the end back to it: libyaml takes a line end for granted there, and
  /// names a line that the text does not have.
  private mutating func keepWithin(_ event: inout cyaml_event) {
    guard event.kind == CYAML_ERROR || event.value.count == 0, text.last != 0x0A else { return }
    let last = end ?? text.lineAndColumn
    end = last
    guard event.line > last.line else { return }
    (event.line, event.column) = (UInt32(last.line), UInt32(last.column))
  }

  private mutating func take(_ event: cyaml_event) throws(Diagnostic) {
    switch event.kind {
    case CYAML_DOCUMENT_START where !builder.entries.isEmpty:
      throw error(
        .severalDocuments, event, "a second document starts here, and a file has one",
        hint: "put each document in its own file")
    case CYAML_MAPPING_START: try open(.mapping, event)
    case CYAML_SEQUENCE_START: try open(.sequence, event)
    case CYAML_MAPPING_END, CYAML_SEQUENCE_END: close()
    case CYAML_SCALAR: try scalar(event)
    case CYAML_ALIAS: try alias(event)
    case CYAML_ERROR: throw syntax(event)
    default: break
    }
  }

  // MARK: - Nodes

  private mutating func open(
    _ kind: SourceTree.Kind, _ event: cyaml_event
  ) throws(Diagnostic) {
    try expectValue(event)
    try checkTag(event, allowed: kind == .mapping ? ["map"] : ["seq"])
    if frames.count >= part.limits.collectionDepth {
      throw error(
        .tooDeep, event, "collections are nested more than \(part.limits.collectionDepth) deep",
        hint: "a descriptor needs fewer than ten; is a bracket missing?")
    }
    let anchor = remember(event, isComplete: false)
    key.withUnsafeBufferPointer {
      builder.open(kind, name: $0, line: event.line, column: event.column)
    }
    frames.append(Frame(isMapping: kind == .mapping, anchor: anchor))
    finishValue()
  }

  private mutating func close() {
    builder.close()
    if let anchor = frames.removeLast().anchor { anchors[anchor]?.isComplete = true }
  }

  private mutating func scalar(_ event: cyaml_event) throws(Diagnostic) {
    try checkTag(event, allowed: ["str", "int", "float", "bool", "null"])
    if event.value.count > part.limits.textBytes {
      throw error(.textTooLong, event, "the text is longer than \(part.limits.textBytes) bytes")
    }
    let value = event.value.buffer
    if isAtKey {
      if event.anchor.count > 0 {
        throw error(.anchorOnKey, event, "a key cannot have an anchor")
      }
      return try takeKey(value, event)
    }
    _ = remember(event, isComplete: true)
    key.withUnsafeBufferPointer {
      builder.leaf(
        isText(event) ? .quoted : .plain, name: $0, text: value, line: event.line,
        column: event.column)
    }
    finishValue()
  }

  /// Whether the author says that the value is text: by quotes, a block, or a tag.
  private func isText(_ event: cyaml_event) -> Bool {
    event.quoted != 0 || event.tag.string == "!" || event.tag.string.hasSuffix(":str")
  }

  private mutating func alias(_ event: cyaml_event) throws(Diagnostic) {
    try expectValue(event)
    let name = event.value.string
    guard let anchor = anchors[name] else {
      throw error(
        .unknownAlias, event, "there is no anchor '&\(name.prefix(60))'",
        hint: "put text that starts with '*' in quotes")
    }
    guard anchor.isComplete else {
      throw error(.aliasCycle, event, "'*\(name.prefix(60))' is inside the part that it repeats")
    }
    let entry = builder.entries[anchor.index]
    let subtree = anchor.index..<Int(entry.end)
    if frames.count + height(of: subtree) > part.limits.collectionDepth {
      throw error(
        .tooDeep, event, "collections are nested more than \(part.limits.collectionDepth) deep",
        hint: "a descriptor needs fewer than ten; is a bracket missing?")
    }
    aliases.collections += entry.kind == .mapping || entry.kind == .sequence ? 1 : 0
    aliases.nodes += subtree.count
    for index in subtree { aliases.bytes += Int(builder.entries[index].textCount) }
    let limits = part.limits
    if aliases.collections > limits.collectionAliases || aliases.nodes > limits.aliasedNodes
      || aliases.bytes > limits.aliasedBytes
    {
      throw error(
        .aliasBomb, event, "aliases repeat too much of the document",
        hint: "at most \(limits.collectionAliases) aliases to collections, "
          + "\(limits.aliasedNodes) nodes and \(limits.aliasedBytes) bytes may be repeated")
    }
    key.withUnsafeBufferPointer {
      builder.repeatSubtree(at: anchor.index, name: $0, line: event.line, column: event.column)
    }
    finishValue()
  }

  /// How many collections a finished subtree nests.
  private func height(of subtree: Range<Int>) -> Int {
    var (ends, height) = ([UInt32](), 0)
    for index in subtree {
      let entry = builder.entries[index]
      while let end = ends.last, end <= UInt32(index) { ends.removeLast() }
      guard entry.kind == .mapping || entry.kind == .sequence else { continue }
      ends.append(entry.end)
      height = max(height, ends.count)
    }
    return height
  }

  // MARK: - Keys

  private var isAtKey: Bool { frames.last?.isMapping == true && !hasKey }

  private mutating func takeKey(_ name: Bytes, _ event: cyaml_event) throws(Diagnostic) {
    if name.count > part.limits.keyBytes {
      throw error(.nameTooLong, event, "the key is longer than \(part.limits.keyBytes) bytes")
    }
    if event.quoted == 0, name.elementsEqual("<<".utf8) {
      throw error(
        .mergeKey, event, "merge keys ('<<') are not supported", hint: "write the keys out")
    }
    let line = Int(event.line)
    if let first = frames[frames.count - 1].keys.insert(name, line: line) {
      throw error(
        .duplicateKey, event, "'\(event.value.string)' appears twice",
        hint: "the first is on line \(first)")
    }
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: name)
    hasKey = true
    builder.keyPlace = (event.line, event.column)
  }

  private func expectValue(_ event: cyaml_event) throws(Diagnostic) {
    guard isAtKey else { return }
    throw error(
      .complexKey, event, "a key must be a plain word",
      hint: "put text that starts with '[' or '{' in quotes")
  }

  private mutating func finishValue() {
    hasKey = false
    key.removeAll(keepingCapacity: true)
  }

  // MARK: - Anchors and tags

  private mutating func remember(_ event: cyaml_event, isComplete: Bool) -> String? {
    guard event.anchor.count > 0 else { return nil }
    let name = event.anchor.string
    anchors[name] = Anchor(index: builder.entries.count, isComplete: isComplete)
    return name
  }

  private func checkTag(_ event: cyaml_event, allowed: [String]) throws(Diagnostic) {
    guard event.tag.count > 0 else { return }
    let tag = event.tag.string
    guard tag != "!", !allowed.contains(where: { tag == "tag:yaml.org,2002:\($0)" }) else { return }
    throw error(
      .tag, event, "the tag '\(tag.prefix(60))' is not supported",
      hint: "leave tags out: a value is text, and its key says what it means")
  }

  // MARK: - Messages

  /// What to do about what libyaml says most often.
  private static let hints: [(words: String, hint: String)] = [
    (
      "cannot start any token",
      "indent with spaces, not with tabs, and put text that starts with '@', '`' or '%' in quotes"
    ),
    ("mapping values are not allowed", "put text with ': ' in it in quotes"),
    ("did not find expected key", "the indentation differs from that of the lines before"),
    ("could not find expected ':'", "a key is followed by ': '"),
    ("incompatible YAML document", "write '%YAML 1.2', or leave the line out"),
  ]

  private func error(
    _ id: Diagnostic.ID, _ event: cyaml_event, _ summary: String, hint: String? = nil
  ) -> Diagnostic {
    .error(
      id,
      at: SourcePosition(
        file: part.name, part: part.index, line: Int(event.line), column: Int(event.column)),
      summary, hint: hint)
  }

  /// What to do about a bracket or a quote that is missed only long after it was opened.
  private func unclosed(_ event: cyaml_event, _ message: String) -> String? {
    let isBracket = message.contains("did not find expected ',' or")
    guard isBracket || message.contains("unexpected end of stream") else { return nil }
    let what = isBracket ? "'{' or '['" : "quote"
    guard event.context_line > 0 else { return "a \(what) before this place is not closed" }
    return "the \(what) at \(event.context_line):\(event.context_column) is not closed"
  }

  private func syntax(_ event: cyaml_event) -> Diagnostic {
    // SIZE_MAX, which says that the offset is not known, arrives as a negative number.
    guard event.offset >= 0 else {
      if let mistake = YAMLMistake.near(
        line: Int(event.line), of: text, keyBytes: part.limits.keyBytes)
      {
        return .error(
          mistake.id,
          at: SourcePosition(
            file: part.name, part: part.index, line: mistake.line, column: mistake.column),
          mistake.summary, hint: mistake.hint)
      }
      let message = event.value.string
      return error(
        .yaml, event, "not valid YAML: \(message)",
        hint: unclosed(event, message) ?? Self.hints.first { message.contains($0.words) }?.hint
          ?? "look at this line and the one before it")
    }
    var place = event
    let (line, column) = text.prefix(event.offset).lineAndColumn
    (place.line, place.column) = (UInt32(line), UInt32(column))
    let message = event.value.string
    return error(
      .yaml, place, "not valid YAML: \(message)",
      hint: message.contains("control characters")
        ? "delete the invisible character here" : "save the file as UTF-8")
  }
}

/// The keys of one mapping.
///
/// Two keys are the same when Unicode says that they are the same text.
private struct KeySet {
  private var few: [(key: String, line: Int)] = []
  private var many: [String: Int] = [:]

  /// Adds a key, or returns the line of the equal one that is there.
  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) -> Int? {
    let key = String(decoding: bytes, as: UTF8.self)
    if few.count < 8 {
      if let first = few.first(where: { $0.key == key }) { return first.line }
      few.append((key, line))
      return nil
    }
    if many.isEmpty { for (key, line) in few { many[key] = line } }
    if let first = many[key] { return first }
    many[key] = line
    return nil
  }
}

extension cyaml_slice {
  fileprivate var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  fileprivate var string: String { String(decoding: buffer, as: UTF8.self) }
}

extension Sequence<UInt8> {
  /// The line and column, from 1, at the end of these bytes.
  var lineAndColumn: (line: Int, column: Int) {
    var (line, column, afterReturn) = (1, 1, false)
    for byte in self {
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D || !afterReturn { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      afterReturn = byte == 0x0D
    }
    return (line, column)
  }
}
