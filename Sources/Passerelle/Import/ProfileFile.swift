package import PasserelleGraph
package import PasserelleModel

extension Library {
  /// Reads a profile, and keeps nothing of it.
  ///
  /// - Returns: The profile, where the file states one, and what is wrong with the file.
  /// - Throws: `SourceFileError` where it cannot be read at all.
  package func profile(in file: SourceFile) throws -> (ProfileRecord?, [Diagnostic]) {
    let source = try file.open()
    let (adapters, _) = loader.all()
    guard let adapter = adapters.surest(of: source).first else {
      return (
        nil,
        [
          .error(
            "no-adapter", at: source.main.position, "no adapter reads this file",
            hint: "a profile starts with 'profile: 1'")
        ]
      )
    }
    let draft = ProfileDraft()
    adapter.read(
      source, emit: { draft.add($0, at: $1) }, report: { draft.diagnostics.append($0) })
    if draft.record == nil, draft.diagnostics.isEmpty {
      draft.diagnostics.append(
        .error(
          "not-a-profile", at: source.main.position, "this file states no profile",
          hint: "a profile starts with 'profile: 1'"))
    }
    return (draft.record, draft.diagnostics)
  }
}

/// A profile while it is read.
private final class ProfileDraft {
  var record: ProfileRecord?
  var diagnostics: [Diagnostic] = []

  /// Takes what is about the person; all else has no place in a profile, and ends the read.
  func add(_ statement: Statement, at position: SourcePosition) -> Bool {
    switch statement {
    case .profile(let profile): record = ProfileRecord(profile)
    case .asset(let asset): record?.add(asset, at: position)
    default: return false
    }
    return true
  }
}

extension [LoadedAdapter] {
  /// The adapters that are surest of a source: none where no one claims it, several where they are
  /// equally sure.
  func surest(of source: Source) -> [LoadedAdapter] {
    let claims = map { (adapter: $0, sureness: $0.identify(source)) }.filter { $0.sureness > 0 }
    let best = claims.map(\.sureness).max() ?? 0
    return claims.filter { $0.sureness == best }.map(\.adapter)
  }
}
