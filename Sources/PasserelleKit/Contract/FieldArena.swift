internal import CPasserelle
internal import PasserelleModel

/// The fields of a statement as one run of bytes, kept from call to call.
///
/// A register makes a million calls: nothing is allocated for one once the largest has been seen.
struct FieldArena: FieldSink {
  /// A field: its value and then its language end at these bytes; they start where the last field ended.
  private struct Field {
    var name: StaticString
    var value: Int
    var language: Int
  }

  private var kind: StaticString = ""
  private var bytes: [UInt8] = []
  private var fields: [Field] = []
  private var encoded: [passerelle_field] = []

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }

  mutating func start(_ kind: StaticString) {
    self.kind = kind
  }

  mutating func take(_ name: StaticString, _ value: String, language: String) {
    bytes.append(contentsOf: value.utf8)
    let end = bytes.count
    bytes.append(contentsOf: language.utf8)
    fields.append(Field(name: name, value: end, language: bytes.count))
  }

  mutating func take(_ name: StaticString, _ id: Identifier) {
    bytes.append(contentsOf: id.framework.series.utf8)
    if let version = id.framework.version {
      bytes.append(UInt8(ascii: "@"))
      bytes.append(contentsOf: version.utf8)
    }
    if let code = id.code {
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: code.description.utf8)
    }
    fields.append(Field(name: name, value: bytes.count, language: bytes.count))
  }

  /// Calls the body with the fields as the contract has them.
  mutating func withFields<Result>(
    _ body: (passerelle_text, UnsafeBufferPointer<passerelle_field>) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { pool in
      let base = pool.baseAddress?.assumingMemoryBound(to: CChar.self)
      var start = 0
      encoded.removeAll(keepingCapacity: true)
      for field in fields {
        encoded.append(
          passerelle_field(
            name: passerelle_text(field.name),
            value: passerelle_text(bytes: base.map { $0 + start }, count: field.value - start),
            language: passerelle_text(
              bytes: base.map { $0 + field.value }, count: field.language - field.value)))
        start = field.language
      }
      return encoded.withUnsafeBufferPointer { body(passerelle_text(kind), $0) }
    }
  }
}

extension passerelle_text {
  fileprivate init(_ text: StaticString) {
    self.init(
      bytes: UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self),
      count: text.utf8CodeUnitCount)
  }
}
