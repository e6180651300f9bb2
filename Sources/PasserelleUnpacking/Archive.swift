internal import CZip
internal import PasserelleModel

/// A ZIP archive, whose entries are unpacked one at a time.
final class Archive {
  /// A file in the archive.
  struct Entry {
    let name: String
    let index: UInt64
    let size: UInt64
    let packed: UInt64
    let isEncrypted: Bool
    let isReadable: Bool
    let isLink: Bool
  }

  let part: SourcePart
  let limits: UnpackingLimits
  let entries: [Entry]
  private let handle: OpaquePointer
  private let reader: PartReader
  /// What was unpacked so far, of all entries.
  private var unpacked: UInt64 = 0

  /// Opens an archive, and reads the list of its entries.
  ///
  /// - Throws: A diagnostic if it is damaged, or lists more than it may.
  init(_ part: SourcePart, limits: UnpackingLimits) throws(Diagnostic) {
    (self.part, self.limits) = (part, limits)
    let reader = PartReader(part)
    var status = CZIP_OK
    guard let handle = czip_open(PartReader.read, reader.context, reader.size, &status) else {
      throw part.problem(status, "ZIP archive")
    }
    (self.handle, self.reader) = (handle, reader)
    let count = czip_count(handle)
    guard count <= limits.entries else {
      czip_close(handle)
      throw .error(
        .archiveTooLarge, at: part.position,
        "the archive lists \(count) files; at most \(limits.entries) are read",
        hint: "unpack it, and give the files that are meant")
    }
    entries = (0..<count).map { index in
      let entry = czip_entry_at(handle, index)
      return Entry(
        name: entry.name.map { String(cString: $0) } ?? "", index: index, size: entry.size,
        packed: entry.packed, isEncrypted: entry.is_encrypted != 0,
        isReadable: entry.is_readable != 0, isLink: entry.is_link != 0)
    }
  }

  deinit { czip_close(handle) }

  /// The entry of a name; case matters only if there are several.
  func entry(_ name: String) -> Entry? {
    entries.first { $0.name == name } ?? entries.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Unpacks an entry, piece by piece.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - take: Takes each piece, and says whether more is wanted.
  /// - Throws: A diagnostic if the entry cannot be unpacked, or becomes too large; what `take` throws.
  func read(
    _ entry: Entry, _ take: ([UInt8]) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) {
    if entry.isEncrypted {
      throw .error(
        .encrypted, at: part.position, "'\(entry.name.printable)' is encrypted",
        hint: "save the file without a password")
    }
    guard entry.isReadable, czip_start(handle, entry.index) == CZIP_OK else {
      throw broken(entry)
    }
    var size: UInt64 = 0
    while true {
      var count: Int64 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: PartReader.chunk) { buffer, filled in
        count = czip_read(handle, buffer.baseAddress, buffer.count)
        filled = Int(max(0, count))
      }
      guard count >= 0 else { throw broken(entry) }
      guard count > 0 else { return }
      size += UInt64(count)
      unpacked += UInt64(count)
      try limits.check(size, of: entry, andAll: unpacked, in: part)
      guard try take(piece) else { return }
    }
  }

  private func broken(_ entry: Entry) -> Diagnostic {
    .error(
      .brokenArchive, at: part.position,
      "'\(entry.name.printable)' in the archive cannot be unpacked: it is damaged, or packed by an unusual method",
      hint: "get the file again, or pack it again as ZIP with 'deflate'")
  }
}

/// What a container may unpack to before it is refused by name.
///
/// The figures and their reasons are in `Documentation/Limits.md`.
package struct UnpackingLimits: Sendable {
  /// The files of an archive.
  package var entries: UInt64 = 5_000
  /// The bytes that all files of a container unpack to.
  package var bytes: UInt64 = 2 << 30
  /// How many times its packed size a file may unpack to, once it is larger than `freeBytes`.
  package var ratio: UInt64 = 400
  package var freeBytes: UInt64 = 64 << 20
  /// The bytes of all different texts of a workbook.
  package var textBytes = 256 << 20
  /// The rows of a sheet, as many as Excel has.
  package var rows = 1_048_576
  /// The columns of a sheet, as many as a table may have.
  package var columns = 1_024
  /// The cells of a sheet that are not empty.
  package var cells = 20_000_000
  /// The merged ranges of a sheet.
  package var mergedRanges = 100_000

  package init() {}

  fileprivate func check(
    _ size: UInt64, of entry: Archive.Entry, andAll all: UInt64, in part: SourcePart
  ) throws(Diagnostic) {
    if size > freeBytes, size / ratio > entry.packed {
      throw .error(
        .archiveTooLarge, at: part.position,
        "'\(entry.name.printable)' unpacks to more than \(ratio) times its size, as in a decompression bomb",
        hint: "if the file is what it should be, unpack it, and give what is in it")
    }
    try check(all, in: part)
  }

  func check(_ all: UInt64, in part: SourcePart) throws(Diagnostic) {
    guard all > bytes else { return }
    throw .error(
      .archiveTooLarge, at: part.position, "the file unpacks to more than \(bytes >> 20) MiB",
      hint: "unpack it, and give the files that are meant")
  }
}
