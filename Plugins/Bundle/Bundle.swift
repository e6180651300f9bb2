import PasserelleKit

/// Reads a folder of tables as `passerelle export --to csv` writes it.
///
/// The tables are read side by side, in the order in which the export writes them, so that what is held
/// does not grow with them.
struct Bundle: Adapter {
  static let manifest = AdapterManifest(
    id: "Bundle", version: "1.0.0",
    summary: "Passerelle's own folder of tables, as 'export --to csv' writes it (CSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "table-bundle", mediaTypes: ["text/csv"], filePatterns: ["*.csv"])
    ], readsTogether: true)

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    if BundleTable(of: table) != nil { return 95 }
    return BundleTable(of: table, named: source.main.name) == nil ? 0 : 60
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let folders = source.folders
    for folder in folders.dropLast() {
      _ = try graph.attempt { () throws(Diagnostic) in try read(folder, graph) }
    }
    if let last = folders.last { try read(last, graph) }
  }

  private func read(_ parts: [SourcePart], _ graph: GraphWriter) throws(Diagnostic) {
    try BundleReader(BundleFolder(parts, graph: graph), graph: graph).read()
  }
}

extension Source {
  /// The files of the source, those of each folder together: each folder is a bundle.
  fileprivate var folders: [[SourcePart]] {
    var (order, parts): ([Substring], [Substring: [SourcePart]]) = ([], [:])
    for part in self.parts {
      let folder = part.name[..<(part.name.lastIndex(of: "/") ?? part.name.startIndex)]
      if parts[folder] == nil { order.append(folder) }
      parts[folder, default: []].append(part)
    }
    return order.compactMap { parts[$0] }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Bundle")
public func passerelleAdapterBundle() -> UnsafeRawPointer { AdapterModule.export(Bundle()) }
