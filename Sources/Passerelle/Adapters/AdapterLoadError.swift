internal import Foundation

/// Why a file is not used as an adapter.
package struct AdapterLoadError: Error, Hashable, Sendable {
  package enum Reason: Error, Hashable, Sendable {
    case unreadable(String)
    case notAFile
    case leavesItsFolder
    case notAModule(String)
    case asksFor(String)
    case missingEntryPoint(String)
    case unloadable(String)
    case otherABI(found: UInt32, expected: UInt32)
    case malformed(String)
    case otherName(String)
    case notFound(searched: [String], near: [String])
    case writable(UnsafePlace)
    case untrusted
    case noTrust(TrustListError)
    case changed(what: String)
    case notPinned(list: String)
    /// The kernel has nothing to hold a stranger's module with.
    case unconfined(lacking: String)
    case worker(WorkerFailure)
    case machine(MachineFault)
    /// Modules are loaded through `/proc`, which is not there.
    case noProc
  }

  /// The file, or the name of the adapter that was asked for.
  package var path: String
  package var reason: Reason

  /// Whether the machine is at fault: then nothing can be concluded of the file that was to be read.
  package var isFaultOfMachine: Bool {
    switch reason {
    case .machine, .noProc: true
    case .worker(let failure):
      if case .machine = failure.reason { true } else { false }
    default: false
    }
  }

  /// The error for something that the system does not let us read.
  static func unreadable(_ number: Int32) -> Reason {
    MachineFault(number).map { .machine($0) } ?? .unreadable(String(cString: strerror(number)))
  }
}

extension AdapterLoadError: CustomStringConvertible {
  package var description: String {
    switch reason {
    case .unreadable(let why):
      "\(path) cannot be read: \(why)"
    case .notAFile:
      "\(path) is not a regular file"
    case .leavesItsFolder:
      "\(path) is refused: it is a link that leads out of its folder; put the module itself there"
    case .notAModule(let why):
      "\(path) is not a module: \(why)"
    case .asksFor(let what):
      "\(path) is refused: it asks for \(what); build it without"
    case .missingEntryPoint(let symbol):
      "\(path) is not an adapter: it does not export '\(symbol)'"
    case .unloadable(let why):
      "\(path) cannot be loaded: \(why)"
    case .otherABI(let found, let expected):
      "\(path) uses version \(found) of the adapter contract, this host uses \(expected); "
        + (found > expected ? "update Passerelle" : "rebuild the adapter with a newer Kit")
    case .malformed(let what):
      "\(path) breaks the adapter contract: \(what)"
    case .otherName(let name):
      "\(path) calls itself '\(name)'; the file must be named lib\(name).so"
    case .notFound(let searched, let near):
      "there is no adapter '\(path)'"
        + (near.isEmpty ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
        + "\n  searched: \(searched.joined(separator: ", "))"
    case .writable(let place):
      "\(path) is refused: \(place)"
    case .untrusted:
      "\(path) is not trusted, and was not run; 'passerelle adapters trust \(path)' trusts it"
    case .noTrust(let error):
      "\(path) was not run: \(error)"
    case .changed(let what):
      "\(path) is not the file that was \(what), and was not run; "
        + (what == "trusted"
          ? "'passerelle adapters trust \(path)' trusts it as it is now"
          : "'make build' pins what it builds, 'make install' what it installs")
    case .notPinned(let list):
      "\(path) is not in '\(list)', the list of the adapters that came with the program, and was not "
        + "run; move it to a folder of PASSERELLE_ADAPTER_PATH and trust it"
    case .unconfined(let lacking):
      "\(path) was not run: this kernel has no \(lacking), and nothing would keep the module from what you "
        + "can do; use a newer kernel, or '--in-process' if you would trust it with that"
    case .worker(let failure):
      "\(path) \(failure.words)"
    case .machine(let fault):
      "\(path) cannot be read: \(fault)"
    case .noProc:
      "\(path) cannot be loaded, since there is no /proc here; this is a fault of the machine: mount it "
        + "('mount -t proc proc /proc')"
    }
  }
}
