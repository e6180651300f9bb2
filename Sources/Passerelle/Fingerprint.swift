/// A number that two lists of texts share only if they are alike: FNV-1a, the same in every process.
package struct Fingerprint {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF as UInt8)
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: number) { bytes in
      for byte in bytes { add(byte) }
    }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  package var text: String { String(value, radix: 16) }
}
