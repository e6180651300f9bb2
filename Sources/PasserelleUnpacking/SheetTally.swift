internal import PasserelleModel

/// What a reader of a sheet must be told: what is hidden in it, failed in it, or lost its zeros.
struct SheetTally {
  private var hidden: (count: Int, first: Int) = (0, 0)
  private var missing: (count: Int, first: CellPlace?) = (0, nil)
  private var failed: (count: Int, first: CellPlace?, text: String) = (0, nil, "")
  /// By column: numbers that are shown as they are.
  private var numbers: [Int: (count: Int, first: CellPlace)] = [:]
  /// The columns in which digits start with zero, by text or by format.
  private var zeros: Set<Int> = []

  mutating func hide(_ row: Int) {
    hidden = (hidden.count + 1, hidden.count == 0 ? row : hidden.first)
  }

  /// A formula has no value.
  mutating func miss(_ cell: CellPlace) { missing = (missing.count + 1, missing.first ?? cell) }

  /// A formula has failed.
  mutating func fail(_ text: String, at cell: CellPlace) {
    failed = (failed.count + 1, failed.first ?? cell, failed.count == 0 ? text : failed.text)
  }

  mutating func number(at cell: CellPlace, _ format: NumberFormat) {
    if format.hasLeadingZeros {
      zeros.insert(cell.column)
    } else if format.isGeneral {
      numbers[cell.column, default: (0, cell)].count += 1
    }
  }

  mutating func text(_ text: String, at cell: CellPlace) {
    guard text.utf8.first == UInt8(ascii: "0"), text.utf8.count > 1,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    zeros.insert(cell.column)
  }

  func report(_ sheet: SheetWriter, to receiver: any UnpackedReceiver) {
    if hidden.count > 0 {
      receiver.report(
        .warning(
          .hiddenCells, at: sheet.position(CellPlace(column: 0, row: hidden.first)),
          "hidden rows: \(hidden.count); they were read like the others",
          hint: "delete them if they are not part of the table"))
    }
    if let first = missing.first {
      receiver.report(
        .warning(
          .uncomputedFormula, at: sheet.position(first),
          "formulas without a stored value: \(missing.count); their cells were read as empty",
          hint: "open the workbook in a spreadsheet program, and save it again"))
    }
    if let first = failed.first {
      receiver.report(
        .warning(
          .failedFormula, at: sheet.position(first),
          "formulas that failed: \(failed.count); the first shows '\(failed.text.prefix(20).printable)'",
          hint: "correct them in the workbook"))
    }
    for (column, found) in numbers.sorted(by: { $0.key < $1.key }) where zeros.contains(column) {
      receiver.report(
        .warning(
          .lostZeros, at: sheet.position(found.first),
          "numbers in a column whose other codes begin with zero: \(found.count); a number shows no zeros",
          hint: "if they are codes, format the column as text, and write the zeros again"))
    }
  }
}
