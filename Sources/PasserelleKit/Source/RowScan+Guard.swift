internal import PasserelleModel

// What people write so that a spreadsheet keeps the zeros of a code: `="0110"`, or `'0110`.

extension RowScan.Field {
  /// Whether the field starts as one with a guard does.
  @inline(__always)
  func mayHaveGuard(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    start < end && (bytes[start] == UInt8(ascii: "=") || bytes[start] == UInt8(ascii: "'"))
  }

  /// The field without the guard that keeps a spreadsheet from taking it for a number; `nil` if it
  /// has none.
  ///
  /// Other formulas stay as they are.
  func withoutGuard(_ bytes: UnsafeBufferPointer<UInt8>) -> Self? {
    switch bytes[start] {
    case UInt8(ascii: "="): withoutFormula(bytes)
    case UInt8(ascii: "'"): withoutApostrophe(bytes)
    default: nil
    }
  }

  /// `="0110"`, or `"=""0110"""` in a field with quotes around it.
  private func withoutFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Self? {
    let quote = UInt8(ascii: "\"")
    let width = hasEscapes ? 2 : 1
    let inner = (start + 1 + width, end - width)
    guard inner.0 <= inner.1, bytes[(start + 1)..<inner.0].allSatisfy({ $0 == quote }),
      bytes[inner.1..<end].allSatisfy({ $0 == quote }),
      !bytes[inner.0..<inner.1].contains(quote)
    else { return nil }
    return Self(start: inner.0, end: inner.1, hasEscapes: false, lead: UInt8(1 + width))
  }

  /// `'0110`: an apostrophe before digits, and before nothing else.
  private func withoutApostrophe(_ bytes: UnsafeBufferPointer<UInt8>) -> Self? {
    let digits = bytes[(start + 1)..<end]
    let marks = Array("-./".utf8)
    guard let first = digits.first, first.isDigit,
      digits.allSatisfy({ $0.isDigit || marks.contains($0) })
    else { return nil }
    return Self(start: start + 1, end: end, hasEscapes: false, lead: 1)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
