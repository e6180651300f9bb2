public import PasserelleKit

/// Something that every adapter does, whatever its dialect.
public struct ConformanceRule: Sendable {
  /// The rule as a sentence about the adapter: `says the same twice`.
  public let name: String
  let check: @Sendable (Trial) -> [String]

  init(_ name: String, check: @escaping @Sendable (Trial) -> [String]) {
    self.name = name
    self.check = check
  }

  /// All rules.
  public static let all: [ConformanceRule] = [
    .describesItself, .recognisesItsSample, .leavesWhatIsForeign, .identifiesByTheOpening,
    .readsItsSample, .saysTheSameTwice, .readsInPieces, .knowsWhereItRead, .pointsAtWhatItSays,
    .restsOnEvidence, .keepsTheLimits, .stopsWhenTold, .survivesTruncation, .survivesMutation,
  ]

  /// What changed copies are drawn from where a test names no seed.
  public static let usualSeed: UInt64 = 20_261_123

  /// Tries an adapter on a sample.
  ///
  /// - Parameters:
  ///   - adapter: The adapter that is tried.
  ///   - sample: A source of its dialect.
  ///   - seed: What changed copies of the sample are drawn from.
  /// - Returns: What is against the rule, a sentence each; nothing where the adapter keeps it.
  public func violations(
    by adapter: some Adapter, on sample: Sample, seed: UInt64 = usualSeed
  ) -> [String] {
    check(Trial(of: adapter, on: sample, seed: seed))
  }
}
