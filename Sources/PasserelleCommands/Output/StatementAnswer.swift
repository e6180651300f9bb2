internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel

/// A statement of comparability, as JSON: what it says, what it rests on, and what was asked, so that
/// it can be asked again.
struct StatementAnswer: Encodable {
  /// The version of this form.
  var statement = 1
  var number: String
  var asOf: String
  var language: String
  var graph: String
  var program: String
  /// The country or framework where it is to count, as it was asked for.
  var destination: String
  var purpose: String
  var profile: ProfileDocument
  var target: ConceptName?
  var nature: String
  var certificates: [CertificateAnswer]
  var gap: GapAnswer?
  var doubts: [String]
  var nextSteps: NextStepsAnswer
  var missing: [String]

  /// A concept with its title.
  struct ConceptName: Encodable {
    var id: String
    var title: String

    init(_ record: ConceptRecord) {
      id = record.id.description
      title = record.concept.title.preferred ?? ""
    }
  }

  private enum CodingKeys: String, CodingKey {
    case statement, number, asOf, language, graph, program, purpose, profile, target, nature
    case certificates, gap, doubts, nextSteps, missing
    case destination = "for"
  }

  init(_ statement: StatementOfComparability, for destination: String, in say: MessageCatalogue) {
    let assessment = statement.assessment
    number = statement.number
    asOf = assessment.question.day.description
    language = statement.language
    graph = statement.graphHash
    program = PasserelleCommand.configuration.version
    self.destination = destination
    purpose = assessment.question.purpose.rawValue
    profile = ProfileDocument(assessment.question.profile)
    target = assessment.target.map(ConceptName.init)
    nature = say("nature")
    certificates = assessment.holdings.map { CertificateAnswer($0, in: say) }
    gap = assessment.gap.map(GapAnswer.init)
    doubts = assessment.doubts.map { say($0) }
    nextSteps = NextStepsAnswer(assessment.steps)
    missing = assessment.missing.map { say($0) }
  }
}

/// A certificate through the five elements, as JSON.
struct CertificateAnswer: Encodable {
  /// How it was understood: `named`, `by-title`, `several`, `of-other-version` or `unknown`.
  var understood: String
  var candidates: [StatementAnswer.ConceptName]
  var title: String
  var onAward: View?
  var today: View
  var levelOnAward: ElementAnswer?
  var elements: [ElementAnswer]
  var declared: [LinkAnswer]
  var precedents: [LinkAnswer]
  var gap: GapAnswer?
  var doubts: [String]
  var caveats: [String]
  /// What is to know of the day of award beside that.
  var caveatsOnAward: [String]
  var missing: [String]

  /// Where it stands on a day.
  struct View: Encodable {
    var day: String
    var levels: [String]
    var finding: String?
    var referenceLevels: [String]
    var links: [LinkAnswer]
    var succeededBy: [String]

    init(_ view: Assessment.View) {
      let subject = view.correspondents?.subject
      day = view.day.description
      levels = view.ownLevels.map(\.description)
      finding = subject?.finding.rawValue
      referenceLevels = subject?.referenceLevels.map(\.description) ?? []
      links = subject?.items.flatMap(\.links).map(LinkAnswer.init) ?? []
      succeededBy = subject?.items.flatMap(\.successors).map(\.record.id.description) ?? []
    }
  }

  /// What is said of one element.
  struct ElementAnswer: Encodable {
    var element: String
    var comparability: String
    var reason: String
    var links: [LinkAnswer]

    init(_ judgement: ElementJudgement, in say: MessageCatalogue) {
      element = judgement.element.rawValue
      comparability = judgement.comparability.rawValue
      reason = judgement.reasons.map { say($0) }.joined(separator: " ")
      links = judgement.links.map(LinkAnswer.init)
    }
  }

  init(_ holding: Assessment.Holding, in say: MessageCatalogue) {
    (understood, candidates) =
      switch holding.today.understanding {
      case .named(let record): ("named", [.init(record)])
      case .byTitle(let record): ("by-title", [.init(record)])
      case .several(let records): ("several", records.map { .init($0) })
      case .ofOtherVersion(let records): ("of-other-version", records.map { .init($0) })
      case .unknown: ("unknown", [])
      }
    title = holding.certificate.title
    onAward = holding.atAward.map(View.init)
    today = View(holding.today)
    levelOnAward = holding.levelAtAward.map { ElementAnswer($0, in: say) }
    elements = holding.elements.map { ElementAnswer($0, in: say) }
    let found = holding.today.correspondents
    declared = found?.declared.flatMap(\.links).map(LinkAnswer.init) ?? []
    precedents = found?.precedents.flatMap(\.links).map(LinkAnswer.init) ?? []
    gap = holding.gap.map(GapAnswer.init)
    doubts = holding.doubts.map { say($0) }
    caveats = found?.caveats.map { say($0) } ?? []
    let then = holding.atAward?.correspondents?.caveats ?? []
    caveatsOnAward = then.filter { found?.caveats.contains($0) != true }.map { say($0) }
    missing = holding.missing.map { say($0) }
  }
}
