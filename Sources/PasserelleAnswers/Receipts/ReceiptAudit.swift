/// Looks for what speaks against receipts, beside each other: parts that are of other work, missing or
/// doubled.
struct ReceiptAudit {
  private typealias Entry = (file: String?, receipt: BatchReceipt)
  private let all: [Entry]

  init(_ all: [(file: String?, receipt: BatchReceipt)]) { self.all = all }

  var objections: [ReceiptsAnswer.Objection] {
    guard let first = all.first?.receipt else { return [] }
    return [
      objection(.notFinished) { !$0.finished },
      objection(.otherQuestion) {
        ($0.command, $0.question, $0.columns) != (first.command, first.question, first.columns)
      },
      objection(.otherGraph) { $0.graph != first.graph },
      objection(.otherProgram) { $0.program != first.program },
      objection(.otherCut) { $0.shard.of != first.shard.of },
      parts(.missingPart, of: first.shard.of) { $0 == 0 },
      parts(.doubledPart, of: first.shard.of) { $0 > 1 },
      objection(.lostAnswers) { $0.output.rows < $0.input.rows },
    ].compactMap(\.self)
  }

  /// An objection to the files whose receipts are so.
  private func objection(
    _ kind: ReceiptsAnswer.Kind, to isSo: (BatchReceipt) -> Bool
  ) -> ReceiptsAnswer.Objection? {
    let files = all.filter { isSo($0.receipt) }.map { $0.file ?? "–" }
    return files.isEmpty ? nil : ReceiptsAnswer.Objection(kind, ["files": Self.list(files)])
  }

  /// An objection to the parts that have so many receipts.
  private func parts(
    _ kind: ReceiptsAnswer.Kind, of count: Int, isSo: (Int) -> Bool
  ) -> ReceiptsAnswer.Objection? {
    var receipts: [Int: Int] = [:]
    for entry in all where entry.receipt.shard.of == count {
      receipts[entry.receipt.shard.number, default: 0] += 1
    }
    // A receipt may claim any number of parts; those that are named are few.
    var names: [String] = []
    for number in 1...count where names.count <= Self.most && isSo(receipts[number] ?? 0) {
      names.append("\(number)/\(count)")
    }
    return names.isEmpty ? nil : ReceiptsAnswer.Objection(kind, ["parts": Self.list(names)])
  }

  private static let most = 20

  /// Names in a row; of very many, the first.
  private static func list(_ names: [String]) -> String {
    (names.prefix(most) + (names.count > most ? ["…"] : [])).joined(separator: ", ")
  }
}
