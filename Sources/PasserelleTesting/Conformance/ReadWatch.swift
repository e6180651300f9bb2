import PasserelleKit
internal import Synchronization

/// Serves the files of a sample in its own way, and keeps count of how far they are read.
final class ReadWatch: Sendable {
  private let furthest = Mutex(0)
  private let total = Mutex(0)

  /// The end of the bytes that were asked for, in the file that was read furthest.
  var end: Int { furthest.withLock { $0 } }
  /// How many bytes were handed out, some perhaps twice.
  var bytes: Int { total.withLock { $0 } }

  /// Serves a sample in pieces of a few bytes, as a host may.
  static func pieces(of sample: Sample, bytes: Int) -> Source {
    Source(
      parts: sample.source.parts.map { part in
        SourcePart(name: part.name, index: part.index) { offset, buffer in
          part.read(at: offset, into: .init(rebasing: buffer.prefix(bytes)))
        }
      })
  }

  /// Serves a sample whose files go on with empty lines and do not end.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - limit: How many bytes the readers may take of a file.
  ///   - cut: Where a file that is read past all limits ends after all, so that the test does.
  /// - Returns: The source.
  func endless(_ sample: Sample, limit: Int, cut: Int) -> Source {
    var limits = SourceLimits()
    (limits.documentBytes, limits.streamBytes, limits.jsonBytes) = (limit, limit, limit)
    return Source(
      parts: sample.source.parts.map { part in
        SourcePart(name: part.name, index: part.index, limits: limits) { offset, buffer in
          guard offset < UInt64(cut) else { return 0 }
          let count = max(0, part.read(at: offset, into: buffer))
          for index in count..<buffer.count { buffer[index] = UInt8(ascii: "\n") }
          self.count(Int(offset) + buffer.count, buffer.count)
          return buffer.count
        }
      })
  }

  private func count(_ end: Int, _ bytes: Int) {
    furthest.withLock { $0 = max($0, end) }
    total.withLock { $0 += bytes }
  }
}
