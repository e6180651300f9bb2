internal import CZip
internal import PasserelleModel

/// Lets C read a part of a source.
final class PartReader {
  static let chunk = 64 << 10

  private let part: SourcePart

  init(_ part: SourcePart) { self.part = part }

  /// This object, as what C hands back; the caller keeps it alive.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Copies bytes of the part.
  static let read: czip_source = { context, offset, buffer, count in
    guard let context, let buffer else { return -1 }
    let reader = Unmanaged<PartReader>.fromOpaque(context).takeUnretainedValue()
    return Int64(
      reader.part.read(
        at: offset, into: UnsafeMutableRawBufferPointer(start: buffer, count: count)))
  }

  /// The bytes of the part, found by asking where there is still one.
  var size: UInt64 {
    guard isInside(0) else { return 0 }
    var beyond: UInt64 = 1
    while isInside(beyond), beyond < 1 << 50 { beyond *= 2 }
    var inside = beyond / 2
    while beyond - inside > 1 {
      let middle = inside + (beyond - inside) / 2
      if isInside(middle) { inside = middle } else { beyond = middle }
    }
    return beyond
  }

  private func isInside(_ offset: UInt64) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
      part.read(at: offset, into: $0) > 0
    }
  }
}

extension SourcePart {
  /// Why the part cannot be opened.
  func problem(_ status: czip_status, _ kind: String) -> Diagnostic {
    switch status {
    case CZIP_NO_LIBRARY:
      .error(
        .unreadFormat, at: position, "this is a \(kind), and libzip or zlib is not installed",
        hint: "install them (Debian: 'apt-get install libzip4 zlib1g')")
    case CZIP_MEMORY: .error(.outOfMemory, at: position, "out of memory")
    default:
      .error(
        .brokenArchive, at: position, "the \(kind) is damaged, or ends too early",
        hint: "get the file again")
    }
  }
}
