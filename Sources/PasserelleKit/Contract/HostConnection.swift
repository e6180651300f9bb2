internal import CPasserelle
internal import PasserelleModel
internal import Synchronization

/// The adapter's side of one call: the host's functions as a source and a writer.
struct HostConnection: Sendable {
  /// The host's structure, which lives until the call returns.
  ///
  /// It is kept as a number because it crosses into closures that must be sendable; the contract
  /// has one thread call at a time.
  private let address: UInt

  init(_ host: UnsafePointer<passerelle_host>) {
    address = UInt(bitPattern: host)
  }

  private var host: passerelle_host? {
    UnsafePointer<passerelle_host>(bitPattern: address)?.pointee
  }

  /// The source, part by part.
  var source: Source {
    guard let host else { return Source(parts: []) }
    let names = (0..<host.part_count(host.context)).map {
      String(host.part_name(host.context, $0))
    }
    return Source(
      parts: names.enumerated().map { index, name in
        SourcePart(name: name, index: index) { offset, buffer in
          guard let host = self.host else { return -1 }
          return Int(
            host.read_part(host.context, index, offset, buffer.baseAddress, buffer.count))
        }
      })
  }

  /// Lets the adapter read, and returns what the contract asks for: 0 when all was read.
  func read(with adapter: any Adapter) -> Int32 {
    let arena = Mutex(FieldArena())
    let writer = GraphWriter(
      emit: { statement, position in
        arena.withLock { arena in
          arena.clear()
          statement.write(to: &arena)
          return emit(&arena, at: position)
        }
      },
      report: { report($0) })
    do throws(Diagnostic) {
      try adapter.read(source.remarking { report($0) }, into: writer)
      return 0
    } catch {
      if error.id != .stopped { report(error) }
      return 1
    }
  }

  private func emit(_ arena: inout FieldArena, at position: SourcePosition) -> Bool {
    guard let host = UnsafePointer<passerelle_host>(bitPattern: address) else { return false }
    return arena.withFields { kind, fields in
      var statement = passerelle_statement(
        size: MemoryLayout<passerelle_statement>.size, kind: kind, fields: fields.baseAddress,
        field_count: fields.count, position: passerelle_position(position))
      return host.pointee.emit(host.pointee.context, &statement) == 0
    }
  }

  private func report(_ diagnostic: Diagnostic) {
    guard let host else { return }
    var texts = TextArena()
    for text in [diagnostic.id.rawValue, diagnostic.summary, diagnostic.hint ?? ""] {
      texts.append(text)
    }
    texts.withTexts { texts in
      var report = passerelle_diagnostic(
        size: MemoryLayout<passerelle_diagnostic>.size,
        severity: Int32(diagnostic.severity == .error ? PASSERELLE_ERROR : PASSERELLE_WARNING),
        id: texts[0], summary: texts[1], hint: texts[2],
        position: passerelle_position(diagnostic.position))
      host.report(host.context, &report)
    }
  }
}

/// Several texts in one run of bytes, for the time of a call.
private struct TextArena {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  func withTexts<Result>(_ body: ([passerelle_text]) -> Result) -> Result {
    bytes.withUnsafeBytes { pool in
      var start = 0
      let texts = ends.map { end in
        defer { start = end }
        return passerelle_text(
          bytes: (pool.baseAddress?.assumingMemoryBound(to: CChar.self)).map { $0 + start },
          count: end - start)
      }
      return body(texts)
    }
  }
}

extension passerelle_position {
  init(_ position: SourcePosition) {
    self.init(
      part: UInt32(clamping: position.part), line: UInt32(clamping: position.line),
      column: UInt32(clamping: position.column))
  }
}
