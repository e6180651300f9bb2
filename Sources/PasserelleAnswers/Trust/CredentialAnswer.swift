internal import PasserelleGraph
internal import PasserelleModel
package import PasserelleSigning

/// Whether the signature of somebody else's credential fits the key that the file itself carries.
public struct CredentialAnswer: Answer {
  /// The kind of answer.
  public static let kind = "credential"

  /// Where a file carries the key that it was signed with.
  public enum Carrier: String, CaseIterable, Encodable, Sendable {
    /// In the head of the signature.
    case head
    /// In a certificate in the head, of which nothing else was looked at.
    case certificate
    /// In the name of the issuer or of the key, which is the key itself.
    case name
  }

  /// Who issued it, as the file says, if it does.
  public let issuer: String?
  /// The key, as `did:key` writes it.
  public let key: String
  /// Where the file carries the key.
  public let carrier: Carrier
  /// Whether the key is the one that the reader named.
  public let trust: VerificationAnswer.Trust
  /// How it was signed: `EdDSA` or `ES256`.
  public let algorithm: String

  package init(_ signed: SignedCredential, trust: VerificationAnswer.Trust) {
    issuer = signed.issuer
    key = signed.key.did
    carrier =
      switch signed.carrier {
      case .head: .head
      case .certificate: .certificate
      case .name: .name
      }
    self.trust = trust
    algorithm = signed.algorithm.rawValue
  }
}

extension CredentialAnswer {
  /// The answer for people: that the signature fits, and how little that says.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let rows: [(TrustKey, String)] = [
      (.isSigned, say(.fits, ["algorithm": algorithm])),
      (.issuerAsStated, issuer ?? say(.noIssuer)),
      (.withKey, trust == .named ? say(.keyNamed) : key),
    ]
    let width = rows.map { say($0.0).columns }.max() ?? 0
    let meaning =
      switch trust {
      case .named: [say(.meaningNamed)]
      case .unknown: [say(.meaningUnknown)] + (carrier == .certificate ? [say(.inCertificate)] : [])
      }
    return rows.map { "\(say($0.0).padded(to: width + 2))\($0.1.printable)" } + [""] + meaning
  }
}
