/// Numbers texts in the order in which they are first met, by their bytes.
///
/// A release names each concept dozens of times. Looked up by the bytes of a field, a name that is known
/// costs no text of its own.
///
/// ```swift
/// let subject = row.index(of: column) { concepts.index(of: $0) }
/// ```
public struct TextIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where the bytes of each text end; they start where those of the one before do.
  private var ends: [Int] = []
  /// The number of a text and one, or 0.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  private let secret = UInt64.random(in: 1 ... .max)

  /// Creates an index without any text.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// Returns the number of a text, where it is known.
  public func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slots[place(of: text)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// Adds a text, and returns its number; nothing where it is known.
  public mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    let place = place(of: text)
    guard slots[place] == 0 else { return nil }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[place] = UInt32(count)
    return count - 1
  }

  /// Adds a text, and returns its number; nothing where it is known.
  package mutating func insert(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { insert($0) }
  }

  private func place(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash(of: UnsafeRawBufferPointer(text))) & mask
    while slots[place] != 0, !isText(Int(slots[place]) - 1, text) { place = (place + 1) & mask }
    return place
  }

  private func isText(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: index)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[range]).isEqual(to: text)
    }
  }

  private func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    bytes.withUnsafeBytes { pool in
      for index in ends.indices {
        let text = UnsafeRawBufferPointer(rebasing: pool[range(of: index)])
        var place = Int(truncatingIfNeeded: hash(of: text)) & mask
        while slots[place] != 0 { place = (place + 1) & mask }
        slots[place] = UInt32(index + 1)
      }
    }
  }

  /// Eight bytes at a time, multiplied and folded, with a secret: nobody can choose names that collide.
  private func hash(of text: UnsafeRawBufferPointer) -> UInt64 {
    var hash = secret ^ UInt64(text.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    var at = 0
    while at + 8 <= text.count {
      mix(text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 1
    while at < text.count {
      rest = rest << 8 | UInt64(text[at])
      at += 1
    }
    mix(rest)
    mix(secret)
    return hash
  }
}
