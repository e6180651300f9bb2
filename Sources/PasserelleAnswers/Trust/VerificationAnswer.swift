internal import PasserelleGraph
internal import PasserelleModel
package import PasserelleSigning

/// Whether a signed statement is what its issuer signed, and whether the sources still say so.
public struct VerificationAnswer: Answer {
  /// The kind of answer.
  public static let kind = "verification"

  /// Whether a file is the one that was signed.
  public enum File: String, Encodable, Sendable {
    /// It is, byte for byte.
    case same
    /// It is another, or was changed.
    case other
  }

  /// Whether the key is one that the reader trusts.
  public enum Trust: String, Encodable, Sendable {
    /// It is the key, or one of the document, that the reader named.
    case named
    /// The reader named none.
    case unknown
  }

  /// What the sources say now.
  public struct Sources: Encodable, Sendable {
    /// The hash of all that they say.
    public let graph: String
    /// Whether they are in the very state in which the statement was made.
    public let same: Bool
    /// The links that are no longer stated, or are stated differently, as `ua-nqf:4 comparedTo eqf:4`.
    public let changedLinks: [String]
  }

  /// The name of who signed, a DID.
  public let issuer: String
  /// The key, as `did:key` writes it.
  public let key: String
  /// Whether the key is one that the reader trusts.
  public let trust: Trust
  /// How it was signed: `EdDSA` or `ES256`.
  public let algorithm: String
  /// When it was signed, by the clock of who signed.
  public let signedAt: String
  /// The number of the statement.
  public let number: String
  /// The day as of which it holds.
  public let asOf: String
  /// The country of destination.
  public let destination: String
  /// The purpose, by its token.
  public let purpose: String
  /// The hash of all that the sources said.
  public let graph: String
  /// The version of the program.
  public let program: String
  /// The finding on the level of each certificate, by its token.
  public let findings: [String]
  /// How many links it rests on.
  public let links: Int
  /// Whether a statement that was given is the one that was signed.
  public let statement: File?
  /// Whether a page that was given is the one that was signed.
  public let page: File?
  /// What the sources say now, if they were asked.
  public let sources: Sources?

  private enum CodingKeys: String, CodingKey {
    case issuer, key, trust, algorithm, signedAt, number, asOf, purpose, graph, program, findings
    case links, statement, page, sources
    case destination = "for"
  }

  /// Whether all that was asked about is as it was signed.
  public var holds: Bool {
    statement != .other && page != .other && sources?.changedLinks.isEmpty != false
  }

  package init(
    _ signed: SignedStatement, by key: VerifyingKey, trust: Trust, statement: File?, page: File?,
    sources: Sources?
  ) {
    func fact(_ name: String) -> String { signed.facts[name] ?? "" }
    issuer = signed.issuer
    self.key = key.did
    self.trust = trust
    algorithm = signed.algorithm.rawValue
    signedAt = signed.signedAt
    number = fact("number")
    asOf = fact("asOf")
    destination = fact("for")
    purpose = fact("purpose")
    graph = fact("graph")
    program = fact("program")
    findings = signed.findings
    links = signed.links.count
    (self.statement, self.page, self.sources) = (statement, page, sources)
  }
}
