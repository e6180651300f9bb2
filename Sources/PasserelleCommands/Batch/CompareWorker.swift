internal import Foundation
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Compares the two concepts that each row names.
struct CompareWorker: BatchWorker {
  static let neededColumns = ["from", "to"]
  static let answerColumns = [
    "finding", "reference framework", "from level", "to level", "from source", "to source",
    "weakest link", "to know",
  ]

  /// The same as keys of JSON.
  private static let keys = [
    "finding", "referenceFramework", "fromLevel", "toLevel", "fromSource", "toSource",
    "weakestLink", "toKnow",
  ]

  /// How many concepts, or names of none, are held.
  private static let mostSubjects = 20_000

  private let inquiry: Inquiry
  private let comparer: Comparer
  private let purpose: Purpose?
  private var subjects: [String: Result<BatchSubject, BatchProblem>] = [:]

  init(_ inquiry: Inquiry, for purpose: Purpose?) throws {
    self.inquiry = inquiry
    self.purpose = purpose
    comparer = try Comparer(inquiry.vantage)
  }

  mutating func answer(to row: BatchReader.Row) throws -> BatchAnswer {
    let (from, to) = try pair(of: row)
    return Self.answer(
      cells(try subject(from).get(), try subject(to).get()), as: row.form)
  }

  static func answer(of problem: BatchProblem, as form: BatchReader.Form) -> BatchAnswer {
    answer(
      ["error"] + Array(repeating: "", count: answerColumns.count - 2) + [problem.words], as: form)
  }

  private static func answer(_ cells: [String], as form: BatchReader.Form) -> BatchAnswer {
    switch form {
    case .csv: .cells(cells)
    case .jsonLines:
      .members(zip(keys, cells).map { "\"\($0)\":\($1.jsonQuoted)" }.joined(separator: ","))
    }
  }

  // MARK: - The question

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
          throw BatchProblem(words: "the line is not an object of JSON with 'from' and 'to'")
        }
      }
    guard let from = from?.trimmed, !from.isEmpty else {
      throw BatchProblem(words: "'from' is empty")
    }
    guard let to = to?.trimmed, !to.isEmpty else { throw BatchProblem(words: "'to' is empty") }
    return (from, to)
  }

  /// The concept that a row names, with all that its rows say of it.
  private mutating func subject(_ text: String) -> Result<BatchSubject, BatchProblem> {
    if let known = subjects[text] { return known }
    let made: Result<BatchSubject, BatchProblem>
    do {
      made = .success(
        try BatchSubject(inquiry.concept(text), comparer: comparer, purpose: purpose))
    } catch {
      let words = "\(error)".split(separator: "\n").map { $0.trimmingPrefix("  ") }
      made = .failure(BatchProblem(words: words.joined(separator: "; ")))
    }
    // A file of nothing but different names must not fill the memory.
    if subjects.count >= Self.mostSubjects { subjects.removeAll(keepingCapacity: true) }
    subjects[text] = made
    return made
  }

  // MARK: - The answer

  private func cells(_ from: BatchSubject, _ to: BatchSubject) -> [String] {
    let judgement = Judgement(of: [from.placed, to.placed], for: purpose)
    let reference = judgement.reference
    var caveats = from.caveats + to.caveats.filter { !from.knows($0) }
    if from.placed.record.id.framework == to.placed.record.id.framework,
      from.placed.levels != to.placed.levels
    {
      caveats.insert("these are two levels of one framework", at: 0)
    }
    for record in judgement.direct {
      caveats.insert(
        "stated between them: \(record.link.from) \(record.link.relation.rawValue) \(record.link.to)",
        at: 0)
    }
    let weakest = judgement.weakest.map { weakest in
      "\(weakest.link.link.from) to \(weakest.link.link.to): \(weakest.reason)"
    }
    return [
      judgement.finding.rawValue, reference?.description ?? "", from.levels(in: reference),
      to.levels(in: reference), from.sources(in: reference), to.sources(in: reference),
      weakest ?? "", caveats.joined(separator: " | "),
    ]
  }
}
