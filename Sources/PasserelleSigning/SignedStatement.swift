package import Foundation

/// A statement of comparability as a verifiable credential: who signed what, when, and by which data.
///
/// It is a credential of the data model 2.0 (W3C), secured as a compact JWS. Its signature says "this was
/// computed so from these data, and the holder of this key vouches for that", and not that a
/// qualification is recognised.
package struct SignedStatement {
  /// The name of the issuer, a DID.
  package let issuer: String
  /// The name of the key.
  package let keyID: String
  package let algorithm: SigningAlgorithm
  /// When it was signed, in UTC (RFC 3339).
  package let signedAt: String
  /// What was asked, and when: `number`, `asOf`, `for`, `purpose`, `language`, `graph`, `program`.
  package let facts: [String: String]
  /// The links that the statement rests on.
  package let links: [FiledLink]
  /// The finding on the level of each certificate, if it was compared.
  package let findings: [String]
  private let jws: CompactJWS

  /// The context of all credentials; the further terms are ours, and mean what the guide says.
  private static let context = "https://www.w3.org/ns/credentials/v2"
  private static let ownTerms = ["@vocab": "https://www.w3.org/ns/credentials/issuer-dependent#"]
  private static let types = ["VerifiableCredential", "StatementOfComparability"]

  // MARK: - Signing

  /// Signs a statement.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - page: The page that was printed of it, if it shall be known again.
  ///   - key: The key.
  ///   - issuer: The name of who signs, a DID; that of the key if `nil`.
  ///   - instant: When it is signed.
  /// - Returns: The credential as one line.
  /// - Throws: Errors of the cryptographic library.
  package static func sign(
    _ statement: FiledStatement, page: Data? = nil, with key: SigningKey, as issuer: String? = nil,
    at instant: Date
  ) throws -> String {
    let own = key.verifyingKey
    let issuer = issuer ?? own.did
    let credential: [String: Any] = [
      "@context": [context, ownTerms] as [Any], "type": types, "issuer": issuer,
      "validFrom": instant.formatted(.iso8601),
      "credentialSubject": try statement.subject(page: page),
    ]
    return try CompactJWS.sign(
      credential, with: key, named: DID.keyID(of: own, by: issuer))
  }

  // MARK: - Reading

  /// Whether a file is the statement that was signed.
  package func isOf(statement: Data) -> Bool { facts["statementDigest"] == statement.digest }

  /// Whether a file is the page that was signed with it.
  package func isOf(page: Data) -> Bool { facts["pageDigest"] == page.digest }

  /// Reads a credential, and believes nothing of it until ``verify(with:)``.
  ///
  /// - Parameter text: The credential.
  /// - Throws: `ForgedStatement` if it has not the form of one.
  package init(_ text: String) throws(ForgedStatement) {
    jws = try CompactJWS(text)
    (keyID, algorithm) = (jws.keyID, jws.algorithm)
    guard let issuer = jws.payload["issuer"] as? String,
      let signedAt = jws.payload["validFrom"] as? String,
      jws.payload["type"] as? [String] == Self.types,
      (jws.payload["@context"] as? [Any])?.first as? String == Self.context,
      let subject = jws.payload["credentialSubject"] as? [String: Any],
      let links = subject["links"] as? [[String: Any]],
      let certificates = subject["certificates"] as? [[String: Any]]
    else { throw .form(.credential) }
    let facts = subject.compactMapValues { $0 as? String }
    guard Self.known.allSatisfy({ facts[$0] != nil }) else { throw .form(.credential) }
    self.facts = facts
    (self.issuer, self.signedAt) = (issuer, signedAt)
    self.links = links.compactMap(FiledLink.init)
    guard self.links.count == links.count else { throw .form(.credential) }
    findings = certificates.map { certificate in
      let elements = certificate["elements"] as? [[String: String]] ?? []
      let level = elements.first { $0["element"] == "level" }
      return level?["finding"] ?? level?["comparability"] ?? "not-known"
    }
  }

  private static let known = ["asOf", "for", "graph", "number", "program", "purpose"]

  /// Verifies who signed it.
  ///
  /// - Parameter document: The DID document of the issuer, if its name is not a key.
  /// - Returns: The key.
  /// - Throws: `ForgedStatement` if the key is not the issuer's, or the signature not of this text.
  @discardableResult
  package func verify(with document: DIDDocument? = nil) throws(ForgedStatement) -> VerifyingKey {
    if document == nil, DID.isName(issuer) { throw .noDocument(issuer) }
    guard let key = DID.key(named: keyID, of: issuer, in: document) else {
      throw .foreignKey(keyID)
    }
    guard jws.isSigned(with: key) else { throw .signature }
    return key
  }
}
