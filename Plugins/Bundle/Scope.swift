import PasserelleKit

/// The publication whose rows are read, and what they may rest on.
struct Scope {
  let name: String
  /// The source of what names none.
  let usualSource: String?
  /// The keys of its documents.
  var documents: Set<String> = []

  init(_ publication: Publication) {
    (name, usualSource) = (publication.name, publication.source)
  }

  /// The document that a row rests on.
  ///
  /// - Parameters:
  ///   - key: What the row says.
  ///   - place: Where it says so.
  /// - Returns: The key of the document: that of the row, or else that of the publication.
  /// - Throws: A diagnostic if there is none, or the publication has no document of this key.
  func source(_ key: String?, at place: SourcePosition) throws(Diagnostic) -> String {
    guard let key = key ?? usualSource else {
      throw .error(
        .noSource, at: place, "neither the row nor its publication names a source",
        hint: "write the key of a document of 'document.csv'")
    }
    guard documents.contains(key) else {
      throw .error(
        .foreignSource, at: place,
        "'document.csv' has no '\(key.prefix(60).printable)' for '\(name.prefix(80).printable)'",
        hint: "the tables of a bundle belong together; export them again")
    }
    return key
  }
}
