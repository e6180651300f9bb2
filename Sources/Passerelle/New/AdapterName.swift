internal import PasserelleModel

/// The name of an adapter that is to be written: that of its module, and of its type in Swift.
package struct AdapterName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Makes the name of text.
  ///
  /// - Parameters:
  ///   - text: A capital letter, then letters, digits and `_`: it becomes part of a symbol.
  ///   - taken: Names that mean something else already, in any case.
  /// - Throws: `NewAdapterError` where the text is no such name, or is taken.
  package init(_ text: String, taken: Set<String> = []) throws(NewAdapterError) {
    guard Self.isName(text) else { throw .badName(text) }
    guard !taken.contains(where: { $0.lowercased() == text.lowercased() }) else {
      throw .takenName(text)
    }
    description = text
  }

  /// The name as frameworks and dialects have theirs: `my-land` for `My_Land`.
  package var hyphenated: String {
    description.lowercased().replacing("_", with: "-")
  }

  private static func isName(_ text: String) -> Bool {
    guard (1...64).contains(text.utf8.count), let first = text.utf8.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || byte == UInt8(ascii: "_")
      }
  }
}
