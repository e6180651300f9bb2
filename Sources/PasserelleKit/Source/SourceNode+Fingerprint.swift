extension SourceNode {
  /// A number that two nodes have in common that say the same, word for word; their own names and white
  /// space around words do not count.
  ///
  /// It holds for one run of the program.
  public var fingerprint: Int {
    var hasher = Hasher()
    tree.bytes.withUnsafeBytes { pool in
      for (place, entry) in zip(index..., tree.entries[index..<Int(tree.entries[index].end)]) {
        let text = pool[Int(entry.textStart)..<Int(entry.textStart + entry.textCount)].withoutSpace
        if entry.kind == .text, text.isEmpty { continue }
        if place > index {
          hasher.combine(entry.nameCount)
          hasher.combine(
            bytes: UnsafeRawBufferPointer(
              rebasing: pool[Int(entry.nameStart)..<Int(entry.nameStart + entry.nameCount)]))
        }
        hasher.combine(text.count)
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: text))
      }
    }
    return hasher.finalize()
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// The bytes without ASCII's white space at the ends.
  fileprivate var withoutSpace: Self {
    var rest = self
    while let byte = rest.first, byte <= 0x20 { rest.removeFirst() }
    while let byte = rest.last, byte <= 0x20 { rest.removeLast() }
    return rest
  }
}
