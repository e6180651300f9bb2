internal import CPasserelle
internal import Foundation

/// Where a worker writes its answers: in large chunks, because each costs a system call.
final class ResultStream {
  private let descriptor: Int32
  private let secret: UInt64
  private var sequence: UInt32 = 0
  private var buffer: UnsafeMutableRawPointer
  private var capacity = 2 * ResultStream.chunk
  private var count = ChunkHead.size
  /// Whether the host has stopped listening.
  private(set) var isClosed = false

  /// So much is written at once.
  private static let chunk = 256 << 10

  init(to descriptor: Int32, secret: UInt64) {
    self.descriptor = descriptor
    self.secret = secret
    buffer = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { buffer.deallocate() }

  /// Writes a record that was put together elsewhere.
  func put(_ message: MessageWriter) {
    message.bytes.withUnsafeBytes { append($0) }
  }

  @inline(__always)
  func put(_ number: UInt32) {
    room(for: 4)
    buffer.storeBytes(of: number, toByteOffset: count, as: UInt32.self)
    count += 4
  }

  @inline(__always)
  func put(_ text: passerelle_text) {
    append(UnsafeRawBufferPointer(start: text.bytes, count: text.count))
  }

  private func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    room(for: bytes.count)
    (buffer + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  private func room(for more: Int) {
    if count + more > capacity { grow(for: more) }
  }

  private func grow(for more: Int) {
    capacity = 2 * (count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: buffer, byteCount: count)
    buffer.deallocate()
    buffer = larger
  }

  /// Ends a record, and writes what has come together where that is much.
  @inline(__always)
  func endRecord() {
    if count >= Self.chunk { flush() }
  }

  /// Writes what has come together.
  func flush() {
    guard count > ChunkHead.size, !isClosed else {
      count = ChunkHead.size
      return
    }
    buffer.storeBytes(of: secret, toByteOffset: 0, as: UInt64.self)
    buffer.storeBytes(of: sequence, toByteOffset: 8, as: UInt32.self)
    buffer.storeBytes(of: UInt32(count - ChunkHead.size), toByteOffset: 12, as: UInt32.self)
    sequence &+= 1
    var written = 0
    while written < count {
      let some = write(descriptor, buffer + written, count - written)
      if some < 0, errno == EINTR { continue }
      guard some > 0 else {
        isClosed = true
        break
      }
      written += some
    }
    count = ChunkHead.size
  }
}
