internal import CPasserelle
internal import PasserelleModel

/// One reading of a source: where the adapter's answers go.
///
/// Everything that comes from the adapter is checked before it is used, whether it comes from a call
/// or from a worker.
final class AdapterRun: ContractHost {
  private let emit: (Statement, SourcePosition) -> Bool
  private let emitPlain: (PlainStatement) -> Bool
  private let report: (Diagnostic) -> Void
  private var reports = 0

  /// More problems than a host listens to.
  private static let mostReports = 10_000

  init(
    _ source: Source, emit: @escaping (Statement, SourcePosition) -> Bool,
    emitPlain: @escaping (PlainStatement) -> Bool = { _ in false },
    report: @escaping (Diagnostic) -> Void
  ) {
    self.emit = emit
    self.emitPlain = emitPlain
    self.report = report
    super.init(source)
  }

  override func take(_ pointer: UnsafePointer<passerelle_statement>?) -> Int32 {
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
      tell(error)
    }
    return hasStopped ? 1 : 0
  }

  private func fields(
    of statement: passerelle_statement, at place: SourcePosition
  ) throws(Diagnostic) -> Fields {
    guard let checked = statement.checkedFields, let kind = text(statement.kind) else {
      throw malformed(place)
    }
    var fields = Fields(kind)
    for field in checked {
      guard let name = text(field.name), let value = text(field.value),
        let language = text(field.language)
      else { throw malformed(place) }
      fields.fields.append(Fields.Field(name: name, value: value, language: language))
    }
    return fields
  }

  override func tell(_ pointer: UnsafePointer<passerelle_diagnostic>?) {
    guard let pointer else { return }
    let diagnostic = pointer.pointee
    let place = position(diagnostic.position)
    guard diagnostic.size >= MemoryLayout<passerelle_diagnostic>.size,
      let id = text(diagnostic.id), let summary = text(diagnostic.summary),
      let hint = text(diagnostic.hint)
    else { return tell(malformed(place)) }
    tell(
      Diagnostic(
        Int(diagnostic.severity) == PASSERELLE_WARNING ? .warning : .error,
        Diagnostic.ID(rawValue: id), at: place, summary,
        hint: hint.isEmpty ? nil : hint))
  }

  private func tell(_ diagnostic: Diagnostic) {
    report(diagnostic)
    reports += 1
    if reports >= Self.mostReports { hasStopped = true }
  }

  private func text(_ text: passerelle_text) -> String? {
    guard text.isWithin(passerelle_text.longest) else { return nil }
    guard text.count > 0 else { return "" }
    return String(
      validating: UnsafeRawBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
  }

  private func position(_ position: passerelle_position) -> SourcePosition {
    let part = source.parts.indices.contains(Int(position.part)) ? Int(position.part) : 0
    return SourcePosition(
      file: source.parts[part].name, part: part, line: Int(position.line),
      column: Int(position.column))
  }

  private func malformed(_ place: SourcePosition) -> Diagnostic {
    .error(
      .badStatement, at: place, "the adapter says something that the contract does not allow",
      hint: "this is a mistake in the adapter, not in the file")
  }
}
