import Foundation

/// The same work at three sizes, each ten times the one before.
struct GrowthSeries {
  var title: String
  var jobs: [Job]

  /// Runs all by turns, and prints what each took and how that grows.
  func measure(rounds: Int) {
    var costs = jobs.map { _ in [Double]() }
    do {
      for _ in 0..<rounds {
        for (index, job) in jobs.enumerated() { costs[index].append(try job.run().cpu) }
      }
    } catch {
      print("\n\(title)\n  not measured: \(error)")
      return
    }
    let medians = costs.map { $0.sorted()[$0.count / 2] }
    print("\n\(title)")
    for (job, cost) in zip(jobs, medians) {
      print("  \(job.name): CPU \(String(format: "%.1f", cost * 1000)) ms")
    }
    // What it costs to start is a part of the small ones; the last step tells how the work grows.
    for (smaller, larger) in zip(medians, medians.dropFirst()) {
      print("  exponent \(String(format: "%.2f", log10(larger / smaller)))")
    }
  }
}
