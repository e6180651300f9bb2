public import PasserelleKit
public import Testing

/// Lets an adapter read a marked text, and expects the given diagnostics at the markers, and no other.
///
/// ```swift
/// expectDiagnostics(from: Plain(), reading: """
///   passerelle: 1
///   framework:
///     id: 1️⃣Norway
///   """, named: "no.yaml", ["1️⃣": "bad-framework-name"])
/// ```
///
/// - Parameters:
///   - adapter: The adapter that reads.
///   - marked: The text, with a marker before the place of each expected diagnostic.
///   - name: The name of the file that the text stands for.
///   - expected: The kind of the diagnostic at each marker.
///   - sourceLocation: Where a failure is shown.
/// - Returns: What the adapter said, for further expectations.
@discardableResult
public func expectDiagnostics(
  from adapter: some Adapter, reading marked: String, named name: String,
  _ expected: [Character: Diagnostic.ID], sourceLocation: SourceLocation = #_sourceLocation
) -> Reading {
  let text = MarkedText(marked)
  let reading = Reading(of: text.text, named: name, with: adapter)
  let found = reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" }
  let wanted = expected.map { marker, id in
    "\(text.places[marker]?.line ?? 0):\(text.places[marker]?.column ?? 0) \(id)"
  }
  #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
  return reading
}
