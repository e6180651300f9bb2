internal import PasserelleGraph

/// What became of one case of a batch: a page, or the reason why there is none.
package struct CasePage: Sendable {
  /// The number of the case, as its row has it; empty if it has none.
  package var reference: String
  /// The line on which its row starts.
  package var line: Int
  package var outcome: Outcome

  package enum Outcome: Sendable {
    /// Its statement as a page, and what the index says of it.
    case made(page: String, country: String, purpose: String, finding: String)
    case failed(reason: String)
  }

  /// The page of a row that cannot be answered.
  package init(_ row: BatchReader.Row, failedFor problem: BatchProblem) {
    (reference, line) = (row.reference, row.line)
    outcome = .failed(reason: problem.words)
  }

  fileprivate init(_ row: BatchReader.Row, _ answer: ComparabilityAnswer, by words: CellWords) {
    let question = answer.record.assessment.question
    (reference, line) = (question.profile.profile.reference, row.line)
    outcome = .made(
      page: answer.page(in: words.language),
      country: LocalNames(words.language).country(question.country),
      purpose: words.language(question.purpose),
      finding: ComparabilitySummary.text(
        answer.summary.finding, in: words.language, by: words.text))
  }

  /// What the file is called before it is known to be the only one of that name: letters, digits, `-` and
  /// `_` of the case's number, so that it can lead nowhere else on any system; without any, the line.
  var fileName: String {
    let letters = reference.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": Character(scalar)
      default: "-"
      }
    }
    let name = String(letters).split(separator: "-").joined(separator: "-").prefix(60)
    // Some systems keep short names such as 'con' and 'nul' for themselves.
    return name.isEmpty ? "line-\(line)" : name.count < 5 ? "case-\(name)" : String(name)
  }
}

extension AssessClerk {
  /// The page of the case on a row.
  ///
  /// - Throws: `BatchProblem` if the row cannot be answered.
  package mutating func page(of row: BatchReader.Row) throws -> CasePage {
    CasePage(row, try statement(on: row), by: words)
  }
}
