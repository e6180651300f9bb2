package import PasserelleKit

extension Diagnostic.ID {
  static let badEnvelope: Self = "bad-envelope"
  static let signatureNotChecked: Self = "signature-not-checked"
}

extension Diagnostic {
  /// Says that a signature is there, and no more.
  package static func signatureNotVerified(at place: SourcePosition) -> Diagnostic {
    .warning(
      .signatureNotChecked, at: place, "a signature is present, and was not verified",
      hint: "what is read here is what the file says; verify the credential before you rely on it")
  }
}

extension Register {
  /// Keeps with what was read that a signature is there, and no more.
  package func noteSignature(at place: SourcePosition) throws(Diagnostic) {
    try describe(
      Identifier(name), .english("A signature is present in the file, and was not verified."),
      at: place)
  }
}
