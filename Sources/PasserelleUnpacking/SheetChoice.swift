internal import PasserelleKit
internal import PasserelleModel

/// Which sheets of a workbook are wanted.
enum SheetChoice {
  /// All that a user sees.
  case visible
  /// The first that has anything in it: a map that names no sheet is of that.
  case first
  case named([String])

  /// Reads what a user wants, or what a map says; a mistake in the map is told by the adapter that reads it.
  init(_ names: [String], map: SourcePart?) {
    guard names.isEmpty else {
      self = .named(names)
      return
    }
    guard let map else {
      self = .visible
      return
    }
    let root = try? map.yaml()
    // What is beside the workbook may be a descriptor of its own.
    if root?.child("passerelle") != nil || root?.child("profile") != nil {
      self = .visible
    } else if let key = root?.child("sheet") {
      let nodes = key.kind == .sequence ? key.children : [key]
      self = .named(nodes.map(\.text.trimmed).filter { !$0.isEmpty })
    } else {
      self = .first
    }
  }
}

/// The sheets of a workbook.
struct SheetList {
  struct Sheet {
    var name: String
    var isHidden: Bool
    /// Where in the archive the sheet is.
    var target: String
  }

  private let sheets: [Sheet]
  private let part: SourcePart

  init(_ sheets: [Sheet], of part: SourcePart) { (self.sheets, self.part) = (sheets, part) }

  /// Calls the body with each sheet that is wanted; it says whether there was anything in it.
  ///
  /// - Throws: A diagnostic if a sheet is named that is not there; what the body throws.
  func forEach(
    _ choice: SheetChoice, reportingTo receiver: any UnpackedReceiver,
    _ body: (Sheet) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) {
    if case .named(let names) = choice {
      for name in names { _ = try body(sheet(name)) }
      return
    }
    let seen = sheets.filter { !$0.isHidden }
    let visible = seen.isEmpty ? sheets : seen
    if visible.count < sheets.count {
      tell(.hiddenCells, "hidden sheets were not read", sheets.filter(\.isHidden), to: receiver)
    }
    for (index, sheet) in visible.enumerated() {
      guard try body(sheet), case .first = choice else { continue }
      let rest = Array(visible[(index + 1)...])
      if !rest.isEmpty {
        tell(.unreadSheet, "the map is of one sheet; not read were", rest, to: receiver)
      }
      return
    }
  }

  private func sheet(_ name: String) throws(Diagnostic) -> Sheet {
    let found =
      sheets.first { $0.name == name }
      ?? sheets.first { $0.name.trimmed.lowercased() == name.trimmed.lowercased() }
    if let found { return found }
    throw .error(
      .noSuchSheet, at: part.position, "the workbook has no sheet '\(name.prefix(60).printable)'",
      hint: "it has \(Self.list(sheets))")
  }

  private func tell(
    _ id: Diagnostic.ID, _ what: String, _ sheets: [Sheet], to receiver: any UnpackedReceiver
  ) {
    receiver.report(
      .warning(
        id, at: part.position, "\(what): \(Self.list(sheets))",
        hint: "'--sheet NAME' reads one, and 'sheet: NAME' in a map"))
  }

  private static func list(_ sheets: [Sheet]) -> String {
    let names = sheets.prefix(12).map { "'\($0.name.printable)'" }.joined(separator: ", ")
    return sheets.count > 12 ? names + " …" : names
  }
}
