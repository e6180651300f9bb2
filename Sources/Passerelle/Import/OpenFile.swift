internal import Crypto
internal import Foundation
internal import Synchronization

/// A file that is open as long as anyone may read from it.
final class OpenFile: Sendable {
  let descriptor: Int32
  private let lastError = Atomic<Int32>(0)

  /// The fault of the machine that kept something from being read, if there was one.
  var fault: MachineFault? { MachineFault(lastError.load(ordering: .relaxed)) }

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Reads bytes from an offset; fewer than were asked for at the end of the file.
  func read(_ count: Int, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let some = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset + filled))
        if some < 0, errno == EINTR { continue }
        if some < 0 { lastError.store(errno, ordering: .relaxed) }
        guard some > 0 else { return }
        filled += some
      }
    }
  }

  /// The SHA-256 of all bytes, in hexadecimal, while each block of them is passed on.
  func hash(_ take: ([UInt8]) -> Void = { _ in }) -> String {
    var (digest, offset) = (SHA256(), 0)
    while true {
      let block = read(1 << 20, at: offset)
      guard !block.isEmpty else { break }
      digest.update(data: block)
      take(block)
      offset += block.count
    }
    return digest.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Writes bytes at the end, and says whether all were.
  func append(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let some = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if some < 0, errno == EINTR { continue }
      guard some > 0 else { return false }
      rest = rest.dropFirst(some)
    }
    return true
  }
}
