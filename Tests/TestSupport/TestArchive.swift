package import Foundation

/// A ZIP archive that a test writes, with its files stored as they are.
package struct TestArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init(_ files: KeyValuePairs<String, String> = [:]) {
    for (name, text) in files { add(name, Array(text.utf8)) }
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - content: What is stored.
  ///   - deflated: The size and checksum of what is unpacked, if the content is deflated.
  ///   - mode: The file's type and permissions, as Unix has them.
  ///   - flags: The flags of the entry: 1 says that it is encrypted.
  package mutating func add(
    _ name: String, _ content: [UInt8], deflated: (size: Int, checksum: UInt32)? = nil,
    mode: UInt32 = 0o100644, flags: UInt16 = 0
  ) {
    let start = bytes.count
    let size = deflated?.size ?? content.count
    let checksum = deflated?.checksum ?? Self.checksum(of: content)
    let common =
      Self.bytes(20, 2) + Self.bytes(UInt64(flags) | 0x800, 2)
      + Self.bytes(deflated == nil ? 0 : 8, 2) + Self.bytes(0x5821_0000, 4)
      + Self.bytes(UInt64(checksum), 4) + Self.bytes(UInt64(content.count), 4)
      + Self.bytes(UInt64(size), 4) + Self.bytes(UInt64(name.utf8.count), 2) + Self.bytes(0, 2)
    bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    directory +=
      [0x50, 0x4B, 1, 2] + Self.bytes(0x0314, 2) + common + Self.bytes(0, 6)
      + Self.bytes(UInt64(mode) << 16, 4) + Self.bytes(UInt64(start), 4) + Array(name.utf8)
    count += 1
  }

  /// The whole file.
  package var data: [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6] + Self.bytes(0, 4) + Self.bytes(UInt64(count), 2)
      + Self.bytes(UInt64(count), 2) + Self.bytes(UInt64(directory.count), 4)
      + Self.bytes(UInt64(bytes.count), 4) + Self.bytes(0, 2)
  }

  /// Writes the file.
  package func write(to url: URL) throws { try Data(data).write(to: url) }

  private static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { checksum, byte in
      (0..<8).reduce(checksum ^ UInt32(byte)) { value, _ in
        value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }
}

extension TestArchive {
  /// A workbook of Excel.
  ///
  /// - Parameters:
  ///   - sheets: The name of each sheet and the XML of its rows, with what comes behind them after `|`; a name
  ///     that starts with `!` is hidden.
  ///   - texts: The texts that cells share.
  ///   - formats: The formats of numbers, by the style of a cell from 1 on.
  /// - Returns: The archive.
  package static func excel(
    _ sheets: KeyValuePairs<String, String>, texts: [String] = [], formats: [String] = []
  ) -> TestArchive {
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(relationships)/\(type)\" Target=\"\(target)\"/>"
    }
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        "\"", with: "&quot;")
    }
    var archive = TestArchive([
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels":
        "<Relationships xmlns=\"\(package)\">\(relation("rId1", "officeDocument", "xl/workbook.xml"))"
        + "</Relationships>",
    ])
    let listed = sheets.enumerated().map { index, sheet in
      let isHidden = sheet.key.hasPrefix("!")
      let name = escaped(isHidden ? String(sheet.key.dropFirst()) : sheet.key)
      return "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\" r:id=\"s\(index + 1)\""
        + (isHidden ? " state=\"hidden\"" : "") + "/>"
    }
    archive.add(
      "xl/workbook.xml",
      Array(
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relationships)\"><sheets>\(listed.joined())</sheets></workbook>"
          .utf8))
    let parts = sheets.indices.map { index in
      let number = sheets.distance(from: sheets.startIndex, to: index) + 1
      return relation("s\(number)", "worksheet", "worksheets/sheet\(number).xml")
    }
    archive.add(
      "xl/_rels/workbook.xml.rels",
      Array(
        ("<Relationships xmlns=\"\(package)\">" + parts.joined()
          + relation("t", "sharedStrings", "/xl/sharedStrings.xml")
          + relation("f", "styles", "styles.xml")
          + "</Relationships>").utf8))
    let shared = texts.map { "<si><t>\(escaped($0))</t></si>" }.joined()
    archive.add("xl/sharedStrings.xml", Array("<sst xmlns=\"\(main)\">\(shared)</sst>".utf8))
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(escaped($1))\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    archive.add(
      "xl/styles.xml",
      Array(
        ("<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>"
          + "\(styles.joined())</cellXfs></styleSheet>").utf8))
    for (index, sheet) in sheets.enumerated() {
      let pieces = sheet.value.split(separator: "|", maxSplits: 1).map(String.init)
      archive.add(
        "xl/worksheets/sheet\(index + 1).xml",
        Array(
          ("<worksheet xmlns=\"\(main)\"><sheetData>\(pieces.first ?? "")</sheetData>"
            + "\(pieces.dropFirst().first ?? "")</worksheet>").utf8))
    }
    return archive
  }

  /// The rows of a sheet whose cells are texts; an empty text makes no cell.
  package static func rows(_ rows: [[String]]) -> String {
    rows.enumerated().map { number, cells in
      let row = number + 1
      let list = cells.enumerated().filter { !$1.isEmpty }.map { column, text in
        let letter = String(Character(Unicode.Scalar(UInt8(0x41 + column))))
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<c r=\"\(letter)\(row)\" t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
      }
      return "<row r=\"\(row)\">\(list.joined())</row>"
    }.joined()
  }

  /// A spreadsheet in OpenDocument, of the XML of its tables.
  package static func openDocument(_ tables: String, styles: String = "") -> TestArchive {
    let names = ["office", "table", "text", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    return TestArchive([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml":
        "<office:document-content \(names.joined(separator: " "))><office:automatic-styles>\(styles)"
        + "</office:automatic-styles><office:body><office:spreadsheet>\(tables)</office:spreadsheet>"
        + "</office:body></office:document-content>",
    ])
  }
}
