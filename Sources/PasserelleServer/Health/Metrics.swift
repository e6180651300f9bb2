internal import Synchronization

/// How much was answered, and how fast, by door: numbers alone, and nothing of what was asked.
public final class Metrics: Sendable {
  private struct Counts: Sendable {
    var byStatus: [Int: Int] = [:]
    /// How many answers took no longer than each of the bounds.
    var within = Array(repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var seconds = 0.0
    var bytes = 0
  }

  /// The bounds of the histogram, in seconds.
  private static let bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]
  private let doors = Mutex<[String: Counts]>([:])

  /// Counts an answer.
  ///
  /// - Parameters:
  ///   - door: The door that gave it.
  ///   - status: Its status.
  ///   - bytes: The length of its body.
  ///   - time: How long it took.
  public func count(_ door: String, status: Int, bytes: Int, took time: Duration) {
    let parts = time.components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    doors.withLock { doors in
      doors[door, default: Counts()].byStatus[status, default: 0] += 1
      doors[door]?.count += 1
      doors[door]?.seconds += seconds
      doors[door]?.bytes += bytes
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
        doors[door]?.within[index] += 1
      }
    }
  }

  /// The numbers in the text form of Prometheus.
  var text: String {
    let doors = doors.withLock { $0.sorted { $0.key < $1.key } }
    var lines = [
      "# HELP passerelle_requests_total Requests that were answered.",
      "# TYPE passerelle_requests_total counter",
    ]
    for (door, counts) in doors {
      lines += counts.byStatus.sorted { $0.key < $1.key }.map {
        "passerelle_requests_total{door=\"\(door)\",status=\"\($0)\"} \($1)"
      }
    }
    lines += [
      "# HELP passerelle_response_bytes_total Bytes of bodies that were sent.",
      "# TYPE passerelle_response_bytes_total counter",
    ]
    lines += doors.map { "passerelle_response_bytes_total{door=\"\($0)\"} \($1.bytes)" }
    lines += [
      "# HELP passerelle_request_seconds How long it took to answer.",
      "# TYPE passerelle_request_seconds histogram",
    ]
    for (door, counts) in doors {
      let name = "passerelle_request_seconds"
      lines += zip(Self.bounds, counts.within).map {
        "\(name)_bucket{door=\"\(door)\",le=\"\($0)\"} \($1)"
      }
      lines += [
        "\(name)_bucket{door=\"\(door)\",le=\"+Inf\"} \(counts.count)",
        "\(name)_sum{door=\"\(door)\"} \(counts.seconds)",
        "\(name)_count{door=\"\(door)\"} \(counts.count)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
