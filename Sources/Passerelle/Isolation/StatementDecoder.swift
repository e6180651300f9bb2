internal import CPasserelle
internal import PasserelleModel

/// Gives what a worker sends the shape that the contract has, for the same checks as a call.
///
/// The texts stay where they are, in the chunk that was read.
struct StatementDecoder {
  /// How many records there were.
  private(set) var count: UInt32 = 0
  private var fields: [passerelle_field] = []

  /// Decodes a statement or a diagnostic, and hands it over.
  mutating func decode(
    _ kind: WorkerRecord, _ record: inout MessageReader, for run: AdapterRun
  ) throws(MessageReader.Broken) {
    count &+= 1
    let position = passerelle_position(
      part: try record.value(UInt32.self), line: try record.value(UInt32.self),
      column: try record.value(UInt32.self))
    switch kind {
    case .statement: try decode(statementAt: position, &record, for: run)
    case .diagnostic: try decode(diagnosticAt: position, &record, for: run)
    case .brokenStatement:
      var statement = passerelle_statement()
      statement.position = position
      _ = run.take(&statement)
    default: throw MessageReader.Broken()
    }
  }

  private mutating func decode(
    statementAt position: passerelle_position, _ record: inout MessageReader, for run: AdapterRun
  ) throws(MessageReader.Broken) {
    let (count, kindCount) = (try record.number(), try record.number())
    guard count <= passerelle_statement.mostFields else { throw MessageReader.Broken() }
    let sizes = try record.slice(12 * count)
    let kind = passerelle_text(try record.slice(kindCount))
    fields.removeAll(keepingCapacity: true)
    for index in 0..<count {
      func size(_ of: Int) -> Int {
        Int(sizes.loadUnaligned(fromByteOffset: 12 * index + 4 * of, as: UInt32.self))
      }
      fields.append(
        passerelle_field(
          name: passerelle_text(try record.slice(size(0))),
          value: passerelle_text(try record.slice(size(1))),
          language: passerelle_text(try record.slice(size(2)))))
    }
    fields.withUnsafeBufferPointer { fields in
      var statement = passerelle_statement(
        size: MemoryLayout<passerelle_statement>.size, kind: kind, fields: fields.baseAddress,
        field_count: fields.count, position: position)
      _ = run.take(&statement)
    }
  }

  private func decode(
    diagnosticAt position: passerelle_position, _ record: inout MessageReader, for run: AdapterRun
  ) throws(MessageReader.Broken) {
    let severity = Int32(bitPattern: try record.value(UInt32.self))
    let sizes = (try record.number(), try record.number(), try record.number())
    var diagnostic = passerelle_diagnostic(
      size: MemoryLayout<passerelle_diagnostic>.size, severity: severity,
      id: passerelle_text(try record.slice(sizes.0)),
      summary: passerelle_text(try record.slice(sizes.1)),
      hint: passerelle_text(try record.slice(sizes.2)), position: position)
    run.tell(&diagnostic)
  }
}

extension passerelle_text {
  fileprivate init(_ bytes: UnsafeRawBufferPointer) {
    self.init(
      bytes: bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count: bytes.count)
  }
}
