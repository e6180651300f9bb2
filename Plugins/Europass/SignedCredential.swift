import PasserelleKit

/// Finds the credential in what it is handed out in: with a signature (JAdES, `payload`), in the file that
/// is uploaded to the issuer's program (`credential`), or in a presentation of several.
struct SignedCredential {
  private let part: SourcePart
  private let graph: GraphWriter

  /// More wrappings than any credential has.
  private static let mostWrappings = 4

  init(_ part: SourcePart, graph: GraphWriter) {
    (self.part, self.graph) = (part, graph)
  }

  /// The credentials in a document: the document itself, where it is not wrapped.
  func credentials(in root: SourceNode) throws(Diagnostic) -> [SourceNode] {
    try unwrapped(root, depth: 0)
  }

  private func unwrapped(_ node: SourceNode, depth: Int) throws(Diagnostic) -> [SourceNode] {
    guard node.kind != .sequence else { return try unwrapped(node.children, depth: depth) }
    if node.node(at: "proof") != nil { report(at: node.child("proof") ?? node) }
    if let payload = node.child("payload"), depth < Self.mostWrappings {
      report(at: payload)
      return try unwrapped(document(in: payload), depth: depth + 1)
    }
    let inner = node.all(named: "credential", "verifiableCredential")
    guard !inner.isEmpty, node.child("credentialSubject") == nil, depth < Self.mostWrappings else {
      return [node]
    }
    return try unwrapped(inner, depth: depth + 1)
  }

  private func unwrapped(_ nodes: [SourceNode], depth: Int) throws(Diagnostic) -> [SourceNode] {
    var found: [SourceNode] = []
    for node in nodes { found += try unwrapped(node, depth: depth) }
    return found
  }

  /// The JSON that a payload is, or holds as text: as it is, or in Base64 as signatures have it.
  private func document(in payload: SourceNode) throws(Diagnostic) -> SourceNode {
    guard payload.kind == .scalar else { return payload }
    let text = payload.text.trimmed
    let isJSON = text.hasPrefix("{") || text.hasPrefix("[")
    return try part.json(isJSON ? Array(text.utf8) : [UInt8](base64: text.utf8), in: payload)
  }

  private func report(at node: SourceNode) {
    graph.report(
      .warning(
        .signatureNotChecked, at: node.keyPosition, "the signature was not checked",
        hint: "what is read here is what the file says; verify the credential before you rely on it"
      ))
  }

  /// Whether a file starts like a credential that is signed as Base64.
  static func isSeen(in opening: Opening) -> Bool {
    guard opening.contains("\"signature"), let payload = opening.value(of: "payload") else {
      return false
    }
    return String(decoding: [UInt8](base64: payload), as: UTF8.self).contains(Credential.mark)
  }
}

extension [UInt8] {
  /// The bytes that a text in Base64 stands for, in the alphabet of files or of addresses; what is not of
  /// the alphabet is left out.
  fileprivate init(base64 text: some Sequence<UInt8>) {
    self = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in text {
      let value: UInt8? =
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
      guard let value else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
}
