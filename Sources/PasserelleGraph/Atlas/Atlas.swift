package import PasserelleModel

/// How each of some frameworks is linked to each other one on a day.
package struct Atlas: Sendable {
  /// How one framework is linked to another.
  package struct Cell: Sendable {
    package var reach: Reach
    /// The reference frameworks or classifications through which they are linked; none if they are
    /// linked directly.
    package var via: [FrameworkName] = []
    /// What that is based on.
    package var basis = Basis()
  }

  /// The frameworks, in the order of rows and columns.
  package let frameworks: [Framework]
  /// Row by row; a framework has no cell with itself.
  package let cells: [[Cell?]]
  /// The day as of which the atlas holds.
  package let day: Day

  /// How many other frameworks a framework is linked to in each way.
  package func counts(ofRow row: Int) -> [Reach: Int] {
    Dictionary(cells[row].compactMap { $0.map { ($0.reach, 1) } }, uniquingKeysWith: +)
  }
}

extension Atlas {
  /// What a cell is based on: each source once.
  package struct Basis: Sendable {
    package private(set) var evidence: [Evidence] = []
    /// How firm the weakest of its links is; `nil` without any.
    package private(set) var grade: EvidenceGrade?
    /// Whether one side has nothing newer than a report that is due to be looked at again.
    package private(set) var isOld = false

    init() {}

    init(_ links: [LinkRecord], on day: Day) {
      var seen: Set<Source> = []
      for link in links where seen.insert(Source(link.evidence)).inserted {
        evidence.append(link.evidence)
      }
      grade = evidence.map(\.grade).min()
      isOld =
        !evidence.isEmpty
        && evidence.allSatisfy { $0.document?.date?.isOldReport(on: day) ?? false }
    }

    /// What two sides are based on together.
    func joined(with other: Basis) -> Basis {
      var joined = self
      let seen = Set(evidence.map(Source.init))
      joined.evidence += other.evidence.filter { !seen.contains(Source($0)) }
      joined.grade = [grade, other.grade].compactMap { $0 }.min()
      joined.isOld = isOld || other.isOld
      return joined
    }

    private struct Source: Hashable {
      let document: Document?
      let isVerified: Bool

      init(_ evidence: Evidence) {
        (document, isVerified) = (evidence.document, evidence.isVerified)
      }
    }
  }
}
