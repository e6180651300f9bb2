internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

/// Prints: results to standard output, everything else to standard error.
enum Console {
  /// What standard output can show.
  static var ink: Ink {
    guard isatty(STDOUT_FILENO) == 1 else { return .plain }
    let environment = ProcessInfo.processInfo.environment
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Ink(
      hasColour: environment["NO_COLOR"] == nil && environment["TERM"] != "dumb",
      width: isKnown ? min(100, max(40, Int(size.ws_col))) : nil)
  }

  /// Prints a result.
  static func print(_ text: String) {
    write(text + "\n", to: .standardOutput)
  }

  /// Prints what was done for good.
  ///
  /// It is done, whether or not it can be told: a script must not take a full disk under the report for an
  /// import that was not kept.
  static func print(done text: String) {
    let failure = WholeWrite.write((text + "\n").utf8, to: STDOUT_FILENO)
    guard failure != 0, failure != EPIPE else { return }
    error("it is done and kept; only the report of it cannot be written: \(words(of: failure))")
  }

  /// Prints a result that has its line ends.
  static func print(whole text: String) {
    write(text, to: .standardOutput)
  }

  /// Tells a person at a terminal what takes its time; a pipe hears nothing.
  static func note(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("passerelle: \(text)…\n", to: .standardError)
  }

  /// Writes to the standard error as it is.
  static func write(toErrors text: String) {
    write(text, to: .standardError)
  }

  /// Asks a person at a terminal; the answer is written behind it.
  static func prompt(_ question: String) {
    write(question, to: .standardError)
  }

  /// Prints what went wrong.
  static func error(_ text: String) {
    write("passerelle: \(text)\n", to: .standardError)
  }

  /// Prints lines that are no result, as they are.
  static func lines(_ lines: [String]) {
    for line in lines { write(line + "\n", to: .standardError) }
  }

  /// Prints a line for each problem of a source, as compilers do.
  static func diagnostics(_ diagnostics: [Diagnostic], to handle: FileHandle = .standardError) {
    for diagnostic in diagnostics {
      write(diagnostic.description.printableLines + "\n", to: handle)
    }
  }

  /// Writes all, or nothing where the reader has gone: `passerelle list isco-08 | head` is no error.
  ///
  /// A result that cannot be written, to a full disk for instance, ends the program: it must not pass
  /// for one that was.
  private static func write(_ text: String, to handle: FileHandle) {
    write(Array(text.utf8), to: handle)
  }

  static func write(_ bytes: [UInt8], to handle: FileHandle) {
    let failure = WholeWrite.write(bytes, to: handle.fileDescriptor)
    guard failure != 0, failure != EPIPE, handle.fileDescriptor == STDOUT_FILENO else { return }
    error("the result cannot be written: \(words(of: failure))")
    exit(ExitStatus.internalError.rawValue)
  }

  private static func words(of failure: Int32) -> String { String(cString: strerror(failure)) }
}
