internal import PasserelleModel

/// The memory that rows are scanned in: a buffer of bytes that grows, and a list of fields that
/// does not.
///
/// Plain memory instead of arrays: a million rows would otherwise count references ten million times.
final class RowStorage {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  /// Room for the fields of one row, and one more.
  let fields: UnsafeMutablePointer<RowScan.Field>
  /// For each byte, whether a bare field may not simply go on with it.
  let special: UnsafeMutablePointer<Bool>

  init(columns: Int) {
    capacity = 2 * TextStream.chunk
    bytes = .allocate(capacity: capacity)
    fields = .allocate(capacity: columns + 1)
    special = .allocate(capacity: 256)
    special.initialize(repeating: false, count: 256)
  }

  deinit {
    bytes.deallocate()
    fields.deallocate()
    special.deallocate()
  }

  func append(_ chunk: [UInt8]) {
    if count + chunk.count > capacity {
      capacity = 2 * (count + chunk.count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      larger.update(from: bytes, count: count)
      bytes.deallocate()
      bytes = larger
    }
    chunk.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { (bytes + count).update(from: start, count: source.count) }
    }
    count += chunk.count
  }

  func removeFirst(_ number: Int) {
    count -= number
    bytes.update(from: bytes + number, count: count)
  }

  /// The bytes from one index to another.
  subscript(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }
}
