extension AdapterLoader {
  /// Looks at a module that a user is about to trust: in a worker, wherever adapters run else.
  ///
  /// - Returns: Who it is, and the SHA-256 of its file.
  /// - Throws: Why it can be no adapter.
  package func examine(_ path: String) throws(AdapterLoadError) -> (HostedAdapter, hash: String) {
    let (module, hash) = try ModuleGate.copy(ofModuleAt: path)
    let (adapters, failures) = runner(of: [module]).start()
    guard let adapter = adapters.first else { throw failures[0] }
    return (adapter, hash)
  }

  /// Where the module of a trusted adapter is, or why it is not run.
  package func whereabouts(of entry: TrustList.Entry) -> String {
    guard let found = candidates().first(where: { $0.name == entry.name }) else {
      return "not found"
    }
    do throws(AdapterLoadError) {
      let (module, hash) = try ModuleGate.copy(ofModuleAt: found.path)
      return hash == entry.hash ? module.path : "changed: \(module.path)"
    } catch {
      return "\(error)"
    }
  }

  /// Whether the build has pinned the modules of a folder.
  package func isPinned(_ folder: String) -> Bool {
    locations.bundledAdapters.contains(folder) && PinnedModules(of: folder) != nil
  }
}
