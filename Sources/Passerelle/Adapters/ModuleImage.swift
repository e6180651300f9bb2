internal import Foundation

/// Looks at the headers of a module before any of its code runs.
///
/// The dynamic linker maps what it is given: a truncated module kills the process, and one may name
/// other files that would be loaded with it. So the ELF headers, the segments and the dynamic section
/// are read first, as the System V ABI has them.
struct ModuleImage {
  private let file: OpenFile
  private let size: UInt64
  private var segments: [Segment] = []

  private struct Segment {
    var type: UInt32
    var flags: UInt32
    var offset: UInt64
    var address: UInt64
    var size: UInt64
  }

  /// The kinds of segments and of entries of the dynamic section that are looked for.
  private static let (load, dynamic, stack) = (UInt32(1), UInt32(2), UInt32(0x6474_E551))
  private static let (needed, strings, stringsSize) = (UInt64(1), UInt64(5), UInt64(10))
  private static let (runPath, oldRunPath) = (UInt64(29), UInt64(15))
  /// More bytes than the names of a module take.
  private static let mostNames: UInt64 = 64 << 20

  #if arch(arm64)
    private static let machine: UInt16 = 183
  #else
    private static let machine: UInt16 = 62
  #endif

  /// Reads the headers.
  ///
  /// - Throws: Why the file is no module that can be loaded.
  init(_ file: OpenFile, size: UInt64) throws(AdapterLoadError.Reason) {
    self.file = file
    self.size = size
    let header = file.read(64, at: 0)
    if header.count < 64, let fault = file.fault { throw .machine(fault) }
    guard header.count == 64, header.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else {
      throw .notAModule("it is not an ELF file")
    }
    guard header[4] == 2, header[5] == 1, header.number(18, as: UInt16.self) == Self.machine else {
      throw .notAModule("it was built for another kind of machine")
    }
    guard header.number(16, as: UInt16.self) == 3 else {
      throw .notAModule("it is not a shared library")
    }
    try need(
      header.number(40),
      UInt64(header.number(58, as: UInt16.self)) * UInt64(header.number(60, as: UInt16.self)))
    // The segments are what the linker maps, and a page that the file does not have is fatal.
    let (start, length) = (header.number(32) as UInt64, UInt64(header.number(54, as: UInt16.self)))
    let count = UInt64(header.number(56, as: UInt16.self))
    guard length >= 56 else { throw .notAModule("it is truncated") }
    try need(start, count * length)
    let table = file.read(Int(count * length), at: Int(start))
    guard table.count == Int(count * length) else { throw .notAModule("it is truncated") }
    for at in stride(from: 0, to: table.count, by: Int(length)) {
      let segment = Segment(
        type: table.number(at), flags: table.number(at + 4), offset: table.number(at + 8),
        address: table.number(at + 16), size: table.number(at + 32))
      try need(segment.offset, segment.size)
      segments.append(segment)
    }
  }

  /// What a stranger's module must have and must not ask for.
  ///
  /// - Parameters:
  ///   - entryPoint: The function that the contract asks for.
  ///   - isSafe: Whether libraries may come from a folder.
  /// - Throws: What the module lacks or asks for.
  func checkRequests(
    entryPoint: String, isSafe: (String) -> Bool
  ) throws(AdapterLoadError.Reason) {
    if segments.contains(where: { $0.type == Self.stack && $0.flags & 1 != 0 }) {
      throw .asksFor("an executable stack")
    }
    let entries = try dynamicEntries()
    guard let start = entries.first(where: { $0.tag == Self.strings })?.value,
      let length = entries.first(where: { $0.tag == Self.stringsSize })?.value,
      length <= Self.mostNames, let offset = offset(of: start)
    else { throw .notAModule("it has no symbol table") }
    try need(offset, length)
    let names = file.read(Int(length), at: Int(offset))
    guard names.firstRange(of: Array((entryPoint + "\0").utf8)) != nil else {
      throw .missingEntryPoint(entryPoint)
    }
    func name(_ value: UInt64) -> String {
      String(decoding: names.dropFirst(Int(clamping: value)).prefix { $0 != 0 }, as: UTF8.self)
    }
    for entry in entries {
      switch entry.tag {
      case Self.needed where name(entry.value).contains("/"):
        throw .asksFor("the library '\(name(entry.value))' by its path")
      case Self.runPath, Self.oldRunPath:
        let folders = name(entry.value).split(separator: ":", omittingEmptySubsequences: false)
        // What is beside the module is not found: it is loaded from a copy.
        for folder in folders where !folder.hasPrefix("$ORIGIN") && !isSafe(String(folder)) {
          throw .asksFor("libraries from '\(folder)', where other users can put files")
        }
      default: break
      }
    }
  }

  private func dynamicEntries() throws(AdapterLoadError.Reason) -> [(tag: UInt64, value: UInt64)] {
    guard let segment = segments.first(where: { $0.type == Self.dynamic }),
      segment.size <= 1 << 20
    else { throw .notAModule("it has no dynamic section") }
    let bytes = file.read(Int(segment.size), at: Int(segment.offset))
    var entries: [(tag: UInt64, value: UInt64)] = []
    for at in stride(from: 0, to: bytes.count - 15, by: 16) {
      entries.append((bytes.number(at), bytes.number(at + 8)))
    }
    return Array(entries.prefix { $0.tag != 0 })
  }

  /// Where in the file stands what is loaded at an address.
  private func offset(of address: UInt64) -> UInt64? {
    segments.first { segment in
      segment.type == Self.load && address >= segment.address
        && address - segment.address < segment.size
    }.map { $0.offset + (address - $0.address) }
  }

  private func need(_ offset: UInt64, _ length: UInt64) throws(AdapterLoadError.Reason) {
    let end = offset.addingReportingOverflow(length)
    guard !end.overflow, end.partialValue <= size else { throw .notAModule("it is truncated") }
  }
}

extension [UInt8] {
  /// A number of the file, lowest byte first; 0 beyond its end.
  fileprivate func number<Number: FixedWidthInteger>(
    _ at: Int, as type: Number.Type = Number.self
  ) -> Number {
    guard at >= 0, at + MemoryLayout<Number>.size <= count else { return 0 }
    return withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Number.self))
    }
  }
}
