internal import PasserelleModel

/// The columns of a procedure, but for its texts, which are rows of their own (`ProcedureRole`).
enum ProcedureColumns {
  static let table = StoredTable<Procedure, RowPlace>(
    "procedure",
    [
      .publication,
      .value("purpose", .needed { $0.purpose.rawValue }),
      .value("is_binding", .optional(\.isBinding)),
      .value("url", .optional(\.url)),
      .value("valid_from", .text(\.validity.from)),
      .value("valid_by", .text(\.validity.by)),
      .value("valid_to", .text(\.validity.to)),
      .document,
      .value("is_verified", .plain(\.isVerified)),
      .line,
      .column,
    ])
}
