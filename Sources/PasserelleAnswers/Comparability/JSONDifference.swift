internal import Foundation

/// What is different between two values of JSON, place by place.
struct JSONDifference {
  let lines: [String]

  init(from before: Any?, to after: Any?) {
    lines = Self.lines(before, after, at: "")
  }

  private static func lines(_ before: Any?, _ after: Any?, at place: String) -> [String] {
    if let before = before as? [String: Any], let after = after as? [String: Any] {
      return Set(before.keys).union(after.keys).sorted().flatMap { key in
        lines(before[key], after[key], at: place.isEmpty ? key : "\(place).\(key)")
      }
    }
    if let before = before as? [Any], let after = after as? [Any] {
      return (0..<max(before.count, after.count)).flatMap { index in
        lines(
          index < before.count ? before[index] : nil, index < after.count ? after[index] : nil,
          at: "\(place)[\(index)]")
      }
    }
    let (was, now) = (text(before), text(after))
    return was == now ? [] : ["\(place): \(was) → \(now)"]
  }

  private static func text(_ value: Any?) -> String {
    guard let value else { return "nothing" }
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "?"
  }
}
