internal import CPasserelle
internal import PasserelleModel

/// The host's side of one call: what an adapter may ask for, and where its answers go.
///
/// Everything that comes from the adapter is checked before it is used.
final class AdapterRun {
  private let source: Source
  private let names: [ContiguousArray<CChar>]
  private let emit: (Statement, SourcePosition) -> Bool
  private let emitPlain: (PlainStatement) -> Bool
  private let report: (Diagnostic) -> Void
  /// Whether the host has asked the adapter to end.
  private(set) var hasStopped = false

  /// More fields than any statement has.
  private static let mostFields = 4096
  /// More bytes than any name has.
  private static let longestName = 256
  /// More bytes than any text has.
  private static let longestText = 16 << 20

  init(
    _ source: Source, emit: @escaping (Statement, SourcePosition) -> Bool,
    emitPlain: @escaping (PlainStatement) -> Bool = { _ in false },
    report: @escaping (Diagnostic) -> Void
  ) {
    self.source = source
    self.emit = emit
    self.emitPlain = emitPlain
    self.report = report
    names = source.parts.map { ContiguousArray($0.name.utf8.map(CChar.init(bitPattern:))) }
  }

  /// Calls the body with the structure that the contract offers to adapters.
  func withHost<Value>(_ body: (UnsafePointer<passerelle_host>) -> Value) -> Value {
    withExtendedLifetime(self) {
      var host = passerelle_host(
        size: MemoryLayout<passerelle_host>.size, abi: PASSERELLE_ABI,
        context: Unmanaged.passUnretained(self).toOpaque(),
        part_count: { AdapterRun.of($0)?.source.parts.count ?? 0 },
        part_name: { AdapterRun.of($0)?.name(of: $1) ?? passerelle_text() },
        read_part: { AdapterRun.of($0)?.read($1, $2, $3, $4) ?? -1 },
        emit: { AdapterRun.of($0)?.take($1) ?? 1 },
        report: { AdapterRun.of($0)?.tell($1) },
        should_stop: { AdapterRun.of($0)?.hasStopped == false ? 0 : 1 })
      return body(&host)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> AdapterRun? {
    context.map { Unmanaged<AdapterRun>.fromOpaque($0).takeUnretainedValue() }
  }

  private func name(of part: Int) -> passerelle_text {
    guard names.indices.contains(part) else { return passerelle_text() }
    return names[part].withUnsafeBufferPointer {
      passerelle_text(bytes: $0.baseAddress, count: $0.count)
    }
  }

  private func read(
    _ part: Int, _ offset: UInt64, _ buffer: UnsafeMutableRawPointer?, _ capacity: Int
  ) -> Int64 {
    guard source.parts.indices.contains(part), let buffer, capacity > 0 else { return -1 }
    return Int64(
      source.parts[part].read(
        at: offset, into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity)))
  }

  private func take(_ pointer: UnsafePointer<passerelle_statement>?) -> Int32 {
    guard !hasStopped, let pointer else { return 1 }
    if let statement = PlainStatement(pointer), source.parts.indices.contains(statement.part),
      emitPlain(statement)
    {
      return 0
    }
    let place = position(pointer.pointee.position)
    do throws(Diagnostic) {
      let statement = try Statement(fields(of: pointer.pointee, at: place), at: place)
      hasStopped = !emit(statement, place)
    } catch {
      report(error)
    }
    return hasStopped ? 1 : 0
  }

  private func fields(
    of statement: passerelle_statement, at place: SourcePosition
  ) throws(Diagnostic) -> Fields {
    guard statement.size >= MemoryLayout<passerelle_statement>.size,
      (0...Self.mostFields).contains(statement.field_count),
      statement.field_count == 0 || statement.fields != nil,
      let kind = text(statement.kind, atMost: Self.longestName)
    else { throw malformed(place) }
    var fields = Fields(kind)
    for field in UnsafeBufferPointer(start: statement.fields, count: statement.field_count) {
      guard let name = text(field.name, atMost: Self.longestName), let value = text(field.value),
        let language = text(field.language, atMost: Self.longestName)
      else { throw malformed(place) }
      fields.fields.append(Fields.Field(name: name, value: value, language: language))
    }
    return fields
  }

  private func tell(_ pointer: UnsafePointer<passerelle_diagnostic>?) {
    guard let pointer else { return }
    let diagnostic = pointer.pointee
    let place = position(diagnostic.position)
    guard diagnostic.size >= MemoryLayout<passerelle_diagnostic>.size,
      let id = text(diagnostic.id), let summary = text(diagnostic.summary),
      let hint = text(diagnostic.hint)
    else { return report(malformed(place)) }
    report(
      Diagnostic(
        Int(diagnostic.severity) == PASSERELLE_WARNING ? .warning : .error, id, at: place, summary,
        hint: hint.isEmpty ? nil : hint))
  }

  private func text(_ text: passerelle_text, atMost limit: Int = longestText) -> String? {
    guard (0...limit).contains(text.count) else { return nil }
    guard text.count > 0 else { return "" }
    guard let bytes = text.bytes else { return nil }
    return String(
      validating: UnsafeRawBufferPointer(start: bytes, count: text.count), as: UTF8.self)
  }

  private func position(_ position: passerelle_position) -> SourcePosition {
    let part = source.parts.indices.contains(Int(position.part)) ? Int(position.part) : 0
    return SourcePosition(
      file: source.parts[part].name, part: part, line: Int(position.line),
      column: Int(position.column))
  }

  private func malformed(_ place: SourcePosition) -> Diagnostic {
    .error(
      "bad-statement", at: place, "the adapter says something that the contract does not allow",
      hint: "this is a mistake of the adapter, not of the file")
  }
}
