public import PasserelleKit
public import Testing

/// Expects of an adapter what every adapter must do, on a sample of its dialect.
///
/// It recognises the sample, and not an empty file; it reads the sample without an error; it says the
/// same twice; every statement and diagnostic stands at a place in the file; every concept and link
/// rests on a source that was stated; and it survives the sample cut short at every byte, and with
/// bytes changed.
///
/// - Parameters:
///   - adapter: The adapter that is tried.
///   - sample: A file of its dialect, a few kilobytes long.
///   - name: The file's name.
///   - sourceLocation: Where a failure is shown.
public func expectConformance(
  of adapter: some Adapter, on sample: String, named name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectConformance(of: adapter, on: [(name, sample)], sourceLocation: sourceLocation)
}

/// Expects the same of an adapter that reads several files together.
///
/// - Parameters:
///   - adapter: The adapter that is tried.
///   - sample: The files of a source of its dialect by their names, each of which it recognises.
///   - sourceLocation: Where a failure is shown.
public func expectConformance(
  of adapter: some Adapter, on sample: [(name: String, text: String)],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let files = sample.map { (name: $0.name, bytes: Array($0.text.utf8)) }
  let source = source(of: files)
  let empty = Source(parts: [SourcePart(name: "empty.bin", text: "")])
  for file in files {
    #expect(
      adapter.identify(Source(parts: [SourcePart(name: file.name, bytes: file.bytes)])) > 0,
      "recognises its sample", sourceLocation: sourceLocation)
  }
  #expect(adapter.identify(empty) == 0, "leaves an empty file", sourceLocation: sourceLocation)

  let reading = Reading(of: source, with: adapter)
  let errors = reading.diagnostics.filter { $0.severity == .error }
  #expect(errors == [], "reads its sample without an error", sourceLocation: sourceLocation)
  #expect(!reading.statements.isEmpty, "says something", sourceLocation: sourceLocation)

  let again = Reading(of: source, with: adapter)
  #expect(
    reading.statements.map(\.statement) == again.statements.map(\.statement)
      && reading.statements.map(\.position) == again.statements.map(\.position),
    "says the same twice", sourceLocation: sourceLocation)

  let lines = Dictionary(
    uniqueKeysWithValues: sample.map { file in
      (
        file.name,
        file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      )
    })
  #expect(
    reading.statements.allSatisfy { statement in
      lines[statement.position.file].map { (0...$0).contains(statement.position.line) } ?? false
    },
    "knows where it read", sourceLocation: sourceLocation)

  let keys = Set(reading.documents.map(\.key))
  let rests = reading.concepts.map(\.source) + reading.links.map(\.source)
  #expect(
    rests.allSatisfy { $0.map(keys.contains) ?? false }, "states no fact without its source",
    sourceLocation: sourceLocation)

  for index in files.indices {
    #expect(
      survivors(of: files, changing: index, with: adapter)
        == files[index].bytes.count + mutations, "survives what is broken",
      sourceLocation: sourceLocation)
  }
}

/// How many changed samples are tried.
private let mutations = 1_000

private func source(of files: [(name: String, bytes: [UInt8])]) -> Source {
  Source(
    parts: files.enumerated().map { index, file in
      let part = SourcePart(name: file.name, bytes: file.bytes)
      return SourcePart(name: file.name, index: index) { part.read(at: $0, into: $1) }
    })
}

/// Reads the sample with one file cut at every byte and changed at places; returns how many reads came
/// to an end.
private func survivors(
  of files: [(name: String, bytes: [UInt8])], changing index: Int, with adapter: some Adapter
) -> Int {
  let bytes = files[index].bytes
  var count = 0
  func read(_ bytes: [UInt8]) {
    var changed = files
    changed[index].bytes = bytes
    let source = source(of: changed)
    _ = adapter.identify(source)
    _ = Reading(of: source, with: adapter)
    count += 1
  }
  for end in bytes.indices { read(Array(bytes[..<end])) }
  // A fixed sequence, so that a failure can be repeated (the constants are Knuth's MMIX ones).
  var state: UInt64 = 20_261_123
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }
  for _ in 0..<mutations {
    var changed = bytes
    for _ in 0...next(3) where !changed.isEmpty {
      changed[next(changed.count)] = UInt8(truncatingIfNeeded: next(256))
    }
    read(changed)
  }
  return count
}
