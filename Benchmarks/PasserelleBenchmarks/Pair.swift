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
  @discardableResult
  func measure(rounds: Int) throws -> Result {
    var costs: (floor: [Job.Cost], ours: [Job.Cost]) = ([], [])
    for _ in 0..<(self.rounds ?? rounds) * repetitions {
      costs.floor.append(try floor.run())
      costs.ours.append(try ours.run())
    }
    let figure: (Job.Cost) -> Double = isLatency ? \.wall : \.cpu
    let (base, own) = (median(costs.floor.map(figure)), median(costs.ours.map(figure)))
    let ratio = own / base
    print("\n\(title)")
    report(floor.name, costs.floor)
    report(ours.name, costs.ours)
    let peak = costs.ours.map(\.memory).max() ?? 0
    let checks: [(isMet: Bool, words: String)] = [
      bar.map { (ratio <= $0, "bar \($0)") },
      limit.map { (own <= $0, "at most \(format($0 * 1000, 0)) ms") },
      surplus.map { most in
        (
          own - base <= most,
          "\(format((own - base) * 1000, 1)) ms more, at most \(format(most * 1000, 0))"
        )
      },
      memory.map { (peak <= $0, "at most \(format($0, 0)) MiB") },
    ].compactMap(\.self)
    let verdicts = checks.map { "; \($0.words): \($0.isMet ? "met" : "MISSED")" }.joined()
    print("  ratio of \(isLatency ? "wall" : "CPU") \(format(ratio, 2))\(verdicts)")
    // What has been measured is seen at once, wherever it is written.
    fflush(nil)
    return Result(
      title: title, measure: isLatency ? "wall" : "cpu", ratio: ratio,
      floor: .init(name: floor.name, runs: costs.floor),
      ours: .init(name: ours.name, runs: costs.ours), isMet: checks.allSatisfy(\.isMet))
  }

  /// What a pair took, run by run, for other programs.
  struct Result: Encodable {
    struct Side: Encodable {
      var name: String
      var runs: [Job.Cost]
    }

    var title: String
    var measure: String
    var ratio: Double
    var floor: Side
    var ours: Side
    var isMet: Bool
  }

  private func report(_ name: String, _ costs: [Job.Cost]) {
    let (cpu, wall) = (median(costs.map(\.cpu)), median(costs.map(\.wall)))
    let rate = bytes.map { ", \(format(Double($0) / 1e6 / cpu, 0)) MB/s of CPU" } ?? ""
    let memory = costs.map(\.memory).max() ?? 0
    let label = name.padding(toLength: 20, withPad: " ", startingAt: 0)
    print(
      "  \(label) CPU \(format(cpu * 1000, 1)) ms, wall \(format(wall * 1000, 1)) ms\(rate), "
        + "peak \(format(memory, 1)) MiB")
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
