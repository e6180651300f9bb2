package import PasserelleGraph
package import PasserelleModel

/// Reads profiles by the adapters, and keeps nothing of them.
package struct ProfileSource: Sendable {
  private let adapters: [HostedAdapter]

  package init(_ loader: AdapterLoader) {
    // An adapter of frameworks would say what is wrong with a framework.
    adapters = loader.all().adapters.filter { adapter in
      adapter.manifest.dialects.contains { $0.roots.contains("profile") }
    }
  }

  /// Reads the profile of a file.
  ///
  /// - Returns: The profile, where the file states one, and what is wrong with it.
  /// - Throws: `SourceFileError` where the file cannot be read at all.
  package func profile(in file: SourceFile) throws -> (ProfileRecord?, [Diagnostic]) {
    profile(of: try file.open())
  }

  /// Reads a profile that is held as JSON.
  package func profile(inJSON bytes: [UInt8], named name: String) -> (ProfileRecord?, [Diagnostic])
  {
    let name = name.hasSuffix(".json") ? name : "\(name).json"
    return profile(in: bytes, named: name)
  }

  /// Reads a profile that is held in memory.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - name: Its name in problems; the ending tells whether it is YAML or JSON.
  /// - Returns: The profile, if the text states one, and what is wrong with it.
  package func profile(in bytes: [UInt8], named name: String) -> (ProfileRecord?, [Diagnostic]) {
    profile(of: Source(parts: [SourcePart(name: name, bytes: bytes)]))
  }

  private func profile(of source: Source) -> (ProfileRecord?, [Diagnostic]) {
    let hint = "a profile starts with 'profile: 1'"
    let claim = adapters.surest(of: source)
    guard let adapter = claim.adapters.first else {
      if let failure = claim.failures.first {
        return (nil, [.error(.adapterFailed, at: source.main.position, "\(failure)")])
      }
      let mistake = UnclaimedFile(source, among: adapters).mistake
      return (
        nil,
        [
          mistake
            ?? .error(.notAProfile, at: source.main.position, "this is not a profile", hint: hint)
        ]
      )
    }
    let draft = Draft()
    adapter.read(
      source, emit: { draft.add($0, at: $1) }, report: { draft.diagnostics.append($0) })
    if draft.record == nil, draft.diagnostics.isEmpty {
      draft.diagnostics.append(
        .error(
          .notAProfile, at: source.main.position, "this contains no profile", hint: hint))
    }
    return (draft.record, draft.diagnostics)
  }

  /// A profile while it is read.
  private final class Draft {
    var record: ProfileRecord?
    var diagnostics: [Diagnostic] = []
    private var assets: [Asset: SourcePosition] = [:]

    /// Takes what is about the person; all else has no place in a profile, and ends the read.
    func add(_ statement: Statement, at position: SourcePosition) -> Bool {
      switch statement {
      case .profile(let profile): record = ProfileRecord(profile, at: position)
      case .asset(let asset): add(asset, at: position)
      default: return false
      }
      return true
    }

    /// Takes one thing that the person brings; what is listed twice counts once.
    private func add(_ asset: Asset, at position: SourcePosition) {
      if let first = assets[asset] {
        diagnostics.append(
          .warning(
            .duplicateStatement, at: position, "this is listed twice",
            hint: "the first is \(first.phrase(from: position)), and counts once; "
              + "if they are two, say what tells them apart"))
        return
      }
      assets[asset] = position
      record?.add(asset, at: position)
    }
  }
}
