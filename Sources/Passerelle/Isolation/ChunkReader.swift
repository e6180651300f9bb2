internal import Foundation

/// Reads the chunks that a worker writes, each whole and in its order.
struct ChunkReader: ~Copyable {
  enum Outcome {
    /// A chunk, good until the next is asked for, and the seconds that were waited for it.
    case chunk(UnsafeRawBufferPointer, waited: Double)
    case silence
    case broken
    case failed(MachineFault)
    case end
  }

  private let descriptor: Int32
  private let secret: UInt64
  /// The number of the chunk that comes next.
  private(set) var sequence: UInt32
  private var buffer: UnsafeMutableRawBufferPointer
  /// Where the bytes start that were read and not yet handed out, and where they end.
  private var (start, end) = (0, 0)

  /// More bytes than a chunk has: its records are written when so much of them has come together,
  /// or when one is large.
  private static let most = StatementSender.mostBytes + (2 << 20)

  init(_ descriptor: Int32, secret: UInt64, sequence: UInt32) {
    self.descriptor = descriptor
    self.secret = secret
    self.sequence = sequence
    buffer = .allocate(byteCount: 1 << 20, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Waits for the next chunk, for so many seconds.
  mutating func next(for seconds: Double) -> Outcome {
    var waited = 0.0
    while true {
      if end - start >= ChunkHead.size {
        let head = UnsafeRawBufferPointer(rebasing: buffer[start..<start + ChunkHead.size])
        let count = Int(head.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        guard head.loadUnaligned(as: UInt64.self) == secret,
          head.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == sequence,
          (1...Self.most).contains(count)
        else { return .broken }
        if end - start >= ChunkHead.size + count {
          let chunk = buffer[start + ChunkHead.size..<start + ChunkHead.size + count]
          start += ChunkHead.size + count
          sequence &+= 1
          return .chunk(UnsafeRawBufferPointer(rebasing: chunk), waited: waited)
        }
        makeRoom(for: ChunkHead.size + count)
      } else {
        makeRoom(for: ChunkHead.size)
      }
      guard let time = wait(for: seconds - waited) else { return .silence }
      waited += time
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
      let count = Foundation.read(descriptor, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, let fault = MachineFault(errno) { return .failed(fault) }
      guard count > 0 else { return .end }
      end += count
    }
  }

  /// Moves what is left to the front, into a larger buffer where a chunk needs it.
  private mutating func makeRoom(for count: Int) {
    if start == end { (start, end) = (0, 0) }
    guard start + count > buffer.count || end == buffer.count else { return }
    let rest = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
    if count > buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
      larger.copyMemory(from: rest)
      buffer.deallocate()
      buffer = larger
    } else {
      buffer.copyMemory(from: rest)
    }
    (start, end) = (0, rest.count)
  }

  /// Waits until there is something to read, and says how long that took.
  private func wait(for seconds: Double) -> Double? {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let started = ContinuousClock.now
    while true {
      let elapsed = (ContinuousClock.now - started).seconds
      guard elapsed <= max(0, seconds) else { return nil }
      let left = Int32(clamping: Int((max(0, seconds - elapsed) * 1_000).rounded(.up)))
      let ready = Foundation.poll(&poll, 1, left)
      if ready > 0 { return (ContinuousClock.now - started).seconds }
      if ready == 0 || errno != EINTR { return nil }
    }
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
