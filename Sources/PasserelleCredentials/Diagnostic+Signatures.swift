package import PasserelleKit

extension Diagnostic.ID {
  static let badEnvelope: Self = "bad-envelope"
  static let signatureNotChecked: Self = "signature-not-checked"
}

extension Diagnostic {
  /// Says that a signature is there, and no more.
  ///
  /// - Parameters:
  ///   - place: Where it is.
  ///   - isVerifiable: Whether it is of a form that 'verify --credential' may verify.
  /// - Returns: The warning.
  package static func signatureNotVerified(
    at place: SourcePosition, isVerifiable: Bool
  ) -> Diagnostic {
    .warning(
      .signatureNotChecked, at: place, "a signature is present, and was not verified",
      hint: isVerifiable
        ? "'passerelle verify FILE --credential' tells whether it fits the key that the file carries"
        : "what is read here is what the file says; verify the credential before you rely on it")
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
