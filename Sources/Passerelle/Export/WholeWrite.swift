internal import Foundation

/// Writes bytes whole, however little the other end takes at a time.
package enum WholeWrite {
  /// Writes bytes to a descriptor.
  ///
  /// A pipe may have been left non-blocking by the program at its other end, as some terminals and servers of
  /// scripts do: then its reader is waited for, as if it were not.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - descriptor: Where they go.
  /// - Returns: 0, or the number of the error that kept the rest from being written.
  package static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> Int32 {
    bytes.withContiguousStorageIfAvailable { write(UnsafeRawBufferPointer($0), to: descriptor) }
      ?? Array(bytes).withUnsafeBytes { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, slice.baseAddress, slice.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard Foundation.poll(&poll, 1, -1) >= 0 || errno == EINTR else { return errno }
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
