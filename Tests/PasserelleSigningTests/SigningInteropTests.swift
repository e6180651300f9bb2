import Foundation
import Testing

@testable import PasserelleSigning

/// Where the tools are, where they are.
private let interopTools = ProcessInfo.processInfo.environment["PASSERELLE_INTEROP"]

/// What programs of others say about our signatures, and about forged ones.
@Suite(
  .enabled(if: interopTools != nil, "'make interop' installs the tools that these tests ask"))
struct SigningInteropTests {
  @Test(arguments: SigningAlgorithm.allCases)
  func joserfcVerifiesWhatWeSign(algorithm: SigningAlgorithm) throws {
    let key = SigningKey(of: algorithm)
    let text = try Sample.signed(with: key)
    let jwk = String(
      decoding: try JSONEncoder().encode(key.verifyingKey.jwk), as: UTF8.self)

    #expect(try Self.python(Self.joserfc, text, jwk) == "A-1/2026-11-29/bbcec107\n")
    #expect(try Self.python(Self.joserfc, try Self.withAChangedSubject(text), jwk) == "forged\n")
  }

  @Test func opensslVerifiesWhatWeSign() throws {
    let key = SigningKey(of: .edDSA)
    let parts = try Sample.signed(with: key).split(separator: ".").map(String.init)
    let folder = FileManager.default.temporaryDirectory.appending(path: "signing-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ data: Data, as name: String) throws -> String {
      let file = folder.appending(path: name)
      try data.write(to: file)
      return file.path
    }
    let public_ = try write(Data(key.verifyingKey.pem.utf8), as: "key.pem")
    let signed = try write(Data("\(parts[0]).\(parts[1])".utf8), as: "signed")
    let signature = try write(try #require(Base64URL.bytes(parts[2])), as: "signature")

    let printed = try Self.run(
      "/usr/bin/env",
      [
        "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", public_, "-rawin", "-in", signed,
        "-sigfile", signature,
      ])
    #expect(printed.hasPrefix("Signature Verified Successfully"))
  }

  @Test func aKeyOfOpensslSigns() throws {
    let pem = try Self.run("/usr/bin/env", ["openssl", "genpkey", "-algorithm", "ed25519"])
    let key = try #require(SigningKey(pem: pem))
    let signed = try SignedStatement(Sample.signed(with: key))

    #expect(try signed.verify() == key.verifyingKey)
  }

  @Test(
    .enabled(if: hasDecoder, "vc-jwt-decoder needs Python 3.12"),
    arguments: SigningAlgorithm.allCases)
  func vcJWTDecoderVerifiesWhatWeSign(algorithm: SigningAlgorithm) throws {
    let text = try Sample.signed(with: SigningKey(of: algorithm))

    #expect(try Self.python(Self.decoder, text) == "True\n")
    #expect(try Self.python(Self.decoder, try Self.withAChangedSubject(text)) == "False\n")
  }

  /// The key in the head, and in a certificate of openssl.
  @Test(arguments: ["Ed25519", "P-256"])
  func whatOthersSignIsHeldToTheKeyInTheFile(curve: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "signing-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (key, certificate) = (folder.path + "/key.pem", folder.path + "/certificate.pem")
    let kind = curve == "P-256" ? ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] : ["ed25519"]
    _ = try Self.run(
      "/usr/bin/env",
      [
        "openssl", "req", "-x509", "-nodes", "-subj", "/CN=seal", "-keyout", key, "-out",
        certificate,
      ]
        + ["-newkey"] + kind)
    for carrier in [SignedCredential.Carrier.head, .certificate] {
      let text = try Self.python(Self.signing, key, certificate, carrier.rawValue)
      let signed = try SignedCredential(Data(text.utf8))
      try signed.verify()
      #expect(signed.carrier == carrier)
      #expect(signed.issuer == "https://issuer.example")
      let parts = text.split(separator: ".").map(String.init)
      let forged = Base64URL.text(Data(#"{"issuer": "https://other.example"}"#.utf8))
      #expect(throws: UnverifiedCredential.signature) {
        try SignedCredential(Data("\(parts[0]).\(forged).\(parts[2])".utf8)).verify()
      }
    }
  }

  // MARK: - Support

  private static let hasDecoder =
    (try? python("import vc_jwt_decoder; print('here')")) == "here\n"

  /// The text with another number of the statement, under the same signature.
  private static func withAChangedSubject(_ text: String) throws -> String {
    let parts = text.split(separator: ".").map(String.init)
    let payload = String(decoding: try #require(Base64URL.bytes(parts[1])), as: UTF8.self)
    let changed = payload.replacing("A-1/", with: "A-2/")
    #expect(changed != payload)
    return [parts[0], Base64URL.text(Data(changed.utf8)), parts[2]].joined(separator: ".")
  }

  private static func python(_ program: String, _ arguments: String...) throws -> String {
    try run(try #require(interopTools) + "/bin/python", ["-c", program] + arguments)
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self)
  }

  /// Prints the number of the statement, if the signature is right.
  private static let joserfc = """
    import json, sys
    from joserfc import jws
    from joserfc.errors import BadSignatureError
    from joserfc.jwk import import_key
    key = import_key(json.loads(sys.argv[2]))
    try:
      signed = jws.deserialize_compact(sys.argv[1], key, algorithms=["EdDSA", "ES256"])
      print(json.loads(signed.payload)["credentialSubject"]["number"])
    except BadSignatureError:
      print("forged")
    """

  /// Signs a credential with a key of openssl, and carries the key, or its certificate.
  private static let signing = """
    import json, ssl, base64, sys
    from joserfc import jws
    from joserfc.jwk import ECKey, OKPKey
    text = open(sys.argv[1]).read()
    try:
      key, algorithm = ECKey.import_key(text), "ES256"
    except Exception:
      key, algorithm = OKPKey.import_key(text), "EdDSA"
    head = {"alg": algorithm, "typ": "vc+jwt"}
    if sys.argv[3] == "head":
      head["jwk"] = key.as_dict(private=False)
    else:
      der = ssl.PEM_cert_to_DER_cert(open(sys.argv[2]).read())
      head["x5c"] = [base64.b64encode(der).decode()]
    payload = json.dumps({"issuer": {"id": "https://issuer.example"}})
    print(jws.serialize_compact(head, payload, key, algorithms=[algorithm]))
    """

  private static let decoder = """
    import asyncio, sys
    from vc_jwt_decoder.verification import verify_signature
    print(asyncio.run(verify_signature(sys.argv[1])).verified is True)
    """
}
