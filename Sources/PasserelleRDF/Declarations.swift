/// Finds what a statement of Turtle declares: prefixes and bases, in both of their forms.
struct Declarations {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  /// The declarations that a statement is, or begins with, each with a line end; none for most.
  static func declarations(in statement: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = statement.first else { return [] }
    // Those of Turtle are statements; those of SPARQL have no full stop, and stand before one.
    if first == UInt8(ascii: "@") { return Array(statement) + [UInt8(ascii: "\n")] }
    var scan = Declarations(statement)
    var found: [UInt8] = []
    while let declaration = scan.next() { found += declaration + [UInt8(ascii: "\n")] }
    return found
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    (self.bytes, at) = (bytes, bytes.startIndex)
  }

  /// The next of the form of SPARQL.
  private mutating func next() -> ArraySlice<UInt8>? {
    skipSpace()
    let start = at
    switch word().map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
    case "prefix":
      skipSpace()
      _ = word()
    case "base": break
    default: return nil
    }
    skipSpace()
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "<"),
      let end = bytes[at...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    at = end + 1
    return bytes[start..<at]
  }

  /// What stands before the next white space or address.
  private mutating func word() -> ArraySlice<UInt8>? {
    let start = at
    while at < bytes.endIndex, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return at > start ? bytes[start..<at] : nil
  }

  private mutating func skipSpace() {
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "#") {
        at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      } else if bytes[at] <= 0x20 {
        at += 1
      } else {
        return
      }
    }
  }
}
