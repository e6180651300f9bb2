internal import PasserelleModel

/// The columns of a link, but for its texts, which are rows of their own (`LinkRole`).
enum LinkColumns {
  static let table = StoredTable<Link, RowPlace>(
    "link",
    [
      .publication,
      .place("subject", content: .name("subject.framework, subject.code")) { $0.node },
      .value("relation", .needed { $0.relation.rawValue }),
      .place("object", content: .name("object.framework, object.code")) { $0.object },
      .value("subject_uri", .optional(\.fromURI)),
      .value("object_uri", .optional(\.toURI)),
      .document,
      .value("is_verified", .plain(\.isVerified)),
      .value("confidence", .text(\.confidence)),
      .value("outcome", .word(\.outcome)),
      .value("date", .text(\.date)),
      .value("justification", .word(\.justification)),
      .value("tool", .optional(\.tool)),
      .value("valid_from", .text(\.validity.from)),
      .value("valid_by", .text(\.validity.by)),
      .value("valid_to", .text(\.validity.to)),
      .part(of: "link"),
      .line,
      .column,
    ])
}
