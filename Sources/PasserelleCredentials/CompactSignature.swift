import PasserelleKit

/// A signed text in its compact form: a header, what is signed, and the signature, each in Base64, with dots
/// between them (RFC 7515, section 7.1).
enum CompactSignature {
  /// Whether a text starts like one: with a JSON object in Base64.
  static func isSeen(in text: some Collection<UInt8>) -> Bool { text.starts(with: "eyJ".utf8) }

  /// What is signed.
  ///
  /// - Parameters:
  ///   - text: The signed text.
  ///   - place: Where it is.
  /// - Returns: The bytes that its middle part stands for.
  /// - Throws: A diagnostic with what is wrong with its form.
  static func payload(
    of text: [UInt8], at place: SourcePosition
  ) throws(Diagnostic) -> [UInt8] {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard !text.contains(UInt8(ascii: "~")) else {
      throw .error(
        .badEnvelope, at: place,
        "the text is signed so that parts of it can be withheld (SD-JWT), which is not read",
        hint: "ask for the credential as JSON-LD or as a plain JWT")
    }
    guard parts.count != 5 else {
      throw .error(
        .badEnvelope, at: place, "the text is encrypted (JWE)", hint: "decrypt it first")
    }
    guard parts.count == 3 else {
      throw .error(
        .badEnvelope, at: place,
        "a signed text has three parts with dots between them; parts here: \(parts.count)",
        hint: "the text may have been cut off")
    }
    guard [UInt8](base64: parts[0]) != nil else { throw notBase64("the header", at: place) }
    guard !parts[1].isEmpty else { throw noPayload(at: place) }
    guard let payload = [UInt8](base64: parts[1]) else {
      throw notBase64("the payload", at: place)
    }
    return payload
  }

  static func noPayload(at place: SourcePosition) -> Diagnostic {
    .error(
      .badEnvelope, at: place, "the signature has no payload",
      hint: "what it signs is in another file; read that one")
  }

  static func notBase64(_ what: String, at place: SourcePosition) -> Diagnostic {
    .error(
      .badEnvelope, at: place, "\(what) of the signature is not Base64",
      hint: "the text may have been cut off or changed")
  }
}
