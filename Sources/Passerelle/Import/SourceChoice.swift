/// What a person has chosen of how files are read; an import is made again in the same way.
package struct SourceChoice: Hashable, Sendable {
  /// The adapter; `nil` for the one that recognises each file.
  package var adapter: String?
  /// The sheets of workbooks; if empty, all that a user sees.
  package var sheets: [String]
  /// The map: the name of one that comes with the program, or the path of a file; `nil` for what is beside a table, or
  /// fits its columns.
  package var map: String?

  package init(adapter: String? = nil, sheets: [String] = [], map: String? = nil) {
    (self.adapter, self.sheets, self.map) = (adapter, sheets, map)
  }

  /// The files at some paths, to be read so.
  ///
  /// - Throws: `SourceFileError` if a path or the map cannot be read, or there is nothing to read.
  package func files(atAll paths: [String], _ locations: Locations) throws -> [SourceFile] {
    let map = try map.map { try TableMap($0, among: BundledMaps(locations)) }
    return try SourceFile.files(atAll: paths).map { file in
      var file = file
      file.sheets = sheets
      return map.map(file.described) ?? file
    }
  }
}

extension SourceFile {
  /// The map that a person has chosen for the table, as `SourceChoice` names it.
  var chosenMap: String? {
    if let map { return map.name }
    guard let headPath, headPath != ownHeadPath else { return nil }
    return headPath.absolutePath
  }
}
