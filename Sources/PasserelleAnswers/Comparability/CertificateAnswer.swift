public import PasserelleGraph
internal import PasserelleModel

/// A certificate through the five elements.
public struct CertificateAnswer: Encodable, Sendable {
  /// The level of a certificate on one day.
  public struct View: Encodable, Sendable {
    /// The day.
    public let day: String
    /// The levels at which it is placed in its own framework.
    public let levels: [String]
    /// The finding, by its token; `nil` if the certificate was not understood.
    public let finding: String?
    /// The framework through which it was placed; `nil` if it has no reference level.
    public let referenceFramework: String?
    /// The codes of the levels that it reaches there.
    public let referenceLevels: [String]
    /// Who says so.
    public let links: [LinkAnswer]
    /// What superseded its level.
    public let succeededBy: [String]
  }

  /// What can be said about one element.
  public struct ElementAnswer: Encodable, Sendable {
    /// The element, by its token: `level`, `workload`, `quality`, `profile`, `learning-outcomes`.
    public let element: String
    /// The judgement, by its token: `comparable`, `partly`, `substantial-difference-possible`,
    /// `not-known`.
    public let comparability: String
    /// Why, each a sentence.
    public let reasons: [Phrase]
    /// Who says so.
    public let links: [LinkAnswer]
    /// The finding that the level is judged by, by its token; `nil` for the other elements.
    public let finding: String?
  }

  /// A qualification that the certificate was understood as, or may be.
  public struct Candidate: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// Its levels in its own framework.
    public let levels: [String]
    /// The reference levels that it reaches.
    public let reference: [String]
  }

  /// How a certificate was understood, by the tokens of answers.
  enum Understanding: String, CaseIterable {
    case named
    case byTitle = "by-title"
    case several
    case ofOtherVersion = "of-other-version"
    case unknown
  }

  /// How it was understood: `named`, `by-title`, `several`, `of-other-version` or `unknown`.
  public let understood: String
  /// What it was understood as, or may be.
  public let candidates: [Candidate]
  /// Its title, as the profile has it.
  public let title: String
  /// Its level on the day of award.
  public let onAward: View?
  /// Its level on the day of the statement.
  public let today: View
  /// The element of level, judged on the day of award.
  public let levelOnAward: ElementAnswer?
  /// The five elements, judged on the day of the statement.
  public let elements: [ElementAnswer]
  /// Declarations, each within its scope.
  public let declared: [LinkAnswer]
  /// Decisions on individual cases, which are not binding in others.
  public let precedents: [LinkAnswer]
  /// What only indicates that something there compares, strongest first.
  public let indications: [IndicationAnswer]
  /// How many more indications there are than are shown.
  public let indicationsLeftOut: Int
  /// What the certificate alone leaves open of the target.
  public let gap: GapAnswer?
  /// Where profile and library contradict each other.
  public let doubts: [Phrase]
  /// What the reader must know.
  public let caveats: [Phrase]
  /// What the reader must know about the day of award, beyond that.
  public let caveatsOnAward: [Phrase]
  /// What is still missing.
  public let missing: [Phrase]

  init(_ holding: Assessment.Holding) {
    let found = holding.today.correspondents
    understood = holding.today.understanding.token.rawValue
    candidates = holding.candidates.map(Candidate.init)
    title = holding.certificate.title
    onAward = holding.atAward.map(View.init)
    today = View(holding.today)
    levelOnAward = holding.levelAtAward.map(ElementAnswer.init)
    elements = holding.elements.map(ElementAnswer.init)
    declared = found?.declared.flatMap(\.links).answers ?? []
    precedents = found?.precedents.flatMap(\.links).answers ?? []
    indications = holding.indications.answers
    indicationsLeftOut = found?.indicationsLeftOut ?? 0
    gap = holding.gap.map { GapAnswer($0) }
    doubts = holding.doubts
    caveats = found?.caveats ?? []
    caveatsOnAward = holding.caveatsOnAward
    missing = holding.missing
  }
}

extension CertificateAnswer.View {
  init(_ view: Assessment.View) {
    let subject = view.correspondents?.subject
    day = view.day.description
    levels = view.ownLevels.map(\.description)
    finding = subject?.finding.rawValue
    referenceFramework = subject?.reference?.description
    referenceLevels = subject?.referenceLevels.map(\.codeText) ?? []
    links = subject?.items.flatMap(\.links).answers ?? []
    succeededBy = subject?.items.flatMap(\.successors).map(\.record.id.description) ?? []
  }
}

extension CertificateAnswer.ElementAnswer {
  init(_ judgement: ElementJudgement) {
    element = judgement.element.rawValue
    comparability = judgement.comparability.rawValue
    reasons = judgement.reasons
    links = judgement.links.answers
    finding = judgement.basis?.comparison.finding.rawValue
  }
}

extension CertificateAnswer.Candidate {
  fileprivate init(_ candidate: Assessment.Candidate) {
    id = candidate.record.id.description
    title = candidate.record.concept.name
    levels = candidate.levels.map(\.description)
    reference = candidate.reference.map(\.description)
  }
}

extension Assessment.Understanding {
  fileprivate var token: CertificateAnswer.Understanding {
    switch self {
    case .named: .named
    case .byTitle: .byTitle
    case .several, .reserved: .several
    case .ofOtherVersion: .ofOtherVersion
    case .unknown: .unknown
    }
  }
}

extension Assessment.Holding {
  /// What must be known about the day of award, and not about the day of the statement.
  var caveatsOnAward: [Phrase] {
    let today = self.today.correspondents?.caveats ?? []
    return (atAward?.correspondents?.caveats ?? []).filter { !today.contains($0) }
  }
}
