internal import PasserelleModel

/// The columns of a note, but for its text in each language, which is a row of its own.
enum NoteColumns {
  static let table = StoredTable<Note, RowPlace>(
    "note",
    [
      .publication,
      .place("node", content: .name("node.framework, node.code")) { $0.node },
      .document,
      .value("is_verified", .plain(\.isVerified)),
      .value("is_background", .plain(\.isBackground)),
      .part(of: "note"),
      .line,
      .column,
    ])

  static let wordInsertion =
    "INSERT INTO note_word (note, position, language, value) VALUES (?, ?, ?, ?)"
}
