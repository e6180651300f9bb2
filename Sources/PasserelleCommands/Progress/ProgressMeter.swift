internal import Passerelle

/// Decides what is shown of a long work, and when: it is given the time, and asks no clock.
struct ProgressMeter: Sendable {
  /// Where it is shown.
  enum Place: Sendable, Hashable {
    /// On one line of a terminal that many columns wide, over and over.
    case terminal(width: Int)
    /// In a file that is read later, on a line a minute.
    case log
    /// Nowhere: a pipe, or somebody has asked for quiet.
    case nowhere
  }

  private let place: Place
  private var latest: WorkProgress?
  /// When the work that is being done was begun.
  private var begun = 0.0
  /// When something was shown last.
  private var shown: Double?
  /// Whether a line stands on the terminal that is not ended.
  private var isLineOpen = false

  /// Work that is done by then is not worth a word.
  private static let patience = 0.5
  private static let logPause = 60.0

  init(_ place: Place) { self.place = place }

  /// Takes how far the work has come.
  ///
  /// - Parameters:
  ///   - progress: How far.
  ///   - time: The seconds since anything began.
  mutating func take(_ progress: WorkProgress, at time: Double) {
    if latest?.task != progress.task { (begun, shown) = (time, nil) }
    latest = progress
  }

  /// What is to be written now, if anything.
  ///
  /// - Parameter time: The seconds since anything began.
  /// - Returns: Text for the standard error, as it is.
  mutating func text(at time: Double) -> String? {
    guard let latest else { return nil }
    let line = ProgressLine(latest, after: time - begun)
    switch place {
    case .nowhere: return nil
    case .terminal(let width):
      guard isLineOpen || time - begun >= Self.patience else { return nil }
      isLineOpen = true
      return "\r\u{1B}[K" + line.bar(within: width)
    case .log:
      guard time - (shown ?? begun) >= Self.logPause else { return nil }
      shown = time
      return "passerelle: \(line.words)\n"
    }
  }

  /// Ends the line on the terminal, for something else to be written, or for good.
  mutating func clear() -> String? {
    guard isLineOpen else { return nil }
    isLineOpen = false
    return "\r\u{1B}[K"
  }

  /// Ends a work.
  mutating func end() -> String? {
    latest = nil
    return clear()
  }
}

extension ProgressMeter.Place {
  /// Where progress is shown.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal that the standard error is; `nil` if it is none.
  ///   - isFile: Whether it is a file.
  ///   - environment: The environment: who sets `NO_COLOR`, or has a terminal that cannot go back on its
  ///     line, is shown nothing.
  ///   - isQuiet: Whether somebody has asked for quiet.
  init(terminal width: Int?, isFile: Bool, _ environment: [String: String], isQuiet: Bool) {
    let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    if isQuiet || isPlain {
      self = .nowhere
    } else if let width {
      self = .terminal(width: width)
    } else {
      self = isFile ? .log : .nowhere
    }
  }
}
