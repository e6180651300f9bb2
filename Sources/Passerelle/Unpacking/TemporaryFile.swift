internal import CSandbox
internal import Foundation

/// A file without a name on any disk, which is gone when nobody holds it.
package final class TemporaryFile: Sendable {
  private let file: OpenFile

  /// Makes an empty file; nothing if there is no room for one.
  package init?() {
    let descriptor = csandbox_temporary_file(NSTemporaryDirectory())
    guard descriptor >= 0 else { return nil }
    file = OpenFile(descriptor)
  }

  /// Where the file can be opened as long as it is held.
  package var path: String { "/proc/self/fd/\(file.descriptor)" }

  /// Hands over all bytes, piece by piece.
  package func forEachPiece(_ take: ([UInt8]) throws -> Void) rethrows {
    var offset = 0
    while true {
      let piece = file.read(1 << 18, at: offset)
      guard !piece.isEmpty else { return }
      offset += piece.count
      try take(piece)
    }
  }
}
