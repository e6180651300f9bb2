internal import PasserelleModel

/// A map that comes with the program: what a file beside a table would say of its columns.
package struct BundledMap: Hashable, Sendable {
  /// Its name, such as `uk-soc-2020` or `uk-soc-2020.descriptions`: a dot parts the layouts of one classification.
  package var name: String
  /// The adapter that reads by it.
  package var adapter: String
  package var path: String

  /// What its table is of, whatever the layout.
  var subject: Substring { name.prefix { $0 != "." } }

  /// The adapter that reads by it, if it is among these.
  func reader(among adapters: [HostedAdapter]) -> HostedAdapter? {
    adapters.first { $0.manifest.id == adapter }
  }
}

/// The maps that come with the program, each a file in the folder of its adapter: `Classifications/uk-soc-2020.yaml`.
///
/// The host reads none of them. The adapter is asked whether the table is one of those that the map is
/// of, and reads it with the map as with one of the user's own.
package struct BundledMaps {
  /// The maps, ordered by their paths.
  package let maps: [BundledMap]

  package init(_ locations: Locations) {
    guard let folder = locations.maps, let listing = FolderListing(of: folder) else {
      maps = []
      return
    }
    maps = listing.entries.compactMap { entry in
      let parts = entry.name.split(separator: "/")
      guard parts.count == 2, entry.name.hasSuffix(".yaml") else { return nil }
      return BundledMap(
        name: String(parts[1].dropLast(5)), adapter: String(parts[0]),
        path: "\(folder)/\(entry.name)")
    }
  }

  /// The maps that are of tables with the columns of this one.
  ///
  /// - Parameters:
  ///   - file: The file; one that is no table, or that says itself what it is, has no map.
  ///   - adapters: The adapters that may read it.
  /// - Returns: The maps; if there are several, nobody can know which is meant.
  /// - Throws: `SourceFileError` if the file or a map cannot be read.
  func fitting(
    _ file: SourceFile, for adapters: [HostedAdapter]
  ) throws(SourceFileError) -> [BundledMap] {
    guard !maps.isEmpty, file.isUndescribedTable else { return [] }
    let source = try file.open()
    guard let head = try? source.main.head(4), !head.isComment else { return [] }
    var fitting: [BundledMap] = []
    for map in maps {
      guard let adapter = map.reader(among: adapters) else { continue }
      let described = try file.described(by: map).open()
      // The adapter is sure of the map, and not of how the file is called.
      if [adapter].surest(of: described).sureness == 100 { fitting.append(map) }
    }
    return fitting
  }
}

/// The map that a person has chosen: one that comes with the program, by its name, or a file.
package enum TableMap {
  case bundled(BundledMap)
  case file(String)

  /// Finds the map.
  ///
  /// - Throws: `SourceFileError` if there is none of this name.
  package init(_ name: String, among bundled: BundledMaps) throws(SourceFileError) {
    if let map = bundled.maps.first(where: { $0.name == name }) {
      self = .bundled(map)
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .file(name)
    } else {
      let names = bundled.maps.map { "'\($0.name)'" }.joined(separator: ", ")
      throw SourceFileError(
        path: name, why: "it is not a map; name a file that ends in '.yaml', or one of \(names)")
    }
  }
}

extension SourceFile {
  /// The table with the map that a person has chosen.
  package func described(by map: TableMap) -> SourceFile {
    var file = self
    file.map = nil
    switch map {
    case .bundled(let map): return described(by: map)
    case .file(let path): file.headPath = path
    }
    return file
  }

  /// Whether the file is a table without a map beside it.
  fileprivate var isUndescribedTable: Bool {
    headPath == nil && map == nil
      && [".csv", ".tsv", ".txt"].contains(where: name.lowercased().hasSuffix)
  }

  /// The table with a map as its head.
  func described(by map: BundledMap) -> SourceFile {
    var file = self
    (file.map, file.headPath) = (map, map.path)
    return file
  }
}

extension [UInt8] {
  /// Whether a table that begins with these bytes says in comment lines what it is.
  fileprivate var isComment: Bool {
    (starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3).first : first) == UInt8(ascii: "#")
  }
}
