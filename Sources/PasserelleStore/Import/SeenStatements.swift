internal import PasserelleModel

/// Notices that a statement may have been made before, by four bytes for each.
///
/// Whether it was is asked of the store when all is there. Of a few in a million it is asked in vain; a
/// statement that was made twice is never missed.
struct SeenStatements {
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)
  private var count = 0

  /// The most that are kept, which 16 MiB have room for.
  ///
  /// Beyond it, the store is asked of each.
  private static let most = 3 << 20

  /// Takes a statement, and returns whether one like it may have been taken before.
  mutating func insert(_ hash: StatementHash) -> Bool {
    guard count < Self.most else { return true }
    if count * 4 >= slots.count * 3 { grow() }
    let print = max(1, UInt32(truncatingIfNeeded: hash.value >> 32))
    let place = place(of: print)
    guard slots[place] == 0 else { return true }
    slots[place] = print
    count += 1
    return false
  }

  private func place(of print: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(print) & mask
    while slots[place] != 0, slots[place] != print { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for print in old where print != 0 { slots[place(of: print)] = print }
  }
}

/// A hash of what a statement says: words are multiplied and folded, with a secret.
struct StatementHash {
  private(set) var value: UInt64

  private static let secret = UInt64.random(in: 1 ... .max)

  /// Begins with what all statements of a publication have in common.
  init(publication: Int64, document: Int64?, kind: Int) {
    value = Self.secret
    mix(UInt64(bitPattern: publication) &<< 8 ^ UInt64(truncatingIfNeeded: kind))
    mix(UInt64(bitPattern: document ?? 0))
  }

  mutating func mix(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = product.high ^ product.low ^ Self.secret
  }

  mutating func mix(_ text: PlainStatement.Text) {
    let bytes = UnsafeRawBufferPointer(text)
    var at = 0
    while at + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 1
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    mix(rest)
  }

  mutating func mix(_ text: String) {
    var text = text
    text.withUTF8 { mix($0) }
  }
}
