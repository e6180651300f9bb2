internal import ArgumentParser
internal import Foundation
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

  /// Prints a result that has its line ends.
  static func print(whole text: String) {
    write(text, to: .standardOutput)
  }

  /// Tells a person at a terminal what takes its time; a pipe hears nothing.
  static func note(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("passerelle: \(text)…\n", to: .standardError)
  }

  /// Shows how far a long work has come, on one line of a terminal; nothing ends it.
  static func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("\r\u{1B}[K" + (text.map { "passerelle: \($0)…" } ?? ""), to: .standardError)
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
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        guard errno != EPIPE, handle.fileDescriptor == STDOUT_FILENO else { return }
        error("the result cannot be written: \(String(cString: strerror(errno)))")
        exit(ExitStatus.internalError.rawValue)
      }
    }
  }
}
