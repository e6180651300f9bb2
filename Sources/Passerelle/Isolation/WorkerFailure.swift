internal import Foundation
internal import PasserelleModel

/// What ended an adapter that ran in a worker.
package struct WorkerFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case signal(Int32)
    case memory(used: UInt64, limit: UInt64)
    case exit(Int32)
    case silence(seconds: Double)
    case flood(bytes: Int)
    case broken
    /// It was ended by a signal that only the system or a person sends.
    case killed
    /// It could not be started, asked or listened to.
    case machine(MachineFault)
    case noWorker(String)
  }

  package var reason: Reason
  /// The last lines that the module printed.
  package var log: [String] = []

  /// What happened, to follow the name of the adapter.
  package var words: String {
    let what =
      switch reason {
      case .signal(SIGXCPU):
        "was stopped: it used more processor time than a file of this size needs"
      case .signal(let number): "crashed (\(Self.name(of: number)))"
      case .memory(let used, let limit):
        "crashed after taking \(used >> 20) MiB of the \(limit >> 20) MiB of memory that it may use"
      case .exit(let code): "exited without a complete answer (exit code \(code))"
      case .silence(let seconds):
        "was stopped: it gave no answer within \(Self.words(seconds))"
      case .flood(let bytes):
        "was stopped: it produced more than \(bytes >> 20) MiB from this source"
      case .broken: "was stopped: its answer is malformed"
      case .killed: "was killed (SIGKILL): by the system, as when memory runs out, or by a person"
      case .machine(let fault): "could not be asked: \(fault)"
      case .noWorker(let why): "could not be run: its process did not start: \(why)"
      }
    return log.isEmpty
      ? what : "\(what); it printed: \(log.map { "'\($0)'" }.joined(separator: ", "))"
  }

  var diagnosticID: Diagnostic.ID {
    switch reason {
    case .signal(SIGXCPU), .silence: .adapterTooSlow
    case .signal: .adapterCrashed
    case .memory: .adapterOutOfMemory
    case .exit: .adapterExited
    case .flood: .adapterFlood
    case .broken: .adapterBroken
    case .killed, .machine: .workerLost
    case .noWorker: .noWorker
    }
  }

  var hint: String {
    switch reason {
    case .noWorker: "'--in-process' runs adapters without one, and without protection"
    case .killed: "close other programs, and try again; the file is not at fault"
    case .machine: "try again when that is done; neither the file nor the adapter is at fault"
    default: "this is a mistake in the adapter, not in the file"
    }
  }

  private static func words(_ seconds: Double) -> String {
    let whole = Int(clamping: Int64(seconds.rounded(.up)))
    return "\(whole) second\(whole == 1 ? "" : "s")"
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGSEGV: "SIGSEGV, an invalid address"
    case SIGBUS: "SIGBUS, an invalid address"
    case SIGILL, SIGTRAP: "SIGILL, a trap"
    case SIGABRT: "SIGABRT, it aborted"
    case SIGFPE: "SIGFPE, an arithmetic error"
    default: "signal \(signal)"
    }
  }
}
