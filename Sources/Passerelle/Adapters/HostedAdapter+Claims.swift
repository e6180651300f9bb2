internal import Foundation
internal import PasserelleModel

/// Who claims a source.
struct Claim {
  /// The adapters that are surest of it: none where no one claims it, several where they are equally sure.
  var adapters: [HostedAdapter] = []
  /// How sure they are.
  var sureness = 0
  /// Adapters that could not be asked.
  var failures: [AdapterLoadError] = []

  /// The most that an adapter may be sure of a file by the ending of its name alone.
  private static let mostByEnding = 20

  /// Whether more speaks for the claim than the ending of the file's name.
  var isKnown: Bool { sureness > Self.mostByEnding }
}

extension [HostedAdapter] {
  /// Asks all of them how sure they are of a source.
  func surest(of source: Source) -> Claim {
    var claims: [(adapter: HostedAdapter, sureness: Int)] = []
    var claim = Claim()
    for group in Dictionary(grouping: self, by: { ObjectIdentifier($0.runner) }).values {
      let answer = group[0].runner.identify(source, by: group.map(\.number))
      claims += zip(group, answer.sureness).map { ($0, $1) }
      claim.failures += answer.failures
    }
    claim.sureness = claims.map(\.sureness).max() ?? 0
    guard claim.sureness > 0 else { return claim }
    let surest = Set(claims.filter { $0.sureness == claim.sureness }.map(\.adapter.manifest.id))
    claim.adapters = filter { surest.contains($0.manifest.id) }
    return claim
  }

  /// The adapters that have a pattern for the name of a file.
  func reading(_ name: String) -> [HostedAdapter] {
    let file = (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
    return filter { adapter in
      adapter.manifest.dialects.contains { dialect in
        dialect.filePatterns.contains { fnmatch($0.lowercased(), file, 0) == 0 }
      }
    }
  }

  /// Their names, as a message lists them.
  var names: String { map { "'\($0.manifest.id)'" }.joined(separator: ", ") }
}
