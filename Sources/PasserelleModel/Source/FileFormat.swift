/// A well-known format of files that no adapter reads: what it is called, and what to do with such a file.
///
/// Offices publish spreadsheets, archives and data of statistics programs; whoever has such a file must
/// hear what it is, and not that no adapter knows it.
package struct FileFormat: Hashable, Sendable {
  /// What is to be done with a file of a format.
  package enum Remedy: Sendable {
    /// It is packed, and what is in it may be read.
    case unpack
    /// It can be saved as a workbook that is read.
    case saveAsWorkbook
    /// Its tables can be saved as CSV.
    case saveAsTable
    /// Its columns have types, and it can be saved as CSV that keeps codes as texts.
    case saveAsText
    /// It is made to be looked at.
    case findData
    /// It stands for another file.
    case download
  }

  /// What a file of the format is: `a PDF document`.
  package let name: String
  package let remedy: Remedy

  package init(_ name: String, _ remedy: Remedy) {
    (self.name, self.remedy) = (name, remedy)
  }

  /// What a person who gives such a file is told.
  ///
  /// - Parameters:
  ///   - position: The file as a whole.
  ///   - severity: Whether the file keeps others from being read.
  /// - Returns: The diagnostic.
  package func problem(
    at position: SourcePosition, _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    remedy == .unpack
      ? Diagnostic(
        severity, .compressed, at: position, "the file is compressed (\(name))", hint: hint)
      : Diagnostic(
        severity, .unreadFormat, at: position, "this is \(name), which Passerelle does not read",
        hint: hint)
  }

  private var hint: String {
    switch remedy {
    case .unpack: "unpack it first; ZIP and gzip are read if they are named by themselves"
    case .saveAsWorkbook:
      "save it in a spreadsheet program as an Excel workbook (.xlsx), without a password"
    case .saveAsTable:
      "save each table as CSV (UTF-8), and put a map of its columns beside it: see "
        + "Documentation/Adapters/Classifications.md"
    case .saveAsText:
      "save it as CSV with DuckDB or pyarrow; 'Parquet' in Documentation/Exporting.md has the line to type"
    case .findData:
      "look for the data that it was made of: a table in CSV, or a file in XML or JSON"
    case .download:
      "download the file itself: this is only the page or the pointer that leads to it"
    }
  }
}

extension FileFormat {
  /// The format of a file that is not text, by its first bytes; `nil` if it may be text.
  ///
  /// The name only tells apart what has the same first bytes: a spreadsheet is a ZIP archive, too.
  ///
  /// - Parameters:
  ///   - head: The first bytes of the file, 1 KiB if there are as many.
  ///   - name: The name of the file.
  package init?(ofBinary head: [UInt8], named name: String) {
    guard let signature = Signature.all.first(where: { $0.fits(head) }) else { return nil }
    switch signature.content {
    case .format(let format): self = format
    case .zip: self = Self.zip(head, named: name.lowercased())
    case .compoundFile:
      self =
        name.lowercased().hasSuffix(".doc")
        ? FileFormat("a Word document", .findData)
        : FileFormat(
          "a spreadsheet (Excel, old or encrypted) or another Office document", .saveAsWorkbook)
    }
  }

  /// The format of a text that holds no data of qualifications, by its start; `nil` if it may hold some.
  ///
  /// - Parameter head: The first bytes of the file, 8 KiB if there are as many.
  package init?(ofText head: [UInt8]) {
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = String(decoding: head.prefix(8 << 10).dropFirst(mark), as: UTF8.self).trimmed
    let start = text.prefix(512).lowercased()
    let isPage =
      start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || (start.hasPrefix("<?xml") && start.contains("<!doctype html"))
    if isPage {
      self.init("a web page (HTML)", .download)
    } else if start.hasPrefix("version https://git-lfs") {
      self.init("a pointer of Git LFS", .download)
    } else {
      return nil
    }
  }

  /// What a ZIP archive is: Office documents are such archives, with files of known names.
  private static func zip(_ head: [UInt8], named name: String) -> FileFormat {
    let text = String(decoding: head, as: UTF8.self)
    func isNamed(_ endings: String...) -> Bool { endings.contains(where: name.hasSuffix) }
    func holds(_ marks: String...) -> Bool { marks.contains(where: text.contains) }
    if isNamed(".docx", ".odt", ".pptx", ".odp") || holds("word/", "opendocument.text", "ppt/") {
      return FileFormat("an Office document", .findData)
    }
    if isNamed(".ods") || holds("opendocument.spreadsheet") {
      return FileFormat("a spreadsheet (OpenDocument)", .saveAsTable)
    }
    if isNamed(".xlsx", ".xlsm", ".xlsb", ".xltx") || holds("xl/", "[Content_Types].xml") {
      return FileFormat("a spreadsheet (Excel)", .saveAsTable)
    }
    return FileFormat("ZIP", .unpack)
  }
}
