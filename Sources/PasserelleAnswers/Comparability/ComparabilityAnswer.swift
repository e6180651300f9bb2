internal import Passerelle
public import PasserelleGraph
internal import PasserelleModel

/// A statement of comparability: what it says, what it is based on, and what was asked, so that it can
/// be asked again.
public struct ComparabilityAnswer: Answer {
  /// The kind of answer.
  public static let kind = "comparability"

  /// A concept with its title.
  public struct ConceptName: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String

    init(_ record: ConceptRecord) {
      (id, title) = (record.id.description, record.concept.name)
    }
  }

  /// The number under which it is filed.
  public let number: String
  /// The day as of which it holds.
  public let asOf: String
  /// The language in which it is written.
  public let language: String
  /// The hash of the graph that was asked.
  public let graph: String
  /// The version of the program.
  public let program: String
  /// The country or framework of destination, as it was asked for.
  public let destination: String
  /// The purpose, by its token.
  public let purpose: String
  /// The statement in five lines.
  public let summary: ComparabilitySummary
  /// What was asked about; `nil` in a standing statement.
  let profile: ProfileDocument?
  /// The type of qualification that a standing statement is about; `nil` in a person's.
  public let standing: ConceptName?
  /// What the certificates are compared with, if the profile names it.
  public let target: ConceptName?
  /// What such a statement is, and is not.
  public let nature: Phrase
  /// The certificates, each through the five elements.
  public let certificates: [CertificateAnswer]
  /// What is open of the target, by all that the person brings.
  public let gap: GapAnswer?
  /// What does not fit together in the question.
  public let doubts: [Phrase]
  /// Who decides.
  public let nextSteps: NextStepsAnswer
  /// What is still missing beyond the certificates.
  public let missing: [Phrase]

  /// What the text and the page are made of.
  package let record: ComparabilityRecord

  private enum CodingKeys: String, CodingKey {
    case number, asOf, language, graph, program, purpose, summary, profile, standing, target, nature
    case certificates, gap, doubts, nextSteps, missing
    case destination = "for"
  }

  init(_ record: ComparabilityRecord, for destination: String) {
    let assessment = record.assessment
    self.record = record
    number = record.number
    asOf = assessment.question.day.description
    language = record.language
    graph = record.graphHash
    program = Program.version
    self.destination = destination
    purpose = assessment.question.purpose.rawValue
    summary = ComparabilitySummary(assessment)
    let standing = assessment.question.standing
    profile = standing == nil ? ProfileDocument(assessment.question.profile) : nil
    self.standing = standing.map(ConceptName.init)
    target = assessment.target.map(ConceptName.init)
    nature = record.nature()
    certificates = assessment.holdings.map(CertificateAnswer.init)
    gap = assessment.gap.map { GapAnswer($0) }
    doubts = assessment.doubts
    nextSteps = NextStepsAnswer(assessment.steps)
    missing = assessment.missing
  }

  /// The statement for a terminal and for a file of plain text.
  public func lines(by pen: Pen) -> [String] {
    SheetText(sheet: ComparabilityWriter(record, in: pen.say).sheet, ink: pen.ink).lines
  }

  /// The statement as one HTML page that prints on A4 and needs nothing else.
  ///
  /// - Parameter language: The language of all words but the sources' own.
  /// - Returns: The page, with a line feed at the end.
  public func page(in language: Language) -> String {
    TrialMark(language).page(
      SheetPage(ComparabilityWriter(record, in: language.writing(.page)).sheet).text)
  }
}
