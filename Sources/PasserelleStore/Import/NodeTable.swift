internal import GRDB
internal import PasserelleModel

/// The numbers of the nodes that an import names, by the bytes of their identifiers.
///
/// A register names each node several times, and has hundreds of thousands. They are kept as 96 bits of
/// a hash with a secret of its own and the number, 16 bytes a node, so that neither time nor memory is
/// spent on the texts; beyond a million and a half, the store is asked.
struct NodeTable {
  private struct Slot {
    var hash: UInt64 = 0
    var check: UInt32 = 0
    /// Nothing where it is 0.
    var node: UInt32 = 0
  }

  private var slots: [Slot] = Array(repeating: Slot(), count: 1 << 12)
  private var count = 0
  private let secret = (UInt64.random(in: 1 ... .max), UInt64.random(in: 1 ... .max))

  /// The most nodes that are kept: what 32 MiB have room for.
  private static let most = 3 << 19

  /// Whether nodes were met that it had no more room for.
  private(set) var isFull = false

  /// The node of an identifier, where it is here.
  func node(_ text: PlainStatement.Text) -> Int64? {
    let (hash, check) = hashes(of: text)
    let node = slots[place(of: hash, check)].node
    return node == 0 ? nil : Int64(node)
  }

  /// Keeps a node, where there is room.
  mutating func insert(_ node: Int64, for text: PlainStatement.Text) {
    guard count < Self.most, let number = UInt32(exactly: node) else {
      isFull = true
      return
    }
    if count * 4 >= slots.count * 3 { grow() }
    let (hash, check) = hashes(of: text)
    let place = place(of: hash, check)
    if slots[place].node == 0 { count += 1 }
    slots[place] = Slot(hash: hash, check: check, node: number)
  }

  private func place(of hash: UInt64, _ check: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].node != 0, slots[place].hash != hash || slots[place].check != check {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.node != 0 {
      slots[place(of: slot.hash, slot.check)] = slot
    }
  }

  /// Two hashes that differ by their secrets: eight bytes at a time, multiplied and folded.
  private func hashes(of text: PlainStatement.Text) -> (UInt64, UInt32) {
    let bytes = UnsafeRawBufferPointer(text)
    var (one, two) = (secret.0 ^ UInt64(text.count), secret.1)
    func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return product.high ^ product.low
    }
    var at = 0
    while at + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      (one, two) = (mix(one, word), mix(two, word ^ one))
      at += 8
    }
    var rest: UInt64 = 1
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    (one, two) = (mix(one, rest), mix(two, rest ^ one))
    return (mix(one, secret.1), UInt32(truncatingIfNeeded: mix(two, secret.0)))
  }
}
