public import PasserelleKit
public import Testing

/// Expects of an adapter what every adapter must do, on a sample of its dialect.
///
/// ```swift
/// @Test func conforms() throws {
///   expectConformance(of: Norway(), on: try Sample(contentsOf: "../../Samples/levels.csv"))
/// }
/// ```
///
/// - Parameters:
///   - adapter: The adapter that is tried.
///   - sample: A source of its dialect, a few kilobytes long.
///   - rules: What is expected; all rules, if nothing else is said.
///   - seed: What the changed copies of the sample are drawn from; the same seed draws the same copies.
///   - sourceLocation: Where a failure is shown.
public func expectConformance(
  of adapter: some Adapter, on sample: Sample, to rules: [ConformanceRule] = ConformanceRule.all,
  seed: UInt64 = ConformanceRule.usualSeed, sourceLocation: SourceLocation = #_sourceLocation
) {
  let trial = Trial(of: adapter, on: sample, seed: seed)
  for rule in rules {
    for violation in rule.check(trial).prefix(mostViolations) {
      Issue.record(
        "\(trial.manifest.id) breaks the rule '\(rule.name)': \(violation)",
        sourceLocation: sourceLocation)
    }
  }
}

/// Expects the same of an adapter on a sample of one file.
///
/// - Parameters:
///   - adapter: The adapter that is tried.
///   - text: A file of its dialect, a few kilobytes long.
///   - name: The file's name.
///   - sourceLocation: Where a failure is shown.
public func expectConformance(
  of adapter: some Adapter, on text: String, named name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectConformance(of: adapter, on: Sample(text, named: name), sourceLocation: sourceLocation)
}

/// More violations of one rule than anyone reads.
private let mostViolations = 5
