/// Why a file is not used as an adapter.
package struct AdapterLoadError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case unreadable(String)
    case notAFile
    case notAModule(String)
    case missingEntryPoint(String)
    case unloadable(String)
    case otherABI(found: UInt32, expected: UInt32)
    case malformed(String)
    case otherName(String)
    case notFound(searched: [String], near: [String])
  }

  /// The file, or the name of the adapter that was asked for.
  package var path: String
  package var reason: Reason
}

extension AdapterLoadError: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .unreadable(let why):
      "\(path) cannot be read: \(why)"
    case .notAFile:
      "\(path) is not a regular file"
    case .notAModule(let why):
      "\(path) is not a module: \(why)"
    case .missingEntryPoint(let symbol):
      "\(path) is no adapter: it exports no '\(symbol)'"
    case .unloadable(let why):
      "\(path) cannot be loaded: \(why)"
    case .otherABI(let found, let expected):
      "\(path) speaks version \(found) of the adapter contract, this host speaks \(expected); "
        + (found > expected ? "update Passerelle" : "build the adapter again with a newer Kit")
    case .malformed(let what):
      "\(path) breaks the adapter contract: \(what)"
    case .otherName(let name):
      "\(path) calls itself '\(name)'; the file must be named lib\(name).so"
    case .notFound(let searched, let near):
      "there is no adapter '\(path)'"
        + (near.isEmpty ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
        + "\n  searched: \(searched.joined(separator: ", "))"
    }
  }
}
