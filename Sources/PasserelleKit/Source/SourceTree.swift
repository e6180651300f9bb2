internal import PasserelleModel

/// A document, or one record of a stream, as a flat list of nodes in the order of the text.
///
/// XML, YAML and JSON all become this. A node is a few numbers: where its name and its text lie in
/// one pool of bytes, where it stands in the source, and where its subtree ends. So a tree of a
/// thousand nodes costs two allocations, and a text becomes a `String` only when it is asked for.
final class SourceTree: Sendable {
  /// What a node was in the source.
  enum Kind: UInt8, Sendable {
    case element, attribute, text, mapping, sequence, plain, quoted
  }

  struct Entry: Sendable {
    var kind: Kind
    var nameStart: UInt32
    var nameCount: UInt32
    var textStart: UInt32
    var textCount: UInt32
    var line: UInt32
    var column: UInt32
    /// Where the key of the value stands; for all else, where the node itself does.
    var nameLine: UInt32
    var nameColumn: UInt32
    /// The index after the last node of this one's subtree.
    var end: UInt32
  }

  let file: String
  let part: Int
  let entries: [Entry]
  let bytes: [UInt8]

  init(file: String, part: Int, entries: [Entry], bytes: [UInt8]) {
    self.file = file
    self.part = part
    self.entries = entries
    self.bytes = bytes
  }

  func string(_ start: UInt32, _ count: UInt32) -> String {
    guard count > 0 else { return "" }
    return bytes.withUnsafeBufferPointer { pool in
      String(
        decoding: UnsafeBufferPointer(rebasing: pool[Int(start)..<Int(start) + Int(count)]),
        as: UTF8.self)
    }
  }

  /// Whether a name of the pool is the given text, byte for byte.
  func name(of index: Int, equals name: String) -> Bool {
    let entry = entries[index]
    guard Int(entry.nameCount) == name.utf8.count else { return false }
    var at = Int(entry.nameStart)
    for byte in name.utf8 {
      if bytes[at] != byte { return false }
      at += 1
    }
    return true
  }
}
