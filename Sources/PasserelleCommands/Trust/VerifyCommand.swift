internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleModel
internal import PasserelleAnswers
internal import PasserelleSigning

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", _superCommandName: "passerelle",
    abstract: "Check who signed a statement, when, and on which data.",
    discussion: """
      It needs neither the network nor a library. Whose key it is, no signature says: name the key that \
      the organisation gave you with '--key', or the document that it publishes with '--did-document'.

      With '--against-library' it tells whether the sources that are installed here still say so, and \
      which link has changed. The exit code is 1 if the statement is not believed, or no longer follows.

      With '--credential' the file is somebody else's: an Open Badge, or a European credential. Its \
      signature is held to the key that the file itself carries, and whose key that is remains open.
      """)

  @Argument(
    help: ArgumentHelp("The signed statement, as 'sign' writes it.", valueName: "file"))
  var file: String

  @Flag(help: "The file is somebody else's credential, signed as JWS or JAdES.")
  var credential = false

  @Option(
    help: ArgumentHelp(
      "The public key that must have signed it, in PEM or as did:key.", valueName: "key"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "The document of the organisation that must have signed it.", valueName: "did.json"))
  var didDocument: String?

  @Option(
    help: ArgumentHelp(
      "The filed statement, to see that it is the one that was signed.", valueName: "statement.json"
    ))
  var statement: String?

  @Option(
    help: ArgumentHelp(
      "The printed page, to see that it is the one that was signed.", valueName: "page.html"))
  var page: String?

  @Flag(help: "Tell whether the sources that are installed here still say so.")
  var againstLibrary = false

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard credential else { return }
    guard didDocument == nil, statement == nil, page == nil, !againstLibrary else {
      throw ValidationError(
        "'--credential' goes with '--key' alone: the other options are about statements of Passerelle."
      )
    }
  }

  func run() throws {
    guard !credential else { return try verifyCredential() }
    let language = try ask.language()
    let text = String(decoding: try bytes(of: file), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let signed = try SignedStatement(text)
    let document = try didDocument.map { try self.document(at: $0) }
    let own = try signed.verify(with: document)
    let expected = try key.map { try publicKey($0) }
    let isExpected = expected.map { $0 == own } ?? true
    guard isExpected, document.map({ $0.id == signed.issuer }) ?? true else {
      throw ForgedStatement.notExpected(signed.issuer)
    }
    let filed = try statement.map { try bytes(of: $0) }
    let page = try page.map { try bytes(of: $0) }
    let answer = VerificationAnswer(
      signed, by: own, trust: expected == nil && document == nil ? .unknown : .named,
      statement: filed.map { signed.isOf(statement: $0) ? .same : .other },
      page: page.map { signed.isOf(page: $0) ? .same : .other },
      sources: againstLibrary ? try ask.desk { try $0.sources(of: signed) } : nil)
    try Console.print(answer, as: format, in: language)
    if !answer.holds { throw ExitStatus.findings }
  }

  /// Holds somebody else's credential to the key that it carries.
  private func verifyCredential() throws {
    let language = try ask.language()
    let signed = try SignedCredential(try bytes(of: file))
    try signed.verify()
    let expected = try key.map { try publicKey($0) }
    guard expected.map({ $0 == signed.key }) ?? true else {
      throw UnverifiedCredential.notExpected
    }
    let answer = CredentialAnswer(signed, trust: expected == nil ? .unknown : .named)
    try Console.print(answer, as: format, in: language)
  }

  private func document(at path: String) throws -> DIDDocument {
    guard let document = DIDDocument(try bytes(of: path)) else {
      throw SourceFileError(path: path, why: "it is not a DID document of the method did:web")
    }
    return document
  }

  /// Reads a public key from a file, or from its name.
  private func publicKey(_ text: String) throws -> VerifyingKey {
    let name = "did:key:"
    let key =
      text.hasPrefix(name)
      ? VerifyingKey(multibase: String(text.dropFirst(name.count)))
      : VerifyingKey(pem: String(decoding: try bytes(of: text), as: UTF8.self))
    guard let key else {
      throw SourceFileError(
        path: text, why: "it is not a public key of Ed25519 or P-256, in PEM or as did:key")
    }
    return key
  }
}
