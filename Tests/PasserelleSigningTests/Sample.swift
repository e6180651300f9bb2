import Foundation
import Testing

@testable import PasserelleSigning

/// A statement that was filed, in the form in which it is, with what must not be signed.
enum Sample {
  static let page = Data("<p>page".utf8)
  static let statement = Data(
    """
    {
      "answer" : "comparability", "schema" : 1, "asOf" : "2026-11-29", "for" : "AT", "graph" : "d07b",
      "language" : "en", "number" : "A-1/2026-11-29/bbcec107", "program" : "0.1.0", "purpose" : "work",
      "profile" : {"reference" : "A-1", "note" : "Maurer, welder for six years"},
      "certificates" : [{
        "title" : "Maurer", "understood" : "by-title", "onAward" : {"day" : "1985-07-01"},
        "candidates" : [{"id" : "de-nqf:4", "title" : "Level 4"}],
        "indications" : [],
        "elements" : [{
          "element" : "level", "comparability" : "comparable", "finding" : "same-reference-level",
          "links" : [{
            "from" : "de-nqf:4", "relation" : "referencedTo", "to" : "eqf:4",
            "evidence" : {"document" : "Report", "position" : "de.yaml:1:2", "verified" : true}
          }]
        }]
      }]
    }
    """.utf8)

  static func signed(with key: SigningKey, as issuer: String? = nil) throws -> String {
    let filed = try #require(FiledStatement(statement))
    return try SignedStatement.sign(
      filed, page: page, with: key, as: issuer, at: Date(timeIntervalSince1970: 1_795_939_200))
  }

  static func sign(_ text: String, with key: SigningKey) throws -> String {
    "\(text).\(Base64URL.text(try key.signature(of: Data(text.utf8))))"
  }
}
