internal import Foundation
internal import PasserelleGraph
package import PasserelleModel

/// Compares the two concepts that each row names, as the desk compares them for a single question.
package struct CompareClerk: BatchClerk {
  package static let neededColumns = ["from", "to"]
  package static let answerColumns = [
    "finding", "summary", "reference framework", "from level", "to level", "from source",
    "to source", "stated between them", "precedents", "indications", "weakest link", "caveats",
  ]

  /// A concept that rows name, and what is made of it once.
  private final class Subject {
    let named: NamedConcept
    let placed: Placed

    init(_ named: NamedConcept, _ placed: Placed) {
      (self.named, self.placed) = (named, placed)
    }
  }

  /// How many names are held: a file of nothing but different ones must not fill the memory.
  private static let mostSubjects = 5_000

  private let desk: Desk
  private let comparer: Comparer
  private let purpose: Purpose?
  private let words: CellWords
  private var subjects: [String: Result<Subject, BatchProblem>] = [:]

  /// Creates a clerk at a desk.
  package init(_ desk: Desk, for purpose: Purpose?, in language: Language) {
    self.desk = desk
    self.purpose = purpose
    comparer = Comparer(desk.vantage)
    words = CellWords(language)
  }

  package mutating func answer(to row: BatchReader.Row) throws -> BatchAnswer {
    let (from, to) = try pair(of: row)
    let subjects = [try subject(from).get(), try subject(to).get()]
    let comparison = try comparer.compare(subjects.map(\.placed), for: purpose)
    let named = subjects.map(\.named)
    switch row.form {
    case .csv: return .cells(cells(comparison, named))
    case .jsonLines:
      let answer = try desk.answer(comparison, named, for: purpose)
      return BatchAnswer(line: try answer.jsonLine(in: words.language))
    }
  }

  package static func question(of row: BatchReader.Row) -> String? {
    guard case .cells(let cells) = row.content, let from = cells["from"], let to = cells["to"]
    else { return nil }
    return "\(from)\u{0}\(to)"
  }

  private func cells(_ comparison: Comparison, _ named: [NamedConcept]) -> [String] {
    let (from, to) = (words.of(comparison.items[0]), words.of(comparison.items[1]))
    let caveats = named.compactMap(\.understanding) + comparison.caveats
    return [
      comparison.finding.rawValue, words.headline(of: comparison),
      comparison.reference?.description ?? "", from.levels, to.levels, from.sources, to.sources,
      words.links(comparison.direct),
      words.links(comparison.precedents), words.indications(comparison.indications),
      words.weakest(comparison.weakest),
      caveats.map(words.text).joined(separator: " | "),
    ]
  }

  private struct Question: Decodable {
    var from: String?
    var to: String?
  }

  private func pair(of row: BatchReader.Row) throws(BatchProblem) -> (from: String, to: String) {
    let (from, to) =
      switch row.content {
      case .cells(let cells): (cells["from"], cells["to"])
      case .json(let bytes):
        if let question = try? JSONDecoder().decode(Question.self, from: Data(bytes)) {
          (question.from, question.to)
        } else {
          throw BatchProblem(words: "the line is not a JSON object with 'from' and 'to'")
        }
      }
    guard let from = from?.trimmed, !from.isEmpty else {
      throw BatchProblem(words: "'from' is empty")
    }
    guard let to = to?.trimmed, !to.isEmpty else { throw BatchProblem(words: "'to' is empty") }
    return (from, to)
  }

  /// The concept that a row names.
  ///
  /// - Throws: Errors of the store; a name that means nothing is a result.
  private mutating func subject(_ text: String) throws -> Result<Subject, BatchProblem> {
    if let known = subjects[text] { return known }
    let made = try made(text)
    if subjects.count >= Self.mostSubjects { subjects.removeAll(keepingCapacity: true) }
    subjects[text] = made
    return made
  }

  private func made(_ text: String) throws -> Result<Subject, BatchProblem> {
    do {
      let named = try desk.concept(text)
      return .success(Subject(named, try comparer.place(named.record)))
    } catch let unknown as UnknownName {
      return .failure(BatchProblem(words: unknown.description))
    } catch let ambiguity as Ambiguity {
      let lines = ambiguity.answer.lines(by: Pen(words.language)).map(\.trimmed)
      return .failure(BatchProblem(words: lines.joined(separator: "; ")))
    }
  }
}
