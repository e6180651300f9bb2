internal import Synchronization

/// Answers that were given a short while ago, so that the same question costs nothing.
///
/// They are found by a hash of the question, and the questions themselves are not kept. When it is full, what
/// was not asked for since the last time is let go.
final class RememberedAnswers: Sendable {
  fileprivate struct Shelves {
    var new: [String: ServerResponse] = [:]
    var old: [String: ServerResponse] = [:]
    var bytes = 0
  }

  /// The bytes of a shelf; there are two.
  private static let most = 8 << 20
  private let shelves = Mutex(Shelves())

  subscript(tag: String) -> ServerResponse? {
    shelves.withLock { shelves in
      if let known = shelves.new[tag] { return known }
      guard let known = shelves.old[tag] else { return nil }
      shelves.keep(known, of: tag, most: Self.most)
      return known
    }
  }

  /// Keeps an answer, unless it alone would fill a quarter of the room.
  func keep(_ response: ServerResponse, of tag: String) {
    guard response.body.count < Self.most / 4 else { return }
    shelves.withLock { $0.keep(response, of: tag, most: Self.most) }
  }
}

extension RememberedAnswers.Shelves {
  fileprivate mutating func keep(_ response: ServerResponse, of tag: String, most: Int) {
    // The names, header fields and tables take their room, too.
    let size = response.body.count + 1_024
    if bytes + size > most {
      (old, new, bytes) = (new, [:], 0)
    }
    if new.updateValue(response, forKey: tag) == nil { bytes += size }
  }
}
