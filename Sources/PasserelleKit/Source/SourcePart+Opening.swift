public import PasserelleModel

extension SourcePart {
  /// The first 64 KiB as text, for a look at what the part is; nothing of a part that cannot be read.
  ///
  /// What tells a format may stand behind a picture or a long list of names.
  public var opening: String {
    (try? head(64 << 10)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Whether the name ends with one of the endings, in any case: `.json`.
  public func isNamed(_ endings: String...) -> Bool {
    let name = name.lowercased()
    return endings.contains(where: name.hasSuffix)
  }
}
