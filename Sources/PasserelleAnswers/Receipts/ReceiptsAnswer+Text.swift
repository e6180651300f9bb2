internal import PasserelleModel

extension ReceiptsAnswer {
  /// The answer for people: what speaks against it first, then what was counted.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let rows: [(ReceiptKey, String)] = [
      (.parts, "\(parts)"), (.questions, "\(input.rows)  \(input.digest)"),
      (.answers, "\(output.rows)  \(output.digest)"),
      (.command, "\(command) " + words),
      (.data, say(.dataOf, ["graph": graph, "program": program])),
    ]
    let width = rows.map { say($0.0).columns }.max() ?? 0
    return verdict(in: say) + [""]
      + rows.map { "\(say($0.0).padded(to: width + 2))\($0.1.printable)" }
  }

  private func verdict(in say: Language) -> [String] {
    guard holds else {
      return [say(.bad)] + objections.map { "  - \(say($0.summary).printable)" }
    }
    return [say(inputChecked ? .good : .goodAlone)]
  }

  /// The question as options.
  private var words: String {
    question.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}
