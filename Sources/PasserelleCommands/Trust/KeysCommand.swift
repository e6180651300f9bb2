internal import ArgumentParser
internal import Foundation
internal import PasserelleSigning

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", _superCommandName: "passerelle",
    abstract: "Make a key that signs statements, and show its public half.",
    subcommands: [KeysNewCommand.self, KeysShowCommand.self])
}

struct KeysNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", _superCommandName: "passerelle keys",
    abstract: "Make a new key in a file that its owner alone may read.",
    discussion: """
      The file has the form of 'openssl genpkey'. Keep it where only those have it who may vouch for a \
      statement; nobody can make it again.
      """)

  @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
  var file: String

  @Option(help: "The kind of key: ed25519 or p256.")
  var kind = Kind.ed25519

  enum Kind: String, ExpressibleByArgument, CaseIterable, Sendable {
    case ed25519, p256

    var algorithm: SigningAlgorithm { self == .ed25519 ? .edDSA : .es256 }
  }

  func run() throws {
    let key = SigningKey(of: kind.algorithm)
    try KeyFile.write(key, to: file)
    Console.print(key.verifyingKey.did)
  }
}

struct KeysShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "passerelle keys",
    abstract: "Show the public half of a key, which everyone may have.",
    discussion: """
      As did (the name that signs), as pem (for 'verify --key' and openssl), or as the document that an \
      organisation publishes under its address, with '--as did:web:…': did:web:example.org is read at \
      https://example.org/.well-known/did.json.
      """)

  @Argument(help: ArgumentHelp("The file of the private key.", valueName: "file"))
  var file: String

  @Option(help: "How to write it: did or pem.")
  var format = Format.did

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Write the document of this name of an organisation.", valueName: "did"))
  var issuer: String?

  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case did, pem
  }

  func validate() throws {
    if let issuer, !DID.isName(issuer) { throw ValidationError(SignCommand.noName(issuer)) }
  }

  func run() throws {
    let key = try KeyFile.read(file).verifyingKey
    if let issuer { return Console.print(try DIDDocument.text(of: issuer, key)) }
    Console.print(format == .did ? key.did : key.pem.trimmingCharacters(in: .newlines))
  }
}
