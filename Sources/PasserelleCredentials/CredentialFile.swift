package import PasserelleKit

/// The credentials in a file, taken out of what they are handed out in: a signature (JWS and JAdES, compact or
/// as JSON), a presentation of several, what a service answers with, or the file that is uploaded to an
/// issuer's program.
///
/// No signature is verified: a cryptographic library would be larger than all that reads credentials, and
/// `verify --credential` has one. That there is a signature is reported, so that nobody takes it for valid.
package struct CredentialFile {
  private let part: SourcePart
  private let writer: GraphWriter
  /// Whether a signature was met.
  package private(set) var isSigned = false

  /// More wrappings than any credential has.
  private static let mostWrappings = 8

  /// Creates a reader of a file.
  package init(_ part: SourcePart, reportingTo writer: GraphWriter) {
    var part = part
    // A signed credential is one text in the file, with its pictures.
    part.limits.textBytes = part.limits.jsonBytes
    (self.part, self.writer) = (part, writer)
  }

  /// Reads the credentials: the document itself, if it is not wrapped.
  ///
  /// - Throws: A diagnostic where the file is neither JSON nor signed JSON.
  package mutating func credentials() throws(Diagnostic) -> [SourceNode] {
    guard CompactSignature.isSeen(in: part.opening.text) else {
      return try credentials(in: part.json())
    }
    let bytes = try part.head(part.limits.jsonBytes + 1)
    guard bytes.count <= part.limits.jsonBytes else {
      throw .error(
        .fileTooLarge, at: part.position,
        "the file is larger than \(part.limits.jsonBytes) bytes, the limit for a credential")
    }
    return try opened(bytes, at: part.position, depth: 0)
  }

  /// The credentials that a node is or holds, such as one inside another credential.
  package mutating func credentials(in node: SourceNode) throws(Diagnostic) -> [SourceNode] {
    try unwrapped(node, depth: 0)
  }

  private mutating func unwrapped(
    _ node: SourceNode, depth: Int
  ) throws(Diagnostic) -> [SourceNode] {
    guard depth < Self.mostWrappings else {
      throw .error(
        .tooDeep, at: node.position,
        "a credential is wrapped more than \(Self.mostWrappings) times")
    }
    switch node.kind {
    case .sequence: return try unwrapped(node.children, depth: depth + 1)
    case .mapping: break
    default:
      let text = Array(node.text.utf8)
      guard CompactSignature.isSeen(in: text) else { return [node] }
      return try opened(text, at: node.position, depth: depth)
    }
    if let proof = node.node(at: "proof") {
      meetSignature(at: proof.keyPosition, isVerifiable: false)
    }
    if let payload = node.child("payload") {
      meetSignature(at: payload.keyPosition)
      return try unwrapped(document(in: payload), depth: depth + 1)
    }
    guard node.child("credentialSubject") == nil else { return [node] }
    let inner = node.all(named: "credential", "verifiableCredential", "vc", "compactJwsString")
    return inner.isEmpty ? [node] : try unwrapped(inner, depth: depth + 1)
  }

  private mutating func unwrapped(
    _ nodes: [SourceNode], depth: Int
  ) throws(Diagnostic) -> [SourceNode] {
    var found: [SourceNode] = []
    for node in nodes { found += try unwrapped(node, depth: depth) }
    return found
  }

  private mutating func opened(
    _ text: [UInt8], at place: SourcePosition, depth: Int
  ) throws(Diagnostic) -> [SourceNode] {
    let payload = try CompactSignature.payload(of: text, at: place)
    meetSignature(at: place)
    return try unwrapped(part.json(payload, at: place), depth: depth + 1)
  }

  /// The JSON that a payload is, or holds as text: as it is, or in Base64 as signatures have it.
  private func document(in payload: SourceNode) throws(Diagnostic) -> SourceNode {
    guard payload.kind == .scalar else { return payload }
    let text = Array(payload.text.trimmed.utf8)
    if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
      return try part.json(text, at: payload.position)
    }
    guard !text.isEmpty else { throw CompactSignature.noPayload(at: payload.position) }
    guard let bytes = [UInt8](base64: text) else {
      throw CompactSignature.notBase64("the payload", at: payload.position)
    }
    return try part.json(bytes, at: payload.position)
  }

  /// Reports the first: a record may hold hundreds.
  private mutating func meetSignature(at place: SourcePosition, isVerifiable: Bool = true) {
    guard !isSigned else { return }
    isSigned = true
    writer.report(.signatureNotVerified(at: place, isVerifiable: isVerifiable))
  }
}
