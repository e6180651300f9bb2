internal import Foundation

/// Looks at a file before any of its code runs.
///
/// The dynamic linker maps what it is given: a truncated module kills the process, a pipe hangs it.
/// So the file's kind, its headers and the name of its entry point are checked first.
struct ModuleFile {
  let path: String
  let entryPoint: String

  /// - Throws: Why the file cannot be loaded.
  func check() throws(AdapterLoadError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw failure(.unreadable(String(cString: strerror(errno))))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure(.notAFile) }
    guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      throw failure(.unreadable(String(cString: strerror(errno))))
    }
    try checkHeaders(bytes)
    guard bytes.range(of: Data((entryPoint + "\0").utf8)) != nil else {
      throw failure(.missingEntryPoint(entryPoint))
    }
  }

  /// The ELF headers, as in the System V ABI: identification, machine, and tables within the file.
  private func checkHeaders(_ bytes: Data) throws(AdapterLoadError) {
    guard bytes.count >= 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else {
      throw failure(.notAModule("it is no ELF file"))
    }
    func number<Number: FixedWidthInteger>(_ at: Int, as type: Number.Type = Number.self) -> Number
    {
      bytes.subdata(in: at..<at + MemoryLayout<Number>.size).withUnsafeBytes {
        Number(littleEndian: $0.loadUnaligned(as: Number.self))
      }
    }
    guard bytes[4] == 2, bytes[5] == 1, number(18, as: UInt16.self) == Self.machine else {
      throw failure(.notAModule("it was built for another kind of machine"))
    }
    guard number(16, as: UInt16.self) == 3 else {
      throw failure(.notAModule("it is no shared library"))
    }
    let sections = number(40, as: UInt64.self)
    let end = sections.addingReportingOverflow(
      UInt64(number(58, as: UInt16.self)) * UInt64(number(60, as: UInt16.self)))
    guard !end.overflow, end.partialValue <= UInt64(bytes.count) else {
      throw failure(.notAModule("it is cut short"))
    }
    // The segments are what the linker maps, and a page that the file does not have is fatal.
    let (start, size) = (number(32, as: UInt64.self), UInt64(number(54, as: UInt16.self)))
    for index in 0..<UInt64(number(56, as: UInt16.self)) {
      let header = start.addingReportingOverflow(index * size)
      guard !header.overflow, size >= 56, header.partialValue <= UInt64(bytes.count) - 56,
        bytes.count >= 56
      else { throw failure(.notAModule("it is cut short")) }
      let at = Int(header.partialValue)
      let end = number(at + 8, as: UInt64.self)
        .addingReportingOverflow(number(at + 32, as: UInt64.self))
      guard !end.overflow, end.partialValue <= UInt64(bytes.count) else {
        throw failure(.notAModule("it is cut short"))
      }
    }
  }

  #if arch(arm64)
    private static let machine: UInt16 = 183
  #else
    private static let machine: UInt16 = 62
  #endif

  private func failure(_ reason: AdapterLoadError.Reason) -> AdapterLoadError {
    AdapterLoadError(path: path, reason: reason)
  }
}
