internal import Dispatch
internal import Foundation
internal import PasserelleGraph
internal import PasserelleModel
internal import Synchronization

/// Answers a batch: rows in, the same rows with their answers out, in their order.
///
/// Names are looked up one after the other; the comparing and writing is shared by all cores. What is
/// held does not grow with the batch: one block of rows, and each concept that was named once.
struct BatchRun {
  let inquiry: Inquiry
  let purpose: Purpose?
  /// Is told how many rows are done.
  var progress: (Int) -> Void = { _ in }
  /// Is told of each row that cannot be answered.
  var report: (_ line: Int, _ problem: String) -> Void = { _, _ in }

  /// How many rows a core takes at once.
  private static let block = 512
  /// How many bytes of rows are held.
  private static let mostBytes = 1 << 23
  /// How many concepts, or names of none, are held.
  private static let mostSubjects = 20_000

  private enum Question: Sendable {
    case pair(BatchSubject, BatchSubject)
    case problem(String)
  }

  /// Answers all rows that are left, and writes each block as it is done.
  ///
  /// - Returns: how many rows there were, and how many had a problem.
  func run(
    _ reader: inout BatchReader, into output: FileHandle
  ) throws -> (rows: Int, problems: Int) {
    let comparer = try Comparer(inquiry.graph, resolver: inquiry.resolver)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let form = reader.form
    var subjects: [String: Result<BatchSubject, BatchReader.Problem>] = [:]
    var (rows, problems) = (0, 0)
    while true {
      var questions: [(fields: [String], question: Question)] = []
      var bytes = 0
      while questions.count < Self.block * cores, bytes < Self.mostBytes, let row = reader.next() {
        bytes += row.fields.reduce(0) { $0 + $1.utf8.count }
        let question = question(of: row, comparer, &subjects)
        if case .problem(let words) = question {
          problems += 1
          report(row.line, words)
        }
        questions.append((row.fields, question))
      }
      guard !questions.isEmpty else { break }
      for part in answers(to: questions, as: form) {
        try output.write(contentsOf: Data(part.utf8))
      }
      rows += questions.count
      progress(rows)
    }
    return (rows, problems)
  }

  private func question(
    of row: BatchReader.Row, _ comparer: Comparer,
    _ subjects: inout [String: Result<BatchSubject, BatchReader.Problem>]
  ) -> Question {
    do {
      let (from, to) = try row.pair.get()
      return .pair(
        try subject(from, comparer, &subjects).get(), try subject(to, comparer, &subjects).get())
    } catch {
      return .problem((error as? BatchReader.Problem)?.words ?? "\(error)")
    }
  }

  private func subject(
    _ text: String, _ comparer: Comparer,
    _ subjects: inout [String: Result<BatchSubject, BatchReader.Problem>]
  ) -> Result<BatchSubject, BatchReader.Problem> {
    if let known = subjects[text] { return known }
    let made: Result<BatchSubject, BatchReader.Problem>
    do {
      made = .success(
        try BatchSubject(inquiry.concept(text), comparer: comparer, purpose: purpose))
    } catch {
      let words = "\(error)".split(separator: "\n").map { $0.trimmingPrefix("  ") }
      made = .failure(BatchReader.Problem(words: words.joined(separator: "; ")))
    }
    // A file of nothing but different names must not fill the memory.
    if subjects.count >= Self.mostSubjects { subjects.removeAll(keepingCapacity: true) }
    subjects[text] = made
    return made
  }

  /// The answers as text, block by block in order, made by all cores.
  private func answers(
    to questions: [(fields: [String], question: Question)], as form: BatchReader.Form
  ) -> [String] {
    let blocks = (questions.count + Self.block - 1) / Self.block
    let purpose = purpose
    let parts = Mutex([String](repeating: "", count: blocks))
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      var text = ""
      let first = block * Self.block
      for (fields, question) in questions[first..<min(first + Self.block, questions.count)] {
        let answer =
          switch question {
          case .pair(let from, let to): BatchAnswer(from, to, for: purpose)
          case .problem(let words): BatchAnswer(problem: words)
          }
        text += answer.record(after: fields, as: form)
      }
      parts.withLock { $0[block] = text }
    }
    return parts.withLock { $0 }
  }
}
