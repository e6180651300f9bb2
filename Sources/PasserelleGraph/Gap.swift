package import PasserelleModel

/// What one thing leaves open of what another asks for: competences as candidates for compensation or
/// adaptation, never a refusal.
package struct Gap: Sendable {
  /// How far a competence that is asked for is covered.
  package enum Coverage: String, CaseIterable, Sendable {
    /// The very competence, or an exact match of it.
    case covered
    /// A competence that is broader, narrower, close, or overlaps.
    case partly
    /// None of the competences that are known there.
    case missing
    /// Nothing is known of the competences there.
    case unknown
  }

  /// A competence that is asked for, and what covers it.
  package struct Need: Sendable {
    package var record: ConceptRecord
    package var isEssential: Bool
    package var coverage: Coverage
    /// The statement that asks for it.
    package var demand: LinkRecord
    /// What covers it best: the statement that it is there, and the chain from it to what is asked for;
    /// no chain where it is the same.
    package var supply: LinkRecord?
    package var chain: Chain?
  }

  /// What is offered; nothing where it is what a person brings.
  package var from: ConceptRecord?
  package var to: ConceptRecord
  package var needs: [Need]
  /// How many competences are known on the side that is offered.
  package var offered: Int
  package var day: Day

  /// How many needs of a kind are covered so far.
  package func count(_ coverage: Coverage, isEssential: Bool) -> Int {
    needs.count { $0.coverage == coverage && $0.isEssential == isEssential }
  }

  /// The share of the essential competences that is covered, and of how many; nothing where none is
  /// known to be essential, or nothing is known of what is offered.
  package var share: (covered: Int, of: Int)? {
    let essential = needs.filter(\.isEssential)
    guard !essential.isEmpty, offered > 0 else { return nil }
    return (essential.count { $0.coverage == .covered }, essential.count)
  }
}

extension Gap.Coverage: Message {
  package var key: String { "gap.\(rawValue)" }
}

/// What the reader of a gap must know.
package enum GapCaveat: String, Message {
  case listedOnly = "gap-caveat.listed-only"
  case listedOnlyOfProfile = "gap-caveat.listed-only-of-profile"
  case candidates = "gap-caveat.candidates"
  case share = "gap-caveat.share"
}

extension Gap {
  /// What the reader must know.
  package var caveats: [Phrase] {
    var caveats: [Phrase] = []
    if offered > 0 {
      let count = ["count": "\(offered)"]
      caveats.append(
        from.map { record in
          GapCaveat.listedOnly(count.merging(["id": "\(record.id)"]) { first, _ in first })
        } ?? GapCaveat.listedOnlyOfProfile(count))
    }
    return caveats + [GapCaveat.candidates(), GapCaveat.share()]
  }
}
