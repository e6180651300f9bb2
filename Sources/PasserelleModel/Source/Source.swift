/// What an adapter is given to read: a file, or the files of a folder.
public struct Source: Sendable {
  /// The files, in the order of their names.
  ///
  /// There is at least one.
  public let parts: [SourcePart]

  /// Creates a source of some parts.
  public init(parts: [SourcePart]) {
    self.parts = parts
  }

  /// The same source, whose readers tell what they read past.
  package func remarking(to report: @escaping @Sendable (Diagnostic) -> Void) -> Source {
    Source(
      parts: parts.map { part in
        var part = part
        part.remark = report
        return part
      })
  }

  /// The only file, or the first of a folder.
  public var main: SourcePart { parts[0] }

  /// Returns the file with the given name.
  public func part(_ name: String) -> SourcePart? {
    parts.first { $0.name == name }
  }
}

/// One file of a source.
///
/// It is read through the host: an adapter opens nothing itself.
public struct SourcePart: Sendable {
  /// Copies bytes from an offset into a buffer and returns how many: 0 at the end, -1 on failure.
  public typealias Read = @Sendable (UInt64, UnsafeMutableRawBufferPointer) -> Int

  /// The file's name, relative to the source, with `/`.
  public let name: String
  /// The index of this part in its source.
  public let index: Int
  /// The limits that its readers keep.
  public var limits: SourceLimits
  /// Takes what a reader tells of the part and reads past, where somebody listens.
  package var remark: (@Sendable (Diagnostic) -> Void)?
  /// The open file that the part is read from, where there is one, as long as the part lives.
  package let descriptor: Int32?
  private let read: Read

  /// Creates a part that is read by the given function.
  public init(
    name: String, index: Int = 0, limits: SourceLimits = SourceLimits(), read: @escaping Read
  ) {
    self.name = name
    self.index = index
    self.limits = limits
    self.read = read
    descriptor = nil
  }

  /// Creates a part that is read from an open file.
  ///
  /// - Parameters:
  ///   - name: The file's name, relative to the source.
  ///   - index: The index of the part in its source.
  ///   - descriptor: The file, which can be handed to another process to read.
  ///   - read: Reads from the file, and keeps it open.
  package init(name: String, index: Int, descriptor: Int32, read: @escaping Read) {
    self.name = name
    self.index = index
    self.descriptor = descriptor
    self.read = read
    limits = SourceLimits()
  }

  /// Creates a part that is held in memory.
  public init(name: String, bytes: [UInt8], limits: SourceLimits = SourceLimits()) {
    self.init(name: name, limits: limits) { offset, buffer in
      guard offset < UInt64(bytes.count) else { return 0 }
      let slice = bytes[Int(offset)..<min(bytes.count, Int(offset) + buffer.count)]
      buffer.copyBytes(from: slice)
      return slice.count
    }
  }

  /// Creates a part that is held in memory.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Copies bytes from an offset into a buffer and returns how many: 0 at the end, -1 on failure.
  public func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(offset, buffer)
  }

  /// The file as a whole, as a place.
  public var position: SourcePosition { SourcePosition(file: name, part: index) }

  /// Returns up to the given number of bytes from the start of the file.
  ///
  /// - Throws: An `unreadable` diagnostic where the host cannot read the file.
  public func head(_ count: Int = 4096) throws(Diagnostic) -> [UInt8] {
    var failed = false
    let head = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let n = read(
          UInt64(filled),
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
        failed = n < 0
        if n <= 0 { return }
        filled += n
      }
    }
    if failed { throw unreadable }
    return head
  }

  package var unreadable: Diagnostic {
    .error(.unreadable, at: position, "the file cannot be read")
  }
}
