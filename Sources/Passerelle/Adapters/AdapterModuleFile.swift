internal import CSandbox
internal import Foundation

/// A module that may be loaded: found, looked at, and open.
///
/// It is opened once. What was looked at is what is loaded, whatever happens to the path.
struct AdapterModuleFile: Sendable {
  /// The name of the adapter: `Plain` for `libPlain.so`.
  let name: String
  /// Where it was found, for people.
  let path: String
  let isBundled: Bool
  /// The bytes: the file itself, or a copy in memory that nobody can change.
  let file: OpenFile

  var entryPoint: String { Self.entryPoint(of: name) }

  /// What the dynamic linker is given.
  ///
  /// It knows a library by this name for good, so the descriptor must stay open where it is used.
  var loadingPath: String { "/proc/self/fd/\(file.descriptor)" }

  static func entryPoint(of name: String) -> String { "passerelle_adapter_\(name)" }

  func failure(_ reason: AdapterLoadError.Reason) -> AdapterLoadError {
    AdapterLoadError(path: path, reason: reason)
  }
}
