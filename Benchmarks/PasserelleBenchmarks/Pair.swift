import Foundation

/// A program of ours beside its floor, or beside a peer.
struct Pair {
  var title: String
  var floor: Job
  var ours: Job
  /// The most that the ratio may be, where it was promised.
  var bar: Double?
  /// The most that ours may take in seconds, where that was promised.
  var limit: Double?
  /// The most by which ours may take longer than the floor, in seconds, where that was promised.
  var surplus: Double?
  /// The most memory that ours may take in MiB, where that was promised.
  var memory: Double?
  /// Whether wall time is compared; CPU time otherwise.
  var isLatency = false
  /// How often the two run within one round, for what takes milliseconds.
  var repetitions = 1
  /// How many rounds are run, where it is not for the caller to say.
  var rounds: Int?
  /// The bytes that are read, for a rate.
  var bytes: Int?

  /// Runs both in turn and prints what they took.
  func measure(rounds: Int) throws {
    var costs: (floor: [Job.Cost], ours: [Job.Cost]) = ([], [])
    for _ in 0..<(self.rounds ?? rounds) * repetitions {
      costs.floor.append(try floor.run())
      costs.ours.append(try ours.run())
    }
    let figure: (Job.Cost) -> Double = isLatency ? \.wall : \.cpu
    let (base, own) = (median(costs.floor.map(figure)), median(costs.ours.map(figure)))
    let ratio = own / base
    print("\n\(title)")
    report(floor.name, base, costs.floor)
    report(ours.name, own, costs.ours)
    let peak = costs.ours.map(\.memory).max() ?? 0
    let verdicts = [
      bar.map { ratio <= $0 ? " (bar \($0): met)" : " (bar \($0): MISSED)" },
      limit.map { ", ours \(own <= $0 ? "within" : "NOT WITHIN") \(format($0 * 1000, 0)) ms" },
      surplus.map { most in
        let more = own - base
        return ", \(format(more * 1000, 1)) ms more (\(format(most * 1000, 0)) ms allowed: "
          + (more <= most ? "met)" : "MISSED)")
      },
      memory.map { ", memory \(peak <= $0 ? "within" : "NOT WITHIN") \(format($0, 0)) MiB" },
    ]
    print("  ratio \(format(ratio, 2))\(verdicts.compactMap(\.self).joined())")
  }

  private func report(_ name: String, _ seconds: Double, _ costs: [Job.Cost]) {
    let rate = bytes.map { ", \(format(Double($0) / 1e6 / seconds, 0)) MB/s" } ?? ""
    let memory = costs.map(\.memory).max() ?? 0
    let label = name.padding(toLength: 20, withPad: " ", startingAt: 0)
    print("  \(label) \(format(seconds * 1000, 1)) ms\(rate), peak \(format(memory, 1)) MiB")
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.count % 2 == 1
      ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
  }

  private func format(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  static func size(of path: String) -> Int? {
    try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
  }
}
