package import PasserelleModel

/// Writes statements in one format, as they come.
///
/// They come in the order of the contract: what opens a publication, its documents, its concepts, each
/// with its links and notes, and what is about none of them.
package protocol Exporter {
  /// What the format could not carry so far.
  var loss: LossReport { get }

  /// Writes a statement.
  mutating func add(_ statement: Statement) throws

  /// Writes what can only be written when all is there.
  mutating func end() throws
}

/// What a conversion could not carry, by kind and count.
package struct LossReport: Sendable {
  /// What was lost of one kind.
  package struct Entry: Sendable {
    package var count = 0
    /// What was lost, up to a limit: in full it might be as long as the source.
    package var examples: [String] = []
  }

  package private(set) var entries: [String: Entry] = [:]
  private static let mostExamples = 1_000

  /// What a format loses that has a place for one first day only.
  static let earliestDay = "the earliest day on which something may have begun"

  package init() {}

  /// Counts something that is lost.
  ///
  /// - Parameters:
  ///   - kind: What kind of thing: `note`, `date of a link`.
  ///   - what: Which one.
  package mutating func add(_ kind: String, _ what: @autoclosure () -> String) {
    entries[kind, default: Entry()].count += 1
    if entries[kind, default: Entry()].examples.count < Self.mostExamples {
      entries[kind, default: Entry()].examples.append(what())
    }
  }

  /// Counts what another conversion has lost as well.
  package mutating func add(_ other: LossReport) {
    for (kind, entry) in other.entries {
      entries[kind, default: Entry()].count += entry.count
      entries[kind, default: Entry()].examples += entry.examples.prefix(
        Self.mostExamples - min(Self.mostExamples, entries[kind, default: Entry()].examples.count))
    }
  }

  /// The kinds with their counts, by name.
  package var kinds: [(kind: String, entry: Entry)] {
    entries.sorted { $0.key < $1.key }.map { (kind: $0.key, entry: $0.value) }
  }
}
