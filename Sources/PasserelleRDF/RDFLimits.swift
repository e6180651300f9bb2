package import PasserelleKit

/// Limits on RDF, beside those of the Kit: see `Documentation/Limits.md`.
package enum RDFLimits {
  package static let fileBytes = 1 << 30
  static let triples = 3_000_000
  /// The bytes of all different addresses, and of all texts: a short prefix may stand for a long address.
  static let termBytes = 128 << 20
  /// The bytes of an address, as of a prefix; CRaptor has the same for what is made of one.
  package static let addressBytes = 2 << 10
  /// The bytes of a name with a prefix, of a blank node, of a number.
  static let nameBytes = 1 << 10
  /// The bytes of a language: BCP 47 asks for room for 35.
  static let languageBytes = 64
  /// The bytes of one statement.
  static let statementBytes = 1 << 20
  /// The bytes of all declarations of prefixes, which are read again before each block of a file.
  static let prefixBytes = 64 << 10
  static let chunk = 64 << 10
  /// The terms that all contexts of a file of JSON-LD define, each as often as it is read.
  package static let definitions = 1_000_000
}

/// How much of what a file may say has been said.
package struct RDFBudget {
  private var triples = 0
  private var termBytes = 0

  package init() {}

  /// Takes a triple, by the bytes that it adds to what is held.
  ///
  /// - Throws: A `too-many-triples` diagnostic at its place, where it is one too many.
  package mutating func take(_ bytes: Int, at position: SourcePosition) throws(Diagnostic) {
    triples += 1
    termBytes += bytes
    guard triples <= RDFLimits.triples, termBytes <= RDFLimits.termBytes else {
      throw .error(
        .tooManyTriples, at: position,
        "the file has more than \(RDFLimits.triples) triples, or triples that are too long",
        hint: "split the file by scheme")
    }
  }
}
