internal import PasserelleModel

/// A workbook of Excel (Office Open XML): which sheets it has, and what their cells share.
///
/// Macros, queries and links to other workbooks are never touched: only the parts are read that hold cells,
/// and those only within the archive. Of a formula, the value is taken that was stored with it.
struct ExcelWorkbook {
  private let archive: Archive
  private let book: WorkbookHandler
  private let relations: [RelationHandler.Relation]

  /// Opens a workbook; nothing if the archive is none.
  ///
  /// - Throws: A diagnostic if it is damaged, or an Office document of another kind.
  init?(_ archive: Archive) throws(Diagnostic) {
    guard archive.entry("[Content_Types].xml") != nil, let root = archive.entry("_rels/.rels")
    else {
      return nil
    }
    let part = archive.part
    let relation = try RelationHandler.relations(in: root, of: archive, below: "")
      .first { $0.type.hasSuffix("/officeDocument") }
    guard let relation, let entry = archive.entry(relation.target) else {
      throw FileFormat("an Office document", .findData).problem(at: part.position)
    }
    guard !relation.target.hasSuffix(".bin") else {
      throw .error(
        .unreadFormat, at: part.position,
        "this is a binary workbook (xlsb), which Passerelle does not read",
        hint: "save it as an Excel workbook (.xlsx)")
    }
    let book = WorkbookHandler()
    try archive.readXML(entry, by: book)
    guard book.isWorkbook else {
      throw FileFormat("an Office document", .findData).problem(at: part.position)
    }
    (self.archive, self.book) = (archive, book)
    let parts = relation.target.split(separator: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let name = "\(folder.isEmpty ? "" : folder + "/")_rels/\(parts.last ?? "").rels"
    let related = archive.entry(name)
    relations =
      try related.map { related throws(Diagnostic) in
        try RelationHandler.relations(in: related, of: archive, below: folder)
      } ?? []
  }

  /// Hands over the sheets.
  func unpack(_ wanted: SheetChoice, into receiver: any UnpackedReceiver) throws(Diagnostic) {
    let sheets = book.sheets.compactMap { sheet -> SheetList.Sheet? in
      guard let relation = relations.first(where: { $0.id == sheet.relation }),
        relation.type.hasSuffix("/worksheet")
      else { return nil }
      return SheetList.Sheet(name: sheet.name, isHidden: sheet.isHidden, target: relation.target)
    }
    let list = SheetList(sheets, of: archive.part)
    let texts = SharedTexts(limit: archive.limits.textBytes, in: archive.part)
    if let entry = related("/sharedStrings") { try archive.readXML(entry, by: texts) }
    let styles = CellStyles()
    if let entry = related("/styles") { try archive.readXML(entry, by: styles) }
    try list.forEach(wanted, reportingTo: receiver) { sheet throws(Diagnostic) in
      guard let entry = archive.entry(sheet.target) else {
        throw .error(
          .brokenArchive, at: archive.part.position,
          "the workbook has no '\(sheet.target.printable)', where its sheet '\(sheet.name.printable)' should be",
          hint: "open the workbook in a spreadsheet program, and save it again")
      }
      return try unpack(sheet.name, entry, texts, styles, into: receiver)
    }
  }

  private func related(_ type: String) -> Archive.Entry? {
    relations.first { $0.type.hasSuffix(type) }.flatMap { archive.entry($0.target) }
  }

  /// Hands over a sheet: it is read again if it is wider than it says, or less so.
  ///
  /// Returns whether there was anything in it.
  private func unpack(
    _ name: String, _ entry: Archive.Entry, _ texts: SharedTexts, _ styles: CellStyles,
    into receiver: any UnpackedReceiver
  ) throws(Diagnostic) -> Bool {
    let head = try SheetHead(entry, of: archive)
    var width = head.width
    while true {
      let writer = SheetWriter(
        name, width: width, merging: head.merges, in: archive, into: receiver)
      let sheet = ExcelSheet(writer, texts: texts, styles: styles, from1904: book.is1904)
      try archive.readXML(entry, by: sheet)
      try sheet.writer.finish()
      guard sheet.writer.widest != width, !sheet.writer.isEmpty else {
        sheet.tally.report(sheet.writer, to: receiver)
        return !sheet.writer.isEmpty
      }
      width = sheet.writer.widest
    }
  }
}

/// Reads which parts of a package belong to another.
private final class RelationHandler: XMLHandler {
  struct Relation {
    var id: String
    var type: String
    /// The name of the part in the archive.
    var target: String
  }

  private let folder: String
  private var relations: [Relation] = []

  private init(_ folder: String) { self.folder = folder }

  static func relations(
    in entry: Archive.Entry, of archive: Archive, below folder: String
  ) throws(Diagnostic) -> [Relation] {
    let handler = RelationHandler(folder)
    try archive.readXML(entry, by: handler)
    return handler.relations
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    // What is outside the archive is none of ours.
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    relations.append(Relation(id: id, type: type, target: resolved(target)))
  }

  private func resolved(_ target: String) -> String {
    let isAbsolute = target.hasPrefix("/")
    var path = isAbsolute ? [] : folder.split(separator: "/").map(String.init)
    for component in target.split(separator: "/") where component != "." {
      if component == ".." { _ = path.popLast() } else { path.append(String(component)) }
    }
    return path.joined(separator: "/")
  }
}

/// Reads the list of sheets.
private final class WorkbookHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var is1904 = false
  private(set) var isWorkbook = false

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbook": isWorkbook = open.count == 1
    case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      guard let name = attributes["name"], let id = attributes["id"] else { return }
      let state = attributes["state"]
      sheets.append((name, id, state == "hidden" || state == "veryHidden"))
    default: break
    }
  }
}
