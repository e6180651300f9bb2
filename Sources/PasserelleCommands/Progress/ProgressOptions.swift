internal import ArgumentParser
internal import Foundation

/// Whether long work shows how far it has come.
struct ProgressOptions: ParsableArguments {
  @Flag(help: "Do not show how far the work has come.")
  var quiet = false

  /// Where it is shown: on a terminal, or in a log.
  ///
  /// - Parameter isBesideResult: Whether the result is written meanwhile, to the standard output; a terminal
  ///   that shows it has no room for anything else.
  /// - Returns: What shows it there.
  func display(besideResult isBesideResult: Bool = false) -> ProgressDisplay {
    var (status, size) = (stat(), winsize())
    let isFile =
      fstat(STDERR_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let width = isatty(STDERR_FILENO) == 1 ? (isKnown ? Int(size.ws_col) : 80) : nil
    return ProgressDisplay(
      ProgressMeter.Place(
        terminal: width, isFile: isFile, ProcessInfo.processInfo.environment,
        isQuiet: quiet || isBesideResult && isatty(STDOUT_FILENO) == 1))
  }
}
