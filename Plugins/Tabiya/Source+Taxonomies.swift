import PasserelleKit

extension Source {
  /// The taxonomies of an import: where several files say what a taxonomy is, each with the files of its
  /// folder and below it.
  ///
  /// All files of an import are read together, and so may be the folders of two countries.
  var taxonomies: [Source] {
    let folders = parts.filter(\.isModel).map(\.folder)
    guard folders.count > 1 else { return [self] }
    var (order, parts): ([String], [String: [SourcePart]]) = ([], [:])
    for part in self.parts {
      let folder = folders.filter { part.name.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
      let home = folder ?? part.folder
      if parts[home] == nil { order.append(home) }
      parts[home, default: []].append(part)
    }
    return order.compactMap { parts[$0] }.map(Source.init)
  }
}

extension SourcePart {
  /// Whether the file says what a taxonomy is.
  fileprivate var isModel: Bool {
    Source(parts: [self]).tableSample().flatMap(TaxonomyFile.Content.init) == .model
  }

  /// The folder that the file is in, with the slash at its end.
  fileprivate var folder: String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }
}
