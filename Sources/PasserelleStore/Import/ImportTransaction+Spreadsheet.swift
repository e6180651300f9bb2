internal import GRDB
internal import PasserelleModel

// A code that is not there may be one that a spreadsheet took for a number.

extension ImportTransaction {
  /// More codes than are looked at for a hint.
  private static let mostCodes = 200

  /// What a spreadsheet has done to one of the codes, as the framework shows; `nil` if it shows nothing.
  func spreadsheetHint(for nodes: [Int64], of framework: String) throws -> String? {
    for node in nodes.prefix(Self.mostCodes) {
      let code = try String.fetchOne(
        db.cachedStatement(sql: "SELECT code FROM node WHERE id = ?"), arguments: [node])
      if let code, let hint = try spreadsheetHint(for: code, of: framework) { return hint }
    }
    return nil
  }

  /// What a spreadsheet has done to a code, as the framework shows; `nil` if it shows nothing.
  func spreadsheetHint(for code: String, of framework: String) throws -> String? {
    for (original, deed) in Self.originals(of: code) where try hasConcept(original, framework) {
      return "'\(original)' is there: \(deed); "
        + "format the column as text before the codes are entered"
    }
    return nil
  }

  /// What a code may have been, likeliest first.
  private static func originals(of code: String) -> [(code: String, deed: String)] {
    let whole = code.hasSuffix(".0") ? String(code.dropLast(2)) : code
    guard !whole.isEmpty, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else {
      return []
    }
    var originals: [(code: String, deed: String)] = []
    if whole != code {
      originals.append((whole, "a spreadsheet has saved the codes as decimal numbers"))
    }
    for zeros in ["0", "00", "000"] {
      originals.append((zeros + whole, "a spreadsheet has taken the zeros in front of the codes"))
    }
    let bare = whole.prefix(through: whole.lastIndex { $0 != "0" } ?? whole.startIndex)
    if whole.contains(".") {
      originals.append((whole + "0", "a spreadsheet has taken the zeros at the end of the codes"))
    }
    if bare.count < whole.count {
      originals.append((String(bare), "the codes of wider groups are filled up with zeros"))
    }
    return originals
  }

  private func hasConcept(_ code: String, _ framework: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM concept
            JOIN node ON node.id = concept.node
            WHERE node.hash = ? AND node.framework = ? AND node.code = ?)
          """), arguments: [Self.hash(framework, code), framework, code]) ?? false
  }

  private static func hash(_ framework: String, _ code: String) -> Int64 {
    var text = "\(framework):\(code)"
    return text.withUTF8 { NodeHash.hash(of: $0) }
  }
}
