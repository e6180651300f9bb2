internal import Dispatch
package import Foundation
package import Passerelle
internal import PasserelleModel
package import PasserelleStore
internal import Synchronization

/// Answers a batch: rows in, the same rows with their answers out, in their order.
///
/// Each core has a clerk with a connection of its own; all see one state of the store. A clerk takes
/// a block of rows at a time. What is held does not grow with the batch: a few blocks, and what the
/// clerks remember.
package struct BatchRun: Sendable {
  package init() {}

  /// How many rows are answered at once, each by a clerk of its own; `nil` for as many as there are cores.
  package var jobs: Int?
  /// Whether rows and answers are counted; the rows then keep their bytes.
  package var isCounted = false
  /// Is told how many rows are done.
  package var progress: WorkProgress.Report = { _ in }
  /// What an earlier run has answered to the first row: this one must say the same.
  package var last: [UInt8]?
  /// Is told of each row that cannot be answered, in the order of the rows.
  package var report: @Sendable (_ line: Int, _ problem: BatchProblem) -> Void = { _, _ in }

  /// How many rows a clerk takes at once: fewer where what is made of each is large.
  package var block = 256
  /// How many bytes of rows a clerk takes at once.
  private static let mostBytes = 1 << 21
  /// How many blocks a clerk may be ahead of the one that is to be written next.
  private static let blocksAhead = 4

  /// A part of the batch.
  private struct Block: Sendable {
    var number: Int
    var rows: [BatchReader.Row]
    /// How much of the file has been read behind it.
    var share: Double?
  }

  /// The rows that are still to be taken.
  private struct Supply: Sendable {
    var reader: BatchReader
    var block: Int
    var taken = 0
    /// Whether a clerk has failed, and no other need go on.
    var isEnded = false

    mutating func next() -> Block? {
      var block = Block(number: taken, rows: [])
      var bytes = 0
      while !isEnded, block.rows.count < self.block, bytes < BatchRun.mostBytes,
        let row = reader.next()
      {
        bytes += row.fields.reduce(0) { $0 + $1.utf8.count }
        block.rows.append(row)
      }
      taken += 1
      block.share = reader.share
      return block.rows.isEmpty ? nil : block
    }
  }

  /// What a clerk made of a block.
  private struct Part<Piece: Sendable>: Sendable {
    var pieces: [Piece] = []
    var share: Double?
    var problems: [(line: Int, problem: BatchProblem)] = []
  }

  /// The parts that wait for those before them.
  private struct Results<Piece: Sendable>: Sendable {
    var waiting: [Int: Part<Piece>] = [:]
    var written = 0
    var rows = 0
    var problems = 0
  }

  /// Answers all rows that are left, and writes each block as it is done.
  ///
  /// - Returns: What became of the rows.
  package func run<Clerk: BatchClerk>(
    _ reader: BatchReader, into output: FileHandle, from store: CompetenceStore,
    by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws -> BatchOutcome {
    let last = Mutex(last)
    let outcome = Mutex(BatchOutcome())
    let memory = AnswerMemory()
    let (rows, problems) = try run(reader, from: store, by: make) { row, clerk in
      let question = Clerk.question(of: row)
      if let question, let known = memory[question] {
        return Answered(row, endingIn: known, isCounted: isCounted)
      }
      let answer = try clerk.answer(to: row)
      guard let question, let tail = answer.tail(as: row.form) else {
        return Answered(answer, to: row, isCounted: isCounted)
      }
      memory[question] = tail
      return Answered(row, endingIn: tail, isCounted: isCounted)
    } failing: { row, problem in
      Answered(Clerk.answer(of: problem, as: row.form), to: row, isCounted: isCounted)
    } receive: { answers in
      let text = answers.map(\.text).joined()
      let before = last.withLock { last in
        defer { last = nil }
        return last
      }
      if let before, !text.utf8.starts(with: before) {
        // What was there must not be lost over it.
        try output.writeAnswers(before)
        throw BatchError.otherAnswers
      }
      try output.writeAnswers(text.utf8)
      outcome.withLock { outcome in
        for answer in answers {
          if let targets = answer.targets { outcome.tally.count(targets) }
          if isCounted { outcome.sums += answer.sums }
        }
      }
    }
    return outcome.withLock { outcome in
      (outcome.rows, outcome.problems) = (rows, problems)
      return outcome
    }
  }

  /// A row with its answer, as a record of the batch, and its targets if it was recoded.
  private struct Answered: Sendable {
    let text: String
    let targets: RecodedValue?
    var sums = BatchSums()

    init(_ row: BatchReader.Row, endingIn tail: String, isCounted: Bool) {
      (text, targets) = (BatchAnswer.head(row.fields, as: row.form) + tail, nil)
      if isCounted { sums.add(row, answered: [text]) }
    }

    init(_ answer: BatchAnswer, to row: BatchReader.Row, isCounted: Bool) {
      targets = if case .targets(let value) = answer { value } else { nil }
      guard isCounted else {
        text = answer.record(after: row.fields, as: row.form)
        return
      }
      let records = answer.records(after: row.fields, as: row.form)
      text = records.joined()
      sums.add(row, answered: records)
    }
  }

  /// Answers all rows that are left, and hands on what was made of each block, in the order of the rows.
  ///
  /// - Parameters:
  ///   - reader: The rows.
  ///   - store: What is asked.
  ///   - make: Makes a clerk on a state of the store.
  ///   - answer: Makes something of a row; a `BatchProblem` that it throws is reported.
  ///   - failing: Makes something of a row that has a problem.
  ///   - receive: Is given what was made, never two blocks at once.
  /// - Returns: how many rows there were, and how many had a problem.
  /// - Throws: What a clerk, or `receive`, throws.
  package func run<Clerk: BatchClerk, Piece: Sendable>(
    _ reader: BatchReader, from store: CompetenceStore,
    by make: @escaping @Sendable (StoredGraph) throws -> Clerk,
    answer: @escaping @Sendable (BatchReader.Row, inout Clerk) throws -> Piece,
    failing: @escaping @Sendable (BatchReader.Row, BatchProblem) -> Piece,
    receive: @escaping @Sendable ([Piece]) throws -> Void
  ) throws -> (rows: Int, problems: Int) {
    let cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let supply = Mutex(Supply(reader: reader, block: block))
    let results = Mutex(Results<Piece>())
    let room = DispatchSemaphore(value: cores * Self.blocksAhead)
    try store.read(by: cores) { graph in
      do {
        var clerk = try make(graph)
        while true {
          room.wait()
          guard let block = supply.withLock({ $0.next() }) else {
            room.signal()
            return
          }
          var part = Part<Piece>(share: block.share)
          for row in block.rows {
            do {
              if let problem = row.problem { throw problem }
              part.pieces.append(try answer(row, &clerk))
            } catch let problem as BatchProblem {
              part.problems.append((row.line, problem))
              part.pieces.append(failing(row, problem))
            }
          }
          let done = part
          let written = try results.withLock {
            try hand(done, of: block.number, to: receive, &$0)
          }
          for _ in 0..<written { room.signal() }
        }
      } catch {
        supply.withLock { $0.isEnded = true }
        room.signal()
        throw error
      }
    }
    return results.withLock { ($0.rows, $0.problems) }
  }

  /// Hands on a part, and those that have waited for it.
  ///
  /// - Returns: how many parts were handed on.
  private func hand<Piece>(
    _ part: Part<Piece>, of number: Int, to receive: ([Piece]) throws -> Void,
    _ results: inout Results<Piece>
  ) throws -> Int {
    results.waiting[number] = part
    var count = 0
    while let part = results.waiting.removeValue(forKey: results.written) {
      try receive(part.pieces)
      results.written += 1
      results.rows += part.pieces.count
      results.problems += part.problems.count
      for (line, problem) in part.problems { report(line, problem) }
      progress(WorkProgress("answering", done: results.rows, share: part.share))
      count += 1
    }
    return count
  }
}

/// What became of the rows of a batch.
package struct BatchOutcome: Sendable {
  /// How many rows there were.
  package var rows = 0
  /// How many of them had a problem.
  package var problems = 0
  /// What became of those that were recoded.
  package var tally = RecodeTally()
  /// The rows and their answers, if they were counted.
  package var sums = BatchSums()
}
