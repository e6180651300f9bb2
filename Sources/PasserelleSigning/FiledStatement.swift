internal import Crypto
package import Foundation

/// A statement of comparability as it was filed in JSON: what of it is signed.
///
/// What names or tells of a person is not: the credential can be shown to anyone.
package struct FiledStatement {
  private let statement: [String: Any]
  /// The SHA-256 of the file, as `sha256sum` prints it.
  package let digest: String

  /// Opens a statement; `nil` if it is none.
  ///
  /// - Parameter bytes: The file, as `assess --format json` writes it.
  package init?(_ bytes: Data) {
    guard let statement = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
      statement["answer"] as? String == "comparability",
      Self.questions.allSatisfy({ statement[$0] is String }), statement["certificates"] is [Any]
    else { return nil }
    self.statement = statement
    digest = bytes.digest
  }

  /// What every statement says of the question.
  private static let questions = [
    "asOf", "for", "graph", "language", "number", "program", "purpose",
  ]

  /// What is said, without the person: the subject of the credential.
  package func subject(page: Data?) throws -> [String: Any] {
    var subject: [String: Any] = [:]
    for key in Self.questions { subject[key] = statement[key] }
    for key in ["standing", "target"] {
      subject[key] = (statement[key] as? [String: Any])?["id"] as? String
    }
    let certificates = (statement["certificates"] as? [[String: Any]]) ?? []
    subject["certificates"] = certificates.map(Self.certificate)
    subject["links"] = try FiledLink.all(in: certificates).map(\.claim)
    subject["statementDigest"] = digest
    subject["pageDigest"] = page?.digest
    return subject
  }

  /// What was found on one certificate.
  private static func certificate(_ certificate: [String: Any]) -> [String: Any] {
    func identifiers(_ key: String) -> [String] {
      ((certificate[key] as? [[String: Any]]) ?? []).compactMap { $0["id"] as? String }
    }
    var claim: [String: Any] = ["understoodAs": identifiers("candidates")]
    claim["understood"] = certificate["understood"] as? String
    claim["elements"] = ((certificate["elements"] as? [[String: Any]]) ?? []).map(element)
    claim["levelOnAward"] = (certificate["levelOnAward"] as? [String: Any]).map(element)
    claim["indications"] = ((certificate["indications"] as? [[String: Any]]) ?? []).map {
      strings(["alignment", "basis", "kind"], of: $0)
    }
    return claim
  }

  private static func element(_ element: [String: Any]) -> [String: String] {
    strings(["comparability", "element", "finding"], of: element)
  }

  private static func strings(_ keys: [String], of object: [String: Any]) -> [String: String] {
    var strings: [String: String] = [:]
    for key in keys { strings[key] = object[key] as? String }
    return strings
  }
}

extension Data {
  /// The SHA-256 of the bytes, as `sha256sum` prints it.
  var digest: String {
    SHA256.hash(data: self).map { String(format: "%02x", $0) }.joined()
  }
}
