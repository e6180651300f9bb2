extension FileFormat {
  /// The bytes that files of a format start with.
  struct Signature: Sendable {
    /// What such a file holds.
    enum Content: Sendable {
      case format(FileFormat)
      /// An archive, which may be a spreadsheet.
      case zip
      /// The files of older Office programs.
      case compoundFile
    }

    let content: Content
    private let offset: Int
    /// The bytes; `nil` fits any.
    private let bytes: [UInt8?]

    private init(_ content: Content, _ bytes: [UInt8?], at offset: Int = 0) {
      (self.content, self.bytes, self.offset) = (content, bytes, offset)
    }

    private init(_ name: String, _ remedy: Remedy, _ bytes: [UInt8?], at offset: Int = 0) {
      self.init(.format(FileFormat(name, remedy)), bytes, at: offset)
    }

    private init(_ name: String, _ remedy: Remedy, _ text: String, at offset: Int = 0) {
      self.init(name, remedy, Array(text.utf8), at: offset)
    }

    func fits(_ head: [UInt8]) -> Bool {
      head.count >= offset + bytes.count
        && zip(head[offset...], bytes).allSatisfy { $1 == nil || $0 == $1 }
    }

    static let all: [Signature] =
      [
        Signature(.zip, [0x50, 0x4B, 0x03, 0x04]), Signature(.zip, [0x50, 0x4B, 0x05, 0x06]),
        Signature(.compoundFile, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Signature("gzip", .unpack, [0x1F, 0x8B]), Signature("compress", .unpack, [0x1F, 0x9D]),
        Signature("xz", .unpack, [0xFD, 0x37, 0x7A]),
        Signature("zstd", .unpack, [0x28, 0xB5, 0x2F, 0xFD]),
        // The digit between the two is the size of its blocks.
        Signature(
          "bzip2", .unpack, [0x42, 0x5A, 0x68, nil, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
        Signature("7-Zip", .unpack, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Signature("RAR", .unpack, "Rar!\u{1A}\u{7}"),
        Signature("tar", .unpack, "ustar\0", at: 257),
        Signature("tar", .unpack, "ustar  \0", at: 257),
        Signature("a data file of Stata", .saveAsTable, "<stata_dta>"),
        Signature("a data file of SPSS", .saveAsTable, "$FL2@(#)"),
        Signature("a data file of SPSS", .saveAsTable, "$FL3@(#)"),
        Signature("a data file of SAS", .saveAsTable, "HEADER RECORD*******LIB"),
        Signature("a data file of SAS", .saveAsTable, [0xC2, 0xEA, 0x81, 0x60], at: 12),
        Signature("a data file of R", .saveAsTable, "RDX2\n"),
        Signature("a data file of R", .saveAsTable, "RDX3\n"),
        Signature("a data file (Parquet)", .saveAsText, "PAR1\u{15}"),
        Signature("a data file (Arrow)", .saveAsText, "ARROW1\0"),
        Signature("a database (SQLite)", .saveAsTable, "SQLite format 3\0"),
        Signature("a database (Access)", .saveAsTable, "\0\u{1}\0\0Standard "),
        Signature("a PDF document", .findData, "%PDF-"),
        Signature("an Office document", .findData, "{\\rtf"),
        Signature("a picture", .findData, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
        Signature("a picture", .findData, [0xFF, 0xD8, 0xFF]),
        Signature("a picture", .findData, "GIF89a"),
        Signature("a program", .findData, [0x7F, 0x45, 0x4C, 0x46]),
      ] + olderStata

    /// Before its version 117, a file of Stata starts with its version, the order of bytes, 1 and 0.
    private static let olderStata = (UInt8(104)...115).flatMap { version in
      [UInt8(1), 2].map { order in
        Signature("a data file of Stata", .saveAsTable, [version, order, 1, 0])
      }
    }
  }
}
