import PasserelleModel
import PasserelleUnpacking
import TestSupport

/// What opens containers, in a worker as everywhere.
enum UnpackingTargets {
  /// A container as it is: an archive, or a compressed file.
  static func archive(_ bytes: [UInt8]) { unpack(bytes) }

  /// The parts of a workbook, with a NUL between each two; an archive of them is made anew, since nothing else would
  /// come past its checksums.
  ///
  /// A part alone is a spreadsheet of OpenDocument.
  static func workbook(_ bytes: [UInt8]) {
    let parts = bytes.split(
      separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    var archive = TestArchive()
    if parts.count == 1 {
      archive.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
      archive.add("content.xml", bytes)
    } else {
      archive.add("[Content_Types].xml", Array("<Types/>".utf8))
      archive.add("_rels/.rels", Array(start.utf8))
      for (name, part) in zip(names, parts) { archive.add(name, Array(part)) }
    }
    unpack(archive.data)
  }

  private static let names = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
  ]

  /// What says where the workbook is.
  private static let start = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
    Target="xl/workbook.xml"/></Relationships>
    """

  /// So little that each limit is met.
  private static let limits = {
    var limits = UnpackingLimits()
    (limits.entries, limits.bytes, limits.freeBytes, limits.textBytes) = (
      20, 1 << 20, 1 << 16, 1 << 16
    )
    (limits.rows, limits.columns, limits.cells, limits.mergedRanges) = (2_000, 64, 4_000, 20)
    return limits
  }()

  private static func unpack(_ bytes: [UInt8]) {
    let sink = Sink()
    do throws(Diagnostic) {
      try Unpacker(limits).unpack(
        Source(parts: [SourcePart(name: "a.xlsx", bytes: bytes)]), sheets: [], into: sink)
    } catch {
      _ = error.description.printable
    }
    // A sheet may be read again when its width is known, and no more often.
    precondition(sink.count <= Int(4 * limits.bytes))
  }
}

/// Counts what is handed over.
private final class Sink: UnpackedReceiver {
  private(set) var count = 0

  func begin(_ name: String, sheet: String?) { precondition(!name.isEmpty) }
  func append(_ bytes: [UInt8]) { count += bytes.count }
  func report(_ diagnostic: Diagnostic) { _ = diagnostic.description.printable }
}
