internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleModel
internal import PasserelleSigning

struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", _superCommandName: "passerelle",
    abstract: "Sign a filed statement, so that anyone can check who made it.",
    discussion: """
      Writes a verifiable credential on one line. It holds the question, the findings, the links with \
      their sources, and the digest of the statement; nothing of the person. It says that the holder of \
      the key vouches for how this was computed, and recognises nothing.
      """)

  @Argument(
    help: ArgumentHelp(
      "The statement, as 'assess --format json' writes it.", valueName: "statement.json"))
  var statement: String

  @Option(help: ArgumentHelp("The file of the private key.", valueName: "file"))
  var key: String

  @Option(
    help: ArgumentHelp("The page that was printed, to know it again.", valueName: "page.html"))
  var page: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Sign under the name of an organisation, did:web:…, instead of the key's.", valueName: "did"))
  var issuer: String?

  func validate() throws {
    if let issuer, !DID.isName(issuer) { throw ValidationError(Self.noName(issuer)) }
  }

  static func noName(_ text: String) -> String {
    "'\(text.printable)' is not the name of an organisation; write 'did:web:' and its host, such as "
      + "did:web:example.org"
  }

  func run() throws {
    guard let filed = FiledStatement(try bytes(of: statement)) else {
      throw SourceFileError(
        path: statement,
        why: "it is not a statement of comparability in JSON; make one with 'assess --format json'")
    }
    let page = try page.map { try bytes(of: $0) }
    let signed = try SignedStatement.sign(
      filed, page: page, with: KeyFile.read(key), as: issuer, at: .now)
    Console.print(signed)
  }
}

extension ParsableCommand {
  /// The content of a file that a user named.
  func bytes(of path: String) throws -> Data {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SourceFileError(path: path, why: "there is no such file, or it may not be read")
    }
    return bytes
  }
}
