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

  init(columns: Int) {
    capacity = 2 * TextStream.chunk
    bytes = .allocate(capacity: capacity + ByteSearch.margin)
    fields = .allocate(capacity: columns + 1)
    endSearches()
  }

  deinit {
    bytes.deallocate()
    fields.deallocate()
  }

  func append(_ chunk: [UInt8]) {
    if count + chunk.count > capacity {
      capacity = 2 * (count + chunk.count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(
        capacity: capacity + ByteSearch.margin)
      larger.update(from: bytes, count: count)
      bytes.deallocate()
      bytes = larger
    }
    chunk.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { (bytes + count).update(from: start, count: source.count) }
    }
    count += chunk.count
    endSearches()
  }

  func removeFirst(_ number: Int) {
    count -= number
    bytes.update(from: bytes + number, count: count)
    endSearches()
  }

  /// Puts zeros behind the bytes.
  private func endSearches() {
    (bytes + count).update(repeating: 0, count: ByteSearch.margin)
  }

  /// The bytes from one index to another.
  subscript(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }
}
