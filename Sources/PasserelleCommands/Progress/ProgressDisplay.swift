internal import Foundation
internal import Passerelle
internal import Synchronization

/// Shows how far a long work has come, on the standard error.
///
/// The work says as often as it likes how far it is; a thread looks now and then, so that time goes on
/// even if the work says nothing for long.
final class ProgressDisplay: Sendable {
  private struct State: Sendable {
    var meter: ProgressMeter
    var isEnded = false
  }

  private let state: Mutex<State>
  private let start = ContinuousClock.now
  private let place: ProgressMeter.Place
  private static let pause = 0.1

  init(_ place: ProgressMeter.Place) {
    self.place = place
    state = Mutex(State(meter: ProgressMeter(place)))
  }

  /// Tells how far the work has come.
  var report: WorkProgress.Report {
    guard place != .nowhere else { return { _ in } }
    return { [self] progress in
      let time = self.time
      state.withLock { $0.meter.take(progress, at: time) }
    }
  }

  /// Shows what the body reports until it ends.
  func showing<Value>(_ task: String? = nil, _ body: () throws -> Value) rethrows -> Value {
    guard place != .nowhere else { return try body() }
    if let task { report(WorkProgress(task)) }
    state.withLock { $0.isEnded = false }
    let thread = Thread { [self] in
      while !state.withLock(\.isEnded) {
        Thread.sleep(forTimeInterval: Self.pause)
        let time = self.time
        state.withLock { state in
          if !state.isEnded, let text = state.meter.text(at: time) { Console.write(toErrors: text) }
        }
      }
    }
    thread.start()
    defer {
      state.withLock { state in
        state.isEnded = true
        if let text = state.meter.end() { Console.write(toErrors: text) }
      }
    }
    return try body()
  }

  /// Writes something else to the standard error, on lines of its own.
  func interrupting(_ body: () -> Void) {
    state.withLock { state in
      if let text = state.meter.clear() { Console.write(toErrors: text) }
      body()
    }
  }

  private var time: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
}
