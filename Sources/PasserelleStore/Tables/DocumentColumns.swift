internal import PasserelleModel

/// The columns of a document.
enum DocumentColumns {
  static let table = StoredTable<Document, RowPlace>(
    "document",
    [
      .publication,
      .value("key", .plain(\.key)),
      .value("title", .plain(\.title)),
      .value("publisher", .optional(\.publisher)),
      .value("date", .text(\.date)),
      .value("url", .optional(\.url)),
      .value("licence", .optional(\.licence)),
      .value("is_official", .plain(\.isOfficial)),
      .value("via", .optional(\.via)),
      .value("is_verified", .plain(\.isVerified)),
      .place("line", content: .nothing) { $0.line },
      .place("column", content: .nothing) { $0.column },
    ])
}
