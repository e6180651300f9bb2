internal import Crypto
internal import PasserelleGraph
internal import PasserelleModel

/// The identifiers that CASE has for frameworks and concepts.
///
/// What was read from CASE keeps its own. Anything else gets one that is made from its address.
final class CASEIdentity {
  private let names: ConceptNames
  private var documents: [FrameworkName: String?] = [:]

  init(_ names: ConceptNames) { self.names = names }

  /// What CASE said of a framework or a concept.
  func values(of id: Identifier) throws -> CASEValues {
    guard try document(of: id.framework) != nil else { return CASEValues([]) }
    return CASEValues(
      try names.graph.notes(about: id).map(\.note).filter(\.isBackground)
        .compactMap { $0.text.preferred.flatMap { NamedValue($0) } })
  }

  /// The identifier of the document that a framework was read from; `nil` if it is not from CASE.
  func document(of framework: FrameworkName) throws -> String? {
    if let known = documents[framework] { return known }
    let notes = try names.graph.notes(about: Identifier(framework)).map(\.note)
    let values = notes.filter(\.isBackground).compactMap { note in
      note.text.preferred.flatMap { NamedValue($0) }
    }
    let found = values.first { $0.name == "identifier" }?.value
    documents[framework] = .some(found)
    return found
  }

  /// The identifier of something with an address.
  ///
  /// - Parameters:
  ///   - id: The framework or the concept.
  ///   - address: Its address.
  ///   - stated: The identifier that a link states for it, if it is not in the library.
  /// - Returns: A UUID, unless CASE itself has given another.
  /// - Throws: Errors of the graph.
  func identifier(of id: Identifier, at address: String, stated: String? = nil) throws -> String {
    let document = try document(of: id.framework)
    guard let code = id.code?.description else { return document ?? Self.uuid(address) }
    return document != nil || code.isUUID ? code : stated ?? Self.uuid(address)
  }

  /// The identifier of a licence that a framework names.
  func licence(_ text: String, of framework: FrameworkName) -> String {
    Self.uuid("\(names.ownAddress(of: framework))#licence:\(text)")
  }

  /// The identifier of a type of items that a framework has.
  func itemType(_ type: String, of framework: FrameworkName) -> String {
    Self.uuid("\(names.ownAddress(of: framework))#item-type:\(type)")
  }

  /// A UUID of version 5 (RFC 9562) in the space of addresses: always the same for the same address.
  static func uuid(_ iri: String) -> String {
    let space: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ]
    var bytes = Array(Insecure.SHA1.hash(data: space + Array(iri.utf8))).prefix(16).map { $0 }
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }
}

extension String {
  /// Whether the text is a UUID.
  var isUUID: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && utf8.allSatisfy { $0 == UInt8(ascii: "-") || Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// Whether the text is a name for machines, by which no person calls anything.
  var isOpaque: Bool {
    isUUID || contains("://") || hasPrefix("urn:")
      || (hasPrefix("ce-") && String(dropFirst(3)).isUUID)
  }
}
