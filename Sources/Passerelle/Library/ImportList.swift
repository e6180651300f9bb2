internal import Foundation
package import PasserelleModel
internal import PasserelleStore

/// What a user has imported, as a table beside the store that outlives it.
///
/// A store that is lost or emptied is made again without what was imported; this says what that was, and where it
/// came from. It is no part of an answer, so that a list that cannot be written keeps nothing from being imported.
struct ImportList {
  /// Where a publication came from.
  struct Entry: Equatable {
    var name: String
    var day: String
    /// The SHA-256 of the file, or nothing if it is not a single file.
    var hash: String
    var path: String
    /// The file or the folder that was imported, of which the file may be a part.
    var source: String
    var choice = SourceChoice()
    /// The SHA-256 of the map that was chosen, or was beside the table; nothing if it came with the program.
    var mapHash = ""
  }

  private(set) var entries: [Entry] = []
  private let path: String

  /// Reads the list beside a store; what is not there, or cannot be read, is empty.
  init(beside store: String) {
    path = store + ".imports.tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
    entries = lines.dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4 else { return nil }
      // A list of an older version has fewer columns.
      func field(_ index: Int) -> String { fields.indices.contains(index) ? fields[index] : "" }
      return Entry(
        name: fields[0], day: fields[1], hash: fields[2], path: fields[3],
        source: fields.count > 4 ? fields[4] : fields[3],
        choice: SourceChoice(
          adapter: field(5).isEmpty ? nil : field(5),
          sheets: field(6).split(separator: "/").map(String.init),
          map: field(7).isEmpty ? nil : field(7)),
        mapHash: field(8))
    }
  }

  /// Adds publications, or takes them in anew.
  mutating func add(_ new: [Entry]) {
    let names = Set(new.map(\.name))
    entries = (entries.filter { !names.contains($0.name) } + new).sorted { $0.name < $1.name }
  }

  mutating func remove(_ name: String) { entries.removeAll { $0.name == name } }

  /// Writes the list beside its place, and puts it there when it is whole.
  func save() {
    let rows = entries.map { entry in
      let choice = entry.choice
      return [
        entry.name, entry.day, entry.hash, entry.path, entry.source, choice.adapter ?? "",
        // No name of a sheet has a slash.
        choice.sheets.joined(separator: "/"), choice.map ?? "", entry.mapHash,
      ].map(Self.cell).joined(separator: "\t")
    }
    let text = ([Self.header] + rows).joined(separator: "\n") + "\n"
    guard let file = try? ExportFile(path), (try? file.write(text)) != nil else { return }
    try? file.close()
  }

  private static let header =
    "name\tday\tsha256\tpath\tsource\tadapter\tsheets\tmap\tmap-sha256"

  /// A text that cannot be taken for two cells or rows.
  private static func cell(_ text: String) -> String {
    text.replacing("\t", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
  }
}

extension Library {
  /// Takes a publication out of the store, and from the list of what was imported.
  ///
  /// What a lost store held is in the list alone.
  ///
  /// - Throws: `StoreError`, `RemovalError`.
  package func remove(_ name: FrameworkName) throws {
    var list = ImportList(beside: store.path)
    let count = list.entries.count
    list.remove(name.description)
    do {
      try store.write { try $0.remove(name) }
    } catch RemovalError.unknown where list.entries.count < count {
      // It is forgotten, which is all that there is to do.
    }
    if list.entries.count < count { list.save() }
  }

  /// Remembers where publications came from.
  ///
  /// - Parameters:
  ///   - publications: Their names.
  ///   - files: What was imported.
  ///   - origins: Where each file was, by its name in the graph.
  ///   - adapter: The adapter that was chosen.
  func remember(
    _ publications: [String], from files: [SourceFile],
    origins: [String: Importer.Report.Origin] = [:], adapter: String? = nil
  ) {
    let names = try? store.read { try $0.importedFiles() }
    let choice = SourceChoice(
      adapter: adapter, sheets: files.first?.sheets ?? [], map: files.first?.chosenMap)
    var hashes: [String: String] = [:]
    func hash(_ path: String) -> String {
      let hash = hashes[path] ?? ImportList.hash(ofFileAt: path)
      hashes[path] = hash
      return hash
    }
    var list = ImportList(beside: store.path)
    list.add(
      publications.map { name in
        let origin = names?[name].flatMap { origins[$0] }
        let given =
          files.count == 1
          ? files[0]
          : origin.flatMap { origin in
            files.first { origin.path == $0.path || origin.path.hasPrefix($0.path + "/") }
          }
        let path = (origin?.path ?? given?.path)?.absolutePath ?? ""
        let source = given?.source.absolutePath ?? ""
        return ImportList.Entry(
          name: name, day: Day.today().description,
          // What is in an archive is known by the archive.
          hash: hash(access(path, F_OK) == 0 ? path : source), path: path, source: source,
          choice: choice, mapHash: origin?.map.map { hash($0.absolutePath) } ?? "")
      })
    list.save()
  }
}

extension String {
  /// The path from the root, since a list outlives the folder that one is in.
  var absolutePath: String { URL(filePath: self).standardizedFileURL.path }
}

extension SourceFile {
  /// The file or the folder that was asked for.
  fileprivate var source: String {
    if folder != nil, content == nil, path.hasSuffix("/\(name)") {
      return String(path.dropLast(name.count + 1))
    }
    var path = path
    while access(path, F_OK) != 0, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      path = String(path[..<slash])
    }
    return path
  }
}

extension ImportList {
  /// The hash of a file; nothing if it is not one that can be read.
  static func hash(ofFileAt path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return "" }
    let file = OpenFile(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return "" }
    return file.hash()
  }
}
