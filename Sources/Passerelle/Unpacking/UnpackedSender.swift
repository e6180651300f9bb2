internal import CPasserelle
internal import PasserelleModel

/// Sends the files of a container to the host.
final class UnpackedSender: UnpackedReceiver {
  private let results: ResultStream

  init(to results: ResultStream) { self.results = results }

  func begin(_ name: String, sheet: String?) throws(Diagnostic) {
    var message = MessageWriter()
    message.put(WorkerRecord.file)
    message.put([name] + [sheet].compactMap(\.self))
    try send(message)
  }

  func append(_ bytes: [UInt8]) throws(Diagnostic) {
    results.put(WorkerRecord.bytes.rawValue)
    results.put(UInt32(bytes.count))
    bytes.withUnsafeBytes { bytes in
      results.put(
        passerelle_text(
          bytes: bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count: bytes.count))
    }
    results.endRecord()
    try checkListener()
  }

  func report(_ diagnostic: Diagnostic) {
    var message = MessageWriter()
    message.put(WorkerRecord.remark)
    message.put(diagnostic)
    try? send(message)
  }

  private func send(_ message: MessageWriter) throws(Diagnostic) {
    results.put(message)
    results.endRecord()
    try checkListener()
  }

  private func checkListener() throws(Diagnostic) {
    guard results.isClosed else { return }
    throw .error(.stopped, at: SourcePosition(file: ""), "the host has ended the read")
  }
}

extension MessageWriter {
  fileprivate mutating func put(_ diagnostic: Diagnostic) {
    put(diagnostic.severity == .error ? 1 : 0)
    put(diagnostic.position.line)
    put(diagnostic.position.column)
    put(
      [
        diagnostic.id.rawValue, diagnostic.summary, diagnostic.hint ?? "",
        diagnostic.position.sheet ?? "",
      ])
  }
}

extension MessageReader {
  /// What a worker tells of a container.
  mutating func remark(on path: String) throws(Broken) -> Diagnostic {
    let (isError, line, column) = (try number() != 0, try number(), try number())
    let texts = try texts()
    guard texts.count == 4 else { throw Broken() }
    return Diagnostic(
      isError ? .error : .warning, Diagnostic.ID(rawValue: texts[0]),
      at: SourcePosition(
        file: path, line: line, column: column, sheet: texts[3].isEmpty ? nil : texts[3]),
      texts[1], hint: texts[2].isEmpty ? nil : texts[2])
  }
}
