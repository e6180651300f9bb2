internal import PasserelleGraph

/// The words on receipts of batches.
enum ReceiptKey: String, Message {
  case good = "receipts.good"
  case goodAlone = "receipts.good-alone"
  case bad = "receipts.bad"
  case parts = "receipts.parts"
  case questions = "receipts.questions"
  case answers = "receipts.answers"
  case command = "receipts.asked"
  case data = "receipts.data"
  case dataOf = "receipts.data-of"
}

extension ReceiptsAnswer.Kind: Message {
  /// The key of its message.
  package var key: String { "receipts.\(rawValue)" }
}

extension Language {
  /// The words of a message on receipts.
  func callAsFunction(_ key: ReceiptKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }
}
