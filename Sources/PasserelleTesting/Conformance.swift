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
  let source = Source(parts: [SourcePart(name: name, text: sample)])
  let empty = Source(parts: [SourcePart(name: "empty.bin", text: "")])
  #expect(adapter.identify(source) > 0, "recognises its sample", sourceLocation: sourceLocation)
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

  let lines = sample.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
  let places = reading.statements.map(\.position)
  #expect(
    places.allSatisfy { $0.file == name && (0...lines).contains($0.line) },
    "knows where it read", sourceLocation: sourceLocation)

  let keys = Set(reading.documents.map(\.key))
  let rests = reading.concepts.map(\.source) + reading.links.map(\.source)
  #expect(
    rests.allSatisfy { $0.map(keys.contains) ?? false }, "states no fact without its source",
    sourceLocation: sourceLocation)

  let survived = survivors(of: Array(sample.utf8), named: name, with: adapter)
  #expect(
    survived == sample.utf8.count + mutations, "survives what is broken",
    sourceLocation: sourceLocation)
}

/// How many changed samples are tried.
private let mutations = 1_000

/// Reads the sample cut at every byte and changed at places; returns how many reads came to an end.
private func survivors(of bytes: [UInt8], named name: String, with adapter: some Adapter) -> Int {
  var count = 0
  func read(_ bytes: [UInt8]) {
    let source = Source(parts: [SourcePart(name: name, bytes: bytes)])
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
