internal import Dispatch
package import Foundation
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

  /// Is told how many rows are done.
  package var progress: @Sendable (Int) -> Void = { _ in }
  /// What an earlier run has answered to the first row: this one must say the same.
  package var last: [UInt8]?
  /// Is told of each row that cannot be answered, in the order of the rows.
  package var report: @Sendable (_ line: Int, _ problem: BatchProblem) -> Void = { _, _ in }

  /// How many rows, and how many bytes of rows, a clerk takes at once.
  private static let (block, mostBytes) = (256, 1 << 21)
  /// How many blocks a clerk may be ahead of the one that is to be written next.
  private static let blocksAhead = 4

  /// A part of the batch.
  private struct Block: Sendable {
    var number: Int
    var rows: [BatchReader.Row]
  }

  /// The rows that are still to be taken.
  private struct Supply: Sendable {
    var reader: BatchReader
    var taken = 0
    /// Whether a clerk has failed, and no other need go on.
    var isEnded = false

    mutating func next() -> Block? {
      var block = Block(number: taken, rows: [])
      var bytes = 0
      while !isEnded, block.rows.count < BatchRun.block, bytes < BatchRun.mostBytes,
        let row = reader.next()
      {
        bytes += row.fields.reduce(0) { $0 + $1.utf8.count }
        block.rows.append(row)
      }
      taken += 1
      return block.rows.isEmpty ? nil : block
    }
  }

  /// What a clerk made of a block.
  private struct Part: Sendable {
    var text = ""
    var rows = 0
    var tally = RecodeTally()
    var problems: [(line: Int, problem: BatchProblem)] = []
  }

  /// The parts that wait for those before them.
  private struct Results: Sendable {
    var waiting: [Int: Part] = [:]
    var written = 0
    var rows = 0
    var problems = 0
    var tally = RecodeTally()
  }

  /// Answers all rows that are left, and writes each block as it is done.
  ///
  /// - Returns: how many rows there were, how many had a problem, and what became of those that were recoded.
  package func run<Clerk: BatchClerk>(
    _ reader: BatchReader, into output: FileHandle, from store: CompetenceStore,
    by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws -> (rows: Int, problems: Int, tally: RecodeTally) {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let supply = Mutex(Supply(reader: reader))
    let results = Mutex(Results())
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
          let part = try Self.answers(to: block.rows, by: &clerk)
          let written = try results.withLock {
            try write(part, of: block.number, into: output, &$0)
          }
          for _ in 0..<written { room.signal() }
        }
      } catch {
        supply.withLock { $0.isEnded = true }
        room.signal()
        throw error
      }
    }
    return results.withLock { ($0.rows, $0.problems, $0.tally) }
  }

  private static func answers<Clerk: BatchClerk>(
    to rows: [BatchReader.Row], by clerk: inout Clerk
  ) throws -> Part {
    var part = Part(rows: rows.count)
    for row in rows {
      let answer: BatchAnswer
      do {
        if let problem = row.problem { throw problem }
        answer = try clerk.answer(to: row)
      } catch let problem as BatchProblem {
        part.problems.append((row.line, problem))
        answer = Clerk.answer(of: problem, as: row.form)
      }
      if case .targets(let value) = answer { part.tally.count(value) }
      part.text += answer.record(after: row.fields, as: row.form)
    }
    return part
  }

  /// Writes a part, and those that have waited for it.
  ///
  /// - Returns: how many parts were written.
  private func write(
    _ part: Part, of number: Int, into output: FileHandle, _ results: inout Results
  ) throws -> Int {
    results.waiting[number] = part
    var count = 0
    while let part = results.waiting.removeValue(forKey: results.written) {
      if let last, results.written == 0, !part.text.utf8.starts(with: last) {
        // What was there must not be lost over it.
        try output.writeAnswers(last)
        throw BatchError.otherAnswers
      }
      try output.writeAnswers(part.text.utf8)
      results.written += 1
      results.rows += part.rows
      results.problems += part.problems.count
      results.tally.add(part.tally)
      for (line, problem) in part.problems { report(line, problem) }
      progress(results.rows)
      count += 1
    }
    return count
  }
}
