internal import Foundation
internal import HTTPTypes
internal import Synchronization

/// A line of JSON for each request, on the standard output: when, which door, what became of it, how long it took.
///
/// Nothing of what was asked is in it: no path, no query, no header, no address of a client.
final class RequestLog: Sendable {
  private let lines = Mutex<[UInt8]>([])
  /// The second that was written last, for most lines have the same.
  private let now = Mutex((second: 0, text: ""))
  /// The bytes that are written at once; a timer writes what is left.
  private static let most = 1 << 14

  /// Notes a request.
  func note(
    _ method: HTTPRequest.Method, door: String, status: Int, bytes: Int, _ duration: Duration
  ) {
    let known: Set<HTTPRequest.Method> = [.get, .head, .post, .options]
    let microseconds =
      duration.components.attoseconds / 1_000_000_000_000
      + duration.components.seconds * 1_000_000
    let line = """
      {"time":"\(time())","door":"\(door)",\
      "method":"\(known.contains(method) ? method.rawValue : "other")",\
      "status":\(status),"bytes":\(bytes),"microseconds":\(microseconds)}

      """
    let full = lines.withLock { lines -> [UInt8]? in
      lines += Array(line.utf8)
      guard lines.count > Self.most else { return nil }
      defer { lines.removeAll(keepingCapacity: true) }
      return lines
    }
    if let full { Self.write(full) }
  }

  /// Writes what is waiting.
  func flush() {
    let rest = lines.withLock { lines in
      defer { lines.removeAll(keepingCapacity: true) }
      return lines
    }
    if !rest.isEmpty { Self.write(rest) }
  }

  /// A log that nobody reads must not stop a server.
  private static func write(_ bytes: [UInt8]) {
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  private func time() -> String {
    let second = Foundation.time(nil)
    return now.withLock { now in
      if now.second != second {
        now = (second, Date(timeIntervalSince1970: Double(second)).formatted(.iso8601))
      }
      return now.text
    }
  }
}
