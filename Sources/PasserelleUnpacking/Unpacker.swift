internal import CZip
internal import PasserelleKit
package import PasserelleModel

/// Opens containers: archives (ZIP), compressed files (gzip) and workbooks (Excel, OpenDocument).
///
/// It runs in a worker, as adapters do. No macro is run, no link is followed, no path leads anywhere: what
/// is in a container is handed over by name, and the host decides what to do with it.
package struct Unpacker {
  private let limits: UnpackingLimits

  package init(_ limits: UnpackingLimits = UnpackingLimits()) { self.limits = limits }

  /// Hands over the files of a container.
  ///
  /// - Parameters:
  ///   - source: The container, and its map, if there is one beside it.
  ///   - sheets: The names of the sheets that are wanted; if empty, the map names them, or all are that a
  ///     user sees.
  ///   - receiver: Where the files go.
  /// - Throws: What keeps the container from being opened.
  package func unpack(
    _ source: Source, sheets: [String], into receiver: any UnpackedReceiver
  ) throws(Diagnostic) {
    let part = source.main
    let head = try part.head(4)
    if head.starts(with: [0x1F, 0x8B]) { return try unpackStream(part, into: receiver) }
    let archive = try Archive(part, limits: limits)
    let wanted = SheetChoice(sheets, map: source.parts.dropFirst().first)
    if let workbook = try ExcelWorkbook(archive) {
      try workbook.unpack(wanted, into: receiver)
    } else if let workbook = try OpenDocument(archive) {
      try workbook.unpack(wanted, into: receiver)
    } else {
      try unpack(archive, into: receiver)
    }
  }

  private func unpackStream(
    _ part: SourcePart, into receiver: any UnpackedReceiver
  ) throws(Diagnostic) {
    let reader = PartReader(part)
    var status = CZIP_OK
    guard let stream = czip_stream_open(PartReader.read, reader.context, &status) else {
      throw part.problem(status, "gzip file")
    }
    defer {
      czip_stream_close(stream)
      withExtendedLifetime(reader) {}
    }
    let name = part.name.split(separator: "/").last.map(String.init) ?? part.name
    try receiver.begin(
      name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name, sheet: nil)
    let size = reader.size
    var unpacked: UInt64 = 0
    while true {
      var count: Int64 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: PartReader.chunk) { buffer, filled in
        count = czip_stream_read(stream, buffer.baseAddress, buffer.count)
        filled = Int(max(0, count))
      }
      guard count >= 0 else { throw part.problem(CZIP_BROKEN, "gzip file") }
      guard count > 0 else { return }
      unpacked += UInt64(count)
      if unpacked > limits.freeBytes, unpacked / limits.ratio > size {
        throw .error(
          .archiveTooLarge, at: part.position,
          "the file unpacks to more than \(limits.ratio) times its size, as in a decompression bomb"
        )
      }
      try limits.check(unpacked, in: part)
      try receiver.append(piece)
    }
  }

  private func unpack(
    _ archive: Archive, into receiver: any UnpackedReceiver
  ) throws(Diagnostic) {
    var names: Set<String> = []
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      let path = try Self.components(of: entry, in: archive.part)
      // What a Mac or an editor adds is no file of the release.
      if path.contains(where: { $0.hasPrefix(".") }) || path.first == "__MACOSX" { continue }
      guard names.insert(entry.name).inserted else {
        throw .error(
          .archivePath, at: archive.part.position,
          "the archive has two files named '\(entry.name.printable)'",
          hint: "unpack it, and give the files that are meant")
      }
      try receiver.begin(entry.name, sheet: nil)
      try archive.read(entry) { piece throws(Diagnostic) in
        try receiver.append(piece)
        return true
      }
    }
  }

  /// The parts of the path of an entry.
  ///
  /// Nothing is written to such a path; but a name that tries to lead elsewhere is no honest one.
  private static func components(
    of entry: Archive.Entry, in part: SourcePart
  ) throws(Diagnostic) -> [Substring] {
    let components = entry.name.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe =
      !entry.name.isEmpty && entry.name.utf8.count <= 1_024 && !entry.isLink
      && !components.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      && !entry.name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" || $0.value == 0x7F }
      && !(components[0].utf8.count == 2 && components[0].hasSuffix(":"))
    guard isSafe else {
      throw .error(
        .archivePath, at: part.position,
        entry.isLink
          ? "'\(entry.name.printable)' in the archive is a link to another file"
          : "'\(entry.name.prefix(80).printable)' in the archive is not the name of a file below it",
        hint: "unpack it, and give the files that are meant")
    }
    return components
  }
}
