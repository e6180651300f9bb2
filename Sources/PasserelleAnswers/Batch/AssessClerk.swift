internal import Foundation
package import Passerelle
internal import PasserelleGraph
internal import PasserelleModel

/// Makes a statement of comparability of the profile on each row.
package struct AssessClerk: BatchClerk {
  package static let neededColumns = ["reference"]
  package static let answerColumns = [
    "number", "understood as", "reference level", "level on award", "level", "workload", "quality",
    "profile", "learning outcomes", "declared", "precedents", "indications", "decides",
    "validates prior learning", "sources", "missing", "caveats",
  ]

  private let maker: ComparabilityMaker
  private let profiles: ProfileSource
  private let words: CellWords

  /// Creates a clerk that makes statements for one order.
  package init(_ maker: ComparabilityMaker, profiles: ProfileSource, in language: Language) {
    (self.maker, self.profiles) = (maker, profiles)
    words = CellWords(language)
  }

  package func answer(to row: BatchReader.Row) throws -> BatchAnswer {
    switch row.content {
    case .cells(let cells):
      do {
        return .cells(self.cells(of: try statement(of: Self.profile(of: cells))))
      } catch let problem as BatchProblem {
        // The place is one in the profile that was made of the row.
        throw BatchProblem(words: problem.words)
      }
    case .json(let bytes):
      let answer = try statement(of: bytes).jsonLine(in: words.language)
      return .members("\"statement\":\(answer)")
    }
  }

  private func statement(of json: [UInt8]) throws -> ComparabilityAnswer {
    let (record, problems) = profiles.profile(inJSON: json, named: "row")
    if let problem = problems.first(where: { $0.severity == .error }) {
      throw Self.problem(problem)
    }
    guard let record else { throw BatchProblem(words: "the row states no profile") }
    do {
      return try maker.answer(to: record)
    } catch let problem as Diagnostic {
      throw Self.problem(problem)
    }
  }

  private static func problem(_ diagnostic: Diagnostic) -> BatchProblem {
    let hint = diagnostic.hint.map { "; \($0)" } ?? ""
    return BatchProblem(
      words: diagnostic.summary + hint, column: max(1, diagnostic.position.column))
  }

  // MARK: - CSV

  /// The keys of a certificate and of work, by the columns that they stand in.
  private static let certificate = [
    "title": "title", "country": "country", "id": "id", "date": "date", "body": "body",
    "field": "field", "workload": "workload", "document": "document",
  ]
  private static let experience = [
    "work": "title", "occupation": "occupation", "work country": "country", "years": "years",
    "evidence": "evidence",
  ]

  /// A row as a profile in JSON: with one certificate, and one piece of work, where it has any.
  private static func profile(of cells: BatchReader.Cells) throws -> [UInt8] {
    func object(_ columns: [String: String]) -> [String: String] {
      Dictionary(
        columns.compactMap { column, key in
          cells[column].map(\.trimmed).flatMap { $0.isEmpty ? nil : (key, $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
    var profile: [String: Any] = object(
      ["reference": "reference", "from": "from", "target": "target"])
    profile["profile"] = 1
    let (certificate, experience) = (object(certificate), object(experience))
    if !certificate.isEmpty { profile["certificates"] = [certificate] }
    if !experience.isEmpty { profile["experience"] = [experience] }
    return Array(
      try JSONSerialization.data(withJSONObject: profile, options: [.sortedKeys]))
  }

  private func cells(of answer: ComparabilityAnswer) -> [String] {
    let say = words.language
    let writer = ComparabilityWriter(answer.record, in: say)
    let sheet = writer.sheet
    let assessment = answer.record.assessment
    let holding = assessment.holdings.first
    let found = holding?.today.correspondents
    func text(_ judgement: ElementJudgement?) -> String {
      judgement.map { judgement in
        "\(say(judgement.comparability)): "
          + judgement.reasons.map(words.text).joined(separator: " ")
      } ?? ""
    }
    let elements =
      [text(holding?.levelAtAward)]
      + Element.allCases.map { element in
        text(holding?.elements.first { $0.element == element })
      }
    func deciders(_ purpose: Purpose) -> String {
      assessment.steps.systems.flatMap(\.procedures).filter { $0.procedure.purpose == purpose }
        .flatMap(\.procedure.deciders).joined(separator: "; ")
    }
    func listed(_ phrases: [Phrase]) -> String {
      phrases.map(words.text).joined(separator: " | ")
    }
    return [
      answer.number, holding.map { writer.understanding($0.certificate, $0.today) } ?? "",
      (found?.subject.referenceLevels ?? []).map(\.description).joined(separator: ", "),
    ] + elements + [
      words.links(found?.declared.flatMap(\.links) ?? []),
      words.links(found?.precedents.flatMap(\.links) ?? []),
      words.indications(found?.indications ?? [], leftOut: found?.indicationsLeftOut ?? 0),
      deciders(assessment.question.purpose), deciders(.priorLearning),
      sheet.sources.map(\.text).joined(separator: "; "),
      listed((holding?.missing ?? []) + assessment.missing),
      listed(
        assessment.doubts + (holding?.doubts ?? []) + (found?.caveats ?? [])
          + (holding?.caveatsOnAward ?? [])),
    ]
  }
}
