internal import CPasserelle
internal import PasserelleModel

/// Sends what an adapter says to the host, as it is: the host checks it.
final class StatementSender: ContractHost {
  private let results: ResultStream
  private(set) var records: UInt32 = 0

  init(_ source: Source, to results: ResultStream) {
    self.results = results
    super.init(source)
  }

  override func take(_ pointer: UnsafePointer<passerelle_statement>?) -> Int32 {
    guard !hasStopped, let pointer else { return 1 }
    if let fields = pointer.pointee.checkedFields, Self.size(of: fields) <= Self.mostBytes {
      put(.statement, at: pointer.pointee.position)
      results.put(UInt32(fields.count))
      results.put(UInt32(pointer.pointee.kind.count))
      for field in fields {
        results.put(UInt32(field.name.count))
        results.put(UInt32(field.value.count))
        results.put(UInt32(field.language.count))
      }
      results.put(pointer.pointee.kind)
      for field in fields {
        results.put(field.name)
        results.put(field.value)
        results.put(field.language)
      }
    } else {
      put(.brokenStatement, at: pointer.pointee.position)
    }
    return end()
  }

  /// More bytes than a statement that the host takes has.
  static let mostBytes = 64 << 20

  private static func size(of fields: UnsafeBufferPointer<passerelle_field>) -> Int {
    fields.reduce(0) { $0 + $1.name.count + $1.value.count + $1.language.count }
  }

  override func tell(_ pointer: UnsafePointer<passerelle_diagnostic>?) {
    guard let pointer else { return }
    let diagnostic = pointer.pointee
    let texts = [diagnostic.id, diagnostic.summary, diagnostic.hint]
    if diagnostic.size >= MemoryLayout<passerelle_diagnostic>.size,
      texts.allSatisfy({ $0.isWithin(passerelle_text.longest) })
    {
      put(.diagnostic, at: diagnostic.position)
      results.put(UInt32(bitPattern: diagnostic.severity))
      for text in texts { results.put(UInt32(text.count)) }
      for text in texts { results.put(text) }
    } else {
      put(.brokenStatement, at: diagnostic.position)
    }
    _ = end()
  }

  private func put(_ kind: WorkerRecord, at position: passerelle_position) {
    results.put(kind.rawValue)
    results.put(position.part)
    results.put(position.line)
    results.put(position.column)
  }

  private func end() -> Int32 {
    records &+= 1
    results.endRecord()
    hasStopped = results.isClosed
    return hasStopped ? 1 : 0
  }
}
