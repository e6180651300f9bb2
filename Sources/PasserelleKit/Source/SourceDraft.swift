package import PasserelleModel

/// A tree that is made of what another parser has read, such as triples.
///
/// An adapter that knows its dialect as JSON then reads it in another syntax, too.
package struct SourceDraft {
  private var builder: SourceTreeBuilder

  /// Creates a draft of the tree of a part.
  package init(of part: SourcePart) {
    builder = SourceTreeBuilder(file: part.name, part: part.index)
  }

  /// Opens an object, or with `isList` a list, as the value of a key.
  package mutating func open(_ key: String = "", isList: Bool = false, at place: SourcePosition) {
    Array(key.utf8).withUnsafeBufferPointer { key in
      builder.open(
        isList ? .sequence : .mapping, name: key, line: UInt32(clamping: place.line),
        column: UInt32(clamping: place.column))
    }
  }

  /// Adds a text, as the value of a key.
  package mutating func add(_ text: String, _ key: String = "", at place: SourcePosition) {
    Array(key.utf8).withUnsafeBufferPointer { key in
      Array(text.utf8).withUnsafeBufferPointer { text in
        builder.leaf(
          .quoted, name: key, text: text, line: UInt32(clamping: place.line),
          column: UInt32(clamping: place.column))
      }
    }
  }

  /// Closes what was opened last.
  package mutating func close() { builder.close() }

  /// Returns the root, once all is closed.
  package mutating func finish() -> SourceNode { SourceNode(tree: builder.finish(), index: 0) }
}
