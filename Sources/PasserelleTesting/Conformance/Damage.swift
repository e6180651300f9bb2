/// Makes damaged copies of a file, each of which can be made again.
struct Damage: Sendable {
  /// A damaged copy.
  struct Copy {
    /// How it was made: `cut after 12 bytes`.
    let origin: String
    let bytes: [UInt8]
  }

  let bytes: [UInt8]
  let seed: UInt64

  /// Where a file is cut: at every byte of a small one; of a large one densely at both ends, and evenly
  /// between.
  var cuts: [Int] {
    guard bytes.count > Self.small else { return Array(bytes.indices) }
    let step = max(1, bytes.count / 1_024)
    return bytes.indices.filter { index in
      index < 1_024 || index >= bytes.count - 1_024 || index % step == 0
    }
  }

  /// The file up to a byte.
  func cut(at end: Int) -> Copy {
    Copy(origin: "cut after \(end) bytes", bytes: Array(bytes[..<end]))
  }

  private static let small = 6 << 10

  /// What readers stumble over.
  private static let awkward: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0x0A], [0x0D], [0x22], [0x27], [0x3C], [0x26], [0x7B],
    [0x5D], [0x3A, 0x20], [0x2D, 0x20], [0x23], [0x5C], [0x2C], [0x09], Array("\u{202E}".utf8),
    Array("&lt;".utf8), Array("99999999999999999999".utf8), Array("-1".utf8),
  ]

  /// One of the changed copies: bytes exchanged, taken out, repeated or put in.
  func mutation(_ number: Int) -> Copy {
    var dice = Dice(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    var copy = bytes
    for _ in 0...Int.random(in: 0...2, using: &dice) where !copy.isEmpty {
      let start = Int.random(in: copy.indices, using: &dice)
      let run = start..<min(copy.count, start + Int.random(in: 1...24, using: &dice))
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: copy[start] = UInt8.random(in: .min ... .max, using: &dice)
      case 1: copy.removeSubrange(run)
      case 2: copy.insert(contentsOf: copy[run], at: Int.random(in: 0...copy.count, using: &dice))
      default: copy.insert(contentsOf: Self.awkward.randomElement(using: &dice) ?? [], at: start)
      }
    }
    return Copy(origin: "mutation \(number) of seed \(seed)", bytes: copy)
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
