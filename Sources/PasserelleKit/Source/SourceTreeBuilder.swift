internal import PasserelleModel

/// Builds a tree from the events of a reader.
///
/// Every reader feeds the same few calls, so XML, YAML and JSON give the same tree.
struct SourceTreeBuilder {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let file: String
  let part: Int
  private(set) var entries: [SourceTree.Entry] = []
  private(set) var bytes: [UInt8] = []
  /// The nodes that are open, outermost first.
  private(set) var open: [Int] = []

  init(file: String, part: Int) {
    self.file = file
    self.part = part
  }

  /// Whether the node that came last is one that was closed.
  private var hasClosed = false

  /// Where the key of the next value stands, for formats that have keys.
  var keyPlace: (line: UInt32, column: UInt32)?

  /// Opens a node that may have nodes below it.
  mutating func open(_ kind: SourceTree.Kind, name: Bytes, line: UInt32, column: UInt32) {
    hasClosed = false
    open.append(entries.count)
    append(kind, name: name, line: line, column: column)
  }

  /// Adds a node without a subtree.
  mutating func leaf(
    _ kind: SourceTree.Kind, name: Bytes, text: Bytes, line: UInt32, column: UInt32
  ) {
    append(kind, name: name, line: line, column: column)
    let start = store(text)
    entries[entries.count - 1].textStart = start
    entries[entries.count - 1].textCount = UInt32(text.count)
  }

  /// Adds character data to the open element.
  ///
  /// The first run belongs to the element itself; a run after a child becomes a node of its own, so
  /// that the order of mixed content is kept.
  mutating func text(_ run: Bytes) {
    guard let element = open.last else { return }
    let last = entries.count - 1
    // The run goes on with what stands before it: the element's own text, or a run between two
    // children; behind a child it starts a node.
    let isOwn = last == element || (entries[last].kind == .attribute && !hasClosed)
    let isBetween = entries[last].kind == .text && !hasClosed
    let target = isOwn ? element : last
    if isOwn || isBetween {
      let entry = entries[target]
      if entry.textCount == 0 {
        entries[target].textStart = UInt32(bytes.count)
        bytes.append(contentsOf: run)
        entries[target].textCount = UInt32(run.count)
        return
      }
      if Int(entry.textStart) + Int(entry.textCount) == bytes.count {
        bytes.append(contentsOf: run)
        entries[target].textCount += UInt32(run.count)
        return
      }
    }
    leaf(
      .text, name: Bytes(start: nil, count: 0), text: run, line: entries[element].line,
      column: entries[element].column)
    hasClosed = false
  }

  /// Closes the node that was opened last.
  mutating func close() {
    hasClosed = true
    entries[open.removeLast()].end = UInt32(entries.count)
  }

  /// Repeats a finished subtree under another name, for a YAML alias.
  ///
  /// The texts are shared.
  mutating func repeatSubtree(at index: Int, name: Bytes, line: UInt32, column: UInt32) {
    let offset = UInt32(entries.count) &- UInt32(index)
    let end = Int(entries[index].end)
    let start = store(name)
    // One by one: a slice would keep the array from being changed in its place.
    for original in index..<end { entries.append(entries[original]) }
    for copy in (entries.count - (end - index))..<entries.count {
      entries[copy].end = entries[copy].end &+ offset
    }
    let copy = entries.count - (end - index)
    entries[copy].nameStart = start
    entries[copy].nameCount = UInt32(name.count)
    entries[copy].line = line
    entries[copy].column = column
    entries[copy].nameLine = keyPlace?.line ?? line
    entries[copy].nameColumn = keyPlace?.column ?? column
    keyPlace = nil
  }

  /// Hands over what was built and starts anew.
  mutating func finish() -> SourceTree {
    let tree = SourceTree(file: file, part: part, entries: entries, bytes: bytes)
    let (nodes, pool) = (entries.count, bytes.count)
    entries = []
    bytes = []
    entries.reserveCapacity(nodes)
    bytes.reserveCapacity(pool)
    open.removeAll(keepingCapacity: true)
    return tree
  }

  private mutating func append(
    _ kind: SourceTree.Kind, name: Bytes, line: UInt32, column: UInt32
  ) {
    let start = store(name)
    let place = keyPlace ?? (line, column)
    keyPlace = nil
    entries.append(
      SourceTree.Entry(
        kind: kind, nameStart: start, nameCount: UInt32(name.count), textStart: 0, textCount: 0,
        line: line, column: column, nameLine: place.line, nameColumn: place.column,
        end: UInt32(entries.count) + 1))
  }

  private mutating func store(_ text: Bytes) -> UInt32 {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return start
  }
}
