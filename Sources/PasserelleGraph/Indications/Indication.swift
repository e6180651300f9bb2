package import PasserelleModel

/// Weaker knowledge beside a finding: it indicates, and never changes what was found.
///
/// A comparison that commits nobody, the view of one centre, a regional framework and a class of
/// statistics each say something that an honest officer wants to know, and none of them is a referencing.
package struct Indication: Hashable, Sendable {
  /// What an indication is based on, the strongest first.
  package enum Kind: String, CaseIterable, Sendable {
    /// Both reach a level of a reference framework, at least one by a comparison without commitment.
    case comparison
    /// One national centre compares a certificate with the other side, for the purposes that it names.
    case nationalCentre = "national-centre"
    /// Both are placed in a reference framework that the finding is not based on.
    case regionalFramework = "regional-framework"
    /// Statistics classify both: that recognises nothing.
    case statistics
  }

  /// How the two sides compare where both are placed.
  package enum Alignment: String, CaseIterable, Sendable {
    case same
    case adjacent
    case different
    /// One of them spans several levels, and shares at least one with the other.
    case overlapping
    /// Which levels correspond is not stated.
    case notKnown = "not-known"
  }

  /// One of the two, and where it is placed.
  package struct Side: Hashable, Sendable {
    package var id: Identifier
    package var title: LocalizedText
    /// The levels or classes that it reaches; the framework alone if it is only linked as a whole.
    package var ends: [Identifier]
    /// The links that say so; none for what is itself the level.
    package var links: [LinkRecord]
    /// Whether it reaches them by a comparison without commitment alone.
    package var isComparedOnly = false

    /// Whether its framework is linked as a whole, and its own level is not.
    var isWhole: Bool { ends.allSatisfy { $0.code == nil } }

    /// Whether a source links its own level with commitment.
    var isReferenced: Bool { !isComparedOnly && !isWhole }
  }

  package var kind: Kind
  /// The framework or classification that the sides are placed in.
  package var basis: FrameworkName
  /// The sides, in the order of the question; one if nothing was compared.
  package var sides: [Side]
  /// How the sides compare; `nil` if there is only one.
  package var alignment: Alignment?
  /// The indication in a sentence.
  package var words: Phrase

  /// What it is based on, each link once.
  package var links: [LinkRecord] {
    var links: [LinkRecord] = []
    for link in sides.flatMap(\.links) where !links.contains(link) { links.append(link) }
    return links
  }

  /// Whether everything that it is based on was seen in its source.
  package var isVerified: Bool { links.allSatisfy(\.evidence.isVerified) }
}

extension Indication.Alignment {
  /// How the levels of two sides compare, by their order in their framework.
  init(of one: [Identifier], and other: [Identifier], orders: [Identifier: Int]) {
    guard Set(one).isDisjoint(with: other) else {
      self = one == other && one.count == 1 ? .same : .overlapping
      return
    }
    let (own, far) = (one.compactMap { orders[$0] }, other.compactMap { orders[$0] })
    let spans = own.flatMap { own in far.map { abs(own - $0) } }
    guard spans.count == one.count * other.count, let nearest = spans.min() else {
      self = .notKnown
      return
    }
    self = nearest == 1 ? .adjacent : .different
  }

  /// How the classes of two sides compare: a classification is not a scale.
  init(ofClasses one: [Identifier], and other: [Identifier]) {
    self =
      Set(one).isDisjoint(with: other)
      ? .different : one == other && one.count == 1 ? .same : .overlapping
  }
}
