import Foundation
import Testing

@testable import PasserelleSigning

/// What was not signed so is refused, whatever it looks like.
struct ForgeryTests {
  @Test(arguments: SigningAlgorithm.allCases)
  func whatWasSignedIsVerified(algorithm: SigningAlgorithm) throws {
    let key = SigningKey(of: algorithm)
    let signed = try SignedStatement(Sample.signed(with: key))

    #expect(try signed.verify() == key.verifyingKey)
    #expect(signed.issuer == key.verifyingKey.did)
    #expect(signed.facts["number"] == "A-1/2026-11-29/bbcec107")
    #expect(signed.findings == ["same-reference-level"])
    #expect(signed.links.map(\.to) == ["eqf:4"])
    #expect(signed.isOf(statement: Sample.statement))
    #expect(!signed.isOf(statement: Sample.statement + Data("\n\n".utf8)))
    #expect(signed.isOf(page: Sample.page))
  }

  @Test func nothingOfThePersonIsSigned() throws {
    let text = try Sample.signed(with: SigningKey(of: .edDSA))
    let payload = try #require(Base64URL.bytes(text.split(separator: ".")[1]))
    let credential = String(decoding: payload, as: UTF8.self)

    for personal in ["Maurer", "welder for six years", "1985-07-01"] {
      #expect(String(decoding: Sample.statement, as: UTF8.self).contains(personal))
      #expect(!credential.contains(personal))
    }
  }

  @Test(arguments: SigningAlgorithm.allCases)
  func noBitCanBeChanged(algorithm: SigningAlgorithm) throws {
    let text = try Sample.signed(with: SigningKey(of: algorithm))
    let parts = text.split(separator: ".").map(String.init)
    for part in parts.indices {
      let bytes = try #require(Base64URL.bytes(parts[part]))
      for position in [0, bytes.count / 2, bytes.count - 1] {
        for bit in 0..<8 {
          var changed = bytes
          changed[position] ^= 1 << bit
          var forged = parts
          forged[part] = Base64URL.text(changed)
          #expect(throws: ForgedStatement.self) {
            try SignedStatement(forged.joined(separator: ".")).verify()
          }
        }
      }
    }
  }

  @Test(arguments: [
    (#"{"alg":"none","cty":"vc","kid":"KID","typ":"vc+jwt"}"#, ForgedStatement.Form.algorithm),
    (#"{"alg":"HS256","cty":"vc","kid":"KID","typ":"vc+jwt"}"#, .algorithm),
    (#"{"alg":"EdDSA","cty":"vc","kid":"KID","typ":"JWT"}"#, .type),
    (#"{"alg":"EdDSA","kid":"KID","typ":"vc+jwt"}"#, .type),
    (#"{"alg":"EdDSA","cty":"vc","typ":"vc+jwt"}"#, .keyID),
    (#"{"alg":"EdDSA","crit":["b64"],"cty":"vc","kid":"KID","typ":"vc+jwt"}"#, .header),
    (#"{"alg":"EdDSA","cty":"vc","jwk":{},"kid":"KID","typ":"vc+jwt"}"#, .header),
    (#"{"alg":"none","alg":"EdDSA","cty":"vc","kid":"KID","typ":"vc+jwt"}"#, .json),
    (#"{"typ":"vc+jwt","alg":"EdDSA","cty":"vc","kid":"KID"}"#, .json),
    (#"{"alg": "EdDSA","cty":"vc","kid":"KID","typ":"vc+jwt"}"#, .json),
    ("[]", .json),
  ])
  func anotherHeadIsRefusedThoughItIsSigned(head: String, form: ForgedStatement.Form) throws {
    let key = SigningKey(of: .edDSA)
    let payload = try Sample.signed(with: key).split(separator: ".")[1]
    let did = key.verifyingKey.did
    let head = head.replacing("KID", with: "\(did)#\(key.verifyingKey.multibase)")
    let forged = try Sample.sign("\(Base64URL.text(Data(head.utf8))).\(payload)", with: key)

    #expect(throws: ForgedStatement.form(form)) { try SignedStatement(forged) }
  }

  @Test func aDoubledMemberOfThePayloadIsRefusedThoughItIsSigned() throws {
    let key = SigningKey(of: .edDSA)
    let parts = try Sample.signed(with: key).split(separator: ".")
    let payload = String(decoding: try #require(Base64URL.bytes(parts[1])), as: UTF8.self)
    let doubled = "{\"issuer\":\"did:key:z\"," + payload.dropFirst()
    let forged = try Sample.sign(
      "\(parts[0]).\(Base64URL.text(Data(doubled.utf8)))", with: key)

    #expect(throws: ForgedStatement.form(.json)) { try SignedStatement(forged) }
  }

  @Test func anotherKeyCannotSignInTheNameOfAKey() throws {
    let (own, foreign) = (SigningKey(of: .edDSA), SigningKey(of: .edDSA))
    let name = own.verifyingKey
    let text = try Sample.signed(with: foreign, as: name.did)
    let signed = try SignedStatement(text)

    #expect(throws: ForgedStatement.foreignKey(signed.keyID)) { try signed.verify() }
  }

  @Test(arguments: ["", ".", "..", "a.b.c", "eyJ9.eyJ9.", "one line of text"])
  func whatIsNoCredentialIsRefused(text: String) {
    #expect(throws: ForgedStatement.self) { try SignedStatement(text) }
  }

  // MARK: - An organisation's name

  @Test(arguments: SigningAlgorithm.allCases)
  func anOrganisationsKeyIsThatOfItsDocument(algorithm: SigningAlgorithm) throws {
    let key = SigningKey(of: algorithm)
    let text = try DIDDocument.text(of: "did:web:example.org", key.verifyingKey)
    let document = try #require(DIDDocument(Data(text.utf8)))
    let signed = try SignedStatement(Sample.signed(with: key, as: "did:web:example.org"))

    #expect(try signed.verify(with: document) == key.verifyingKey)
    #expect(throws: ForgedStatement.noDocument("did:web:example.org")) { try signed.verify() }
  }

  @Test func aKeyThatMayNotVouchDoesNotCount() throws {
    let key = SigningKey(of: .edDSA)
    let text = try DIDDocument.text(of: "did:web:example.org", key.verifyingKey)
      .replacing("assertionMethod", with: "authentication")
    let document = try #require(DIDDocument(Data(text.utf8)))
    let signed = try SignedStatement(Sample.signed(with: key, as: "did:web:example.org"))

    #expect(throws: ForgedStatement.foreignKey(signed.keyID)) { try signed.verify(with: document) }
  }
}
