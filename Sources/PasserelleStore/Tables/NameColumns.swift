internal import PasserelleModel

/// The columns of a further name, but for its texts, which are labels.
enum NameColumns {
  static let table = StoredTable<Name, RowPlace>(
    "name",
    [
      .publication,
      .place("node", content: .name("node.framework, node.code")) { $0.node },
      .value("kind", .needed { $0.kind.rawValue }),
      .document,
      .value("is_verified", .plain(\.isVerified)),
      .value("valid_from", .text(\.validity.from)),
      .value("valid_by", .text(\.validity.by)),
      .value("valid_to", .text(\.validity.to)),
      .part(of: "name"),
      .line,
      .column,
    ])
}
