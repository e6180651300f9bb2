internal import Foundation

/// Waits for files to change, until it is asked to end.
///
/// The files are looked at four times a second: an editor that puts a new file in the old one's place is
/// seen like one that writes into it, on every file system.
package struct FileWatch {
  private let files: () -> [SourceFile]
  private var seen: String
  private var signals = sigset_t()

  private static let pause = timespec(tv_sec: 0, tv_nsec: 250_000_000)

  /// Starts to watch; from now on Ctrl-C ends the next wait instead of the program.
  ///
  /// - Parameter files: The files to look at; asked anew each time, for folders get new ones.
  package init(_ files: @escaping () -> [SourceFile]) {
    self.files = files
    seen = Self.state(of: files())
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits until a file has changed since the last wait began to be over.
  ///
  /// - Returns: Whether one has; not where Ctrl-C was pressed.
  package mutating func waitForChange() -> Bool {
    while true {
      var pause = Self.pause
      let signal = sigtimedwait(&signals, nil, &pause)
      if signal > 0 { return false }
      let now = Self.state(of: files())
      if now != seen {
        seen = now
        return true
      }
    }
  }

  private static func state(of files: [SourceFile]) -> String {
    var fingerprint = Fingerprint()
    for file in files {
      for part in file.parts {
        fingerprint.add(part.path)
        FileState(of: part.path).add(to: &fingerprint)
      }
    }
    return fingerprint.text
  }
}
