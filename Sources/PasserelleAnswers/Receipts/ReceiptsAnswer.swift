public import PasserelleGraph
package import PasserelleStore

/// What the receipts of the parts of a batch add up to, and what speaks against it.
public struct ReceiptsAnswer: Answer {
  /// The kind of answer.
  public static let kind = "receipts"

  /// Something that speaks against the receipts.
  public struct Objection: Encodable, Sendable {
    /// What kind of thing.
    public let kind: Kind
    /// What it is, in words.
    public let summary: Phrase
  }

  /// What may speak against receipts.
  public enum Kind: String, Encodable, CaseIterable, Sendable {
    /// A run was ended before all rows were answered.
    case notFinished = "not-finished"
    /// A part was asked something else.
    case otherQuestion = "other-question"
    /// A part was answered from other sources.
    case otherGraph = "other-graph"
    /// A part was answered by another version of the program.
    case otherProgram = "other-program"
    /// The batch was cut into another number of parts.
    case otherCut = "other-cut"
    /// A part has no receipt.
    case missingPart = "missing-part"
    /// A part has two receipts.
    case doubledPart = "doubled-part"
    /// There are fewer answers than questions.
    case lostAnswers = "lost-answers"
    /// The file of questions has more or fewer rows.
    case otherInput = "other-input"
    /// The file of questions has as many rows, but not the same.
    case changedInput = "changed-input"
    /// The files of answers have more or fewer rows.
    case otherOutput = "other-output"
    /// The files of answers have as many rows, but not the same.
    case changedOutput = "changed-output"
  }

  /// How many receipts there are.
  public let receipts: Int
  /// How many parts the batch was cut into.
  public let parts: Int
  /// The command.
  public let command: String
  /// The options that decide the answers, by their names.
  public let question: [String: String]
  /// The questions of all parts.
  public let input: BatchReceipt.Rows
  /// The answers of all parts.
  public let output: BatchReceipt.Rows
  /// The hash of all that the sources said.
  public let graph: String
  /// The version of the program.
  public let program: String
  /// Whether the questions were compared with a file.
  public let inputChecked: Bool
  /// Whether the answers were compared with files.
  public let outputChecked: Bool
  /// What speaks against it.
  public let objections: [Objection]

  /// Whether nothing speaks against it.
  public var holds: Bool { objections.isEmpty }

  /// Adds receipts up.
  ///
  /// - Parameters:
  ///   - all: The receipts, each with its file.
  ///   - questions: The questions that there are, counted; `nil` to take the receipts' word.
  ///   - answers: The answers that there are, counted.
  package init(
    _ all: [(file: String?, receipt: BatchReceipt)], questions: RowSum? = nil,
    answers: RowSum? = nil
  ) {
    let sums = all.reduce(into: BatchSums()) { sums, entry in
      sums += BatchSums(
        input: entry.receipt.input.sum ?? RowSum(), output: entry.receipt.output.sum ?? RowSum())
    }
    let first = all.first?.receipt
    receipts = all.count
    parts = first?.shard.of ?? 0
    (command, question) = (first?.command ?? "", first?.question ?? [:])
    (graph, program) = (first?.graph ?? "", first?.program ?? "")
    (input, output) = (BatchReceipt.Rows(sums.input), BatchReceipt.Rows(sums.output))
    (inputChecked, outputChecked) = (questions != nil, answers != nil)
    objections =
      ReceiptAudit(all).objections
      + Self.objections(
        to: sums.input, beside: questions, .otherInput, .changedInput)
      + Self.objections(to: sums.output, beside: answers, .otherOutput, .changedOutput)
  }

  private static func objections(
    to counted: RowSum, beside there: RowSum?, _ other: Kind, _ changed: Kind
  ) -> [Objection] {
    guard let there, there != counted else { return [] }
    let values = ["file": "\(there.rows)", "receipts": "\(counted.rows)"]
    return [Objection(there.rows == counted.rows ? changed : other, values)]
  }
}

extension ReceiptsAnswer.Objection {
  init(_ kind: ReceiptsAnswer.Kind, _ values: [String: String] = [:]) {
    (self.kind, summary) = (kind, kind(values))
  }
}
