internal import GRDB
internal import PasserelleModel

/// A publication that another of its name takes the place of.
struct Replacement {
  var name: FrameworkName
  var file: String
  var isBundled: Bool
  var kind: String
  var uri: String?
  var authority: String?
  /// How many concepts it has, or, a set of mappings, links.
  var count: Int
  /// The publication that replaces it.
  var successor: Int64?
  var position: SourcePosition
  /// Whether its author may not know of it: it is from another file, or comes with the program.
  var isFromElsewhere: Bool
}

extension ImportTransaction {
  /// What a publication takes the place of.
  ///
  /// - Throws: A `duplicate-framework` diagnostic where a framework and a set of mappings have one name.
  func replacement(of name: FrameworkName, at place: PublicationPlace) throws -> Replacement? {
    let row = try StoredRow.fetchOne(
      db, sql: Self.contents + "WHERE name = ?", arguments: [name.description])
    guard let row else { return nil }
    guard row["is_mapping_set"] == place.isMappingSet else {
      throw Diagnostic.error(
        .duplicateFramework, at: place.position,
        "'\(name)' is the name of a \(place.isMappingSet ? "framework" : "set of mappings")",
        hint: "choose another name")
    }
    let isOverBundled = row["is_bundled"] && !place.origin.isBundled
    return Replacement(
      name: name, file: row["file"], isBundled: row["is_bundled"], kind: row["kind"],
      uri: row["uri"], authority: row["authority"], count: row["contents"],
      position: place.position,
      isFromElsewhere: row["file"] != place.position.file || isOverBundled)
  }

  /// Remembers what was replaced, until all of its successor is known.
  ///
  /// - Throws: A `replaces` diagnostic where the two are two things that have one name: they differ in
  ///   their address, their publisher or their kind.
  func note(_ old: Replacement, by successor: Int64, at place: PublicationPlace) throws {
    let row = try StoredRow.fetchOne(
      db, sql: Self.contents + "WHERE id = ?", arguments: [successor])
    guard let row else { return }
    let differences: [(what: String, old: String?, new: String?)] = [
      ("address", old.uri, row["uri"]), ("publisher", old.authority, row["authority"]),
      ("kind", old.kind, row["kind"]),
    ]
    for (what, one, other) in differences {
      guard let one, let other, one.asName != other.asName else { continue }
      throw Diagnostic.error(
        .replaces, at: place.position,
        "this would replace \(old.isBundled ? "the bundled " : "")'\(old.name)' of '\(old.file)', "
          + "whose \(what) is '\(one.prefix(120).printable)', not '\(other.prefix(120).printable)'",
        hint: old.way)
    }
    var old = old
    old.successor = successor
    replacements.append(old)
  }

  /// What the publications that were written have replaced: an error where nothing is left of it.
  func replacementProblems() throws -> [Diagnostic] {
    try replacements.compactMap { old in
      let row = try StoredRow.fetchOne(
        db, sql: Self.contents + "WHERE id = ?", arguments: [old.successor])
      let count: Int = row?["contents"] ?? 0
      let noun = old.kind == "mapping-set" ? "link" : "concept"
      let bundled = old.isBundled ? "the bundled " : ""
      if old.count > 0, count == 0 {
        return .error(
          .replaces, at: old.position,
          "this would replace \(bundled)'\(old.name)' of '\(old.file)', which has "
            + "\(old.count) \(noun)\(old.count == 1 ? "" : "s"), with nothing",
          hint: old.way)
      }
      guard old.isFromElsewhere else { return nil }
      return .warning(
        .replaces, at: old.position,
        "this replaces \(bundled)'\(old.name)' of '\(old.file)' "
          + "(\(count) \(noun)\(count == 1 ? "" : "s") in place of \(old.count))",
        hint: "if you did not intend that, give it another id or version label")
    }
  }

  private static let contents = """
    SELECT file, is_bundled, is_mapping_set, kind, uri, authority,
      CASE WHEN is_mapping_set
        THEN (SELECT count(*) FROM link WHERE publication = publication.id)
        ELSE (SELECT count(*) FROM concept WHERE publication = publication.id)
      END AS contents
    FROM publication\u{20}
    """
}

extension Replacement {
  /// How it can be kept, or be replaced on purpose.
  fileprivate var way: String {
    isBundled
      ? "give this another id or version label; what comes with the program stays as it is"
      : "give this another id or version label, or remove the other first: 'passerelle remove \(name)'"
  }
}

extension String {
  /// The text by which names are compared: case and white space do not matter.
  fileprivate var asName: String { lowercased().words.joined(separator: " ") }
}
