import Foundation
import Testing

@testable import PasserelleSigning

/// The examples of the standards, by which any two programs agree.
struct VectorTests {
  /// RFC 8037, appendix A: the key, and the signature of a text.
  @Test func anEd25519SignatureIsThatOfTheStandard() throws {
    let seed = try #require(Base64URL.bytes("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
    let key = try #require(
      SigningKey(pem: PEM.text(PEM.ed25519Private + seed, of: "PRIVATE KEY")))
    let signed = Data("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)

    #expect(key.verifyingKey.jwk["x"] == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
    #expect(
      Base64URL.text(try key.signature(of: signed))
        == "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
  }

  /// RFC 7515, appendix A.3: the key, and the signature of a text.
  @Test func aP256SignatureOfTheStandardIsAccepted() throws {
    let key = try #require(
      VerifyingKey(jwk: [
        "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
      ]))
    let signed = Data(
      ("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
        + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ").utf8)
    let signature = try #require(
      Base64URL.bytes(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"))

    #expect(key.accepts(signature, of: signed))
    #expect(!key.accepts(signature, of: signed.dropLast()))
  }

  /// The method `did:key`: the first example of an Ed25519 key.
  @Test func aKeyIsNamedAsTheMethodSays() throws {
    let name = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    let key = try #require(VerifyingKey(multibase: name))

    #expect(key.did == "did:key:" + name)
    #expect(key.algorithm == .edDSA)
  }

  @Test(arguments: SigningAlgorithm.allCases)
  func everyKeyIsReadAsItIsWritten(algorithm: SigningAlgorithm) throws {
    let key = SigningKey(of: algorithm)
    let own = key.verifyingKey

    #expect(SigningKey(pem: key.pem)?.verifyingKey == own)
    #expect(VerifyingKey(pem: own.pem) == own)
    #expect(VerifyingKey(jwk: own.jwk) == own)
    #expect(VerifyingKey(multibase: own.multibase) == own)
  }

  @Test(arguments: ["", "z", "z6Mk", "x6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", "z0OIl"])
  func whatIsNoKeyIsNone(name: String) {
    #expect(VerifyingKey(multibase: name) == nil)
  }

  @Test(arguments: ["", "1", "11", "2g", "11z", "StV1DL6CwTryKyV"])
  func base58IsReadAsItIsWritten(text: String) throws {
    let bytes = try #require(Base58.bytes(text))
    #expect(Base58.text(bytes) == text)
  }

  @Test(arguments: ["a", "aGk=", "aG k", "aGl", "aGk+", "_-_"])
  func onlyTheOneTextOfBytesIsRead(text: String) {
    #expect(Base64URL.bytes(text) == nil)
  }
}
