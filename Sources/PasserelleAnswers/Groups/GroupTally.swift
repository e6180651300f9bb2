internal import PasserelleModel

/// Counts what the sources have for cases, by the groups that columns of their file name.
///
/// Only counts are kept: no case, and no two columns together.
package struct GroupTally: Sendable {
  /// A column, and the bands that its numbers are put in.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var bands: Bands?

    package init(_ name: String, bands: Bands? = nil) {
      (self.name, self.bands) = (name, bands)
    }
  }

  /// A case: its groups, column by column, and what the sources have for it.
  package struct Case: Sendable {
    var groups: [String]
    var things: Set<KnownThing>
    /// The trials that this rests on.
    var trials: Set<String> = []
  }

  /// How many cases there are, and how many of them have each thing.
  struct Counts: Hashable, Sendable {
    var cases = 0
    /// In the order of `KnownThing.allCases`.
    var having = KnownThing.allCases.map { _ in 0 }

    mutating func add(_ things: Set<KnownThing>) {
      cases += 1
      for (index, thing) in KnownThing.allCases.enumerated() where things.contains(thing) {
        having[index] += 1
      }
    }

    static func + (one: Counts, other: Counts) -> Counts {
      Counts(
        cases: one.cases + other.cases, having: zip(one.having, other.having).map { $0 + $1 })
    }
  }

  /// A group as it was first written.
  struct Group: Sendable {
    var name: String
    var counts = Counts()
  }

  let columns: [Column]
  private(set) var total = Counts()
  /// The trials that some of the counts rest on.
  private(set) var trials: Set<String> = []
  /// By column, the groups by their names in lower case.
  private(set) var groups: [[String: Group]]

  package init(by columns: [Column]) {
    self.columns = columns
    groups = columns.map { _ in [:] }
  }

  package mutating func add(_ one: Case) {
    total.add(one.things)
    trials.formUnion(one.trials)
    for (index, name) in one.groups.enumerated() {
      groups[index][name.lowercased(), default: Group(name: name)].counts.add(one.things)
    }
  }
}

extension AssessClerk {
  /// What a report counts of the case on a row.
  ///
  /// - Throws: `BatchProblem` if the row cannot be answered.
  package mutating func tallied(
    _ row: BatchReader.Row, by columns: [GroupTally.Column]
  ) throws -> GroupTally.Case {
    guard case .cells(let cells) = row.content else {
      throw BatchProblem(words: "the row is not one of a table")
    }
    let groups = columns.map { column in
      let value = cells[column.name.lowercased()]?.trimmed ?? ""
      return column.bands?.band(of: value) ?? value
    }
    let assessment = try statement(on: row).record.assessment
    return GroupTally.Case(
      groups: groups, things: assessment.knownThings, trials: assessment.trials)
  }
}
