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
    /// The adapter that was chosen, or nothing.
    var adapter: String = ""
  }

  private(set) var entries: [Entry] = []
  private let path: String

  /// Reads the list beside a store; what is not there, or cannot be read, is empty.
  init(beside store: String) {
    path = store + ".imports.tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    entries = text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4 else { return nil }
      return Entry(
        name: fields[0], day: fields[1], hash: fields[2], path: fields[3],
        source: fields.count > 4 ? fields[4] : fields[3], adapter: fields.count > 5 ? fields[5] : ""
      )
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
      [entry.name, entry.day, entry.hash, entry.path, entry.source, entry.adapter].map(Self.cell)
        .joined(separator: "\t")
    }
    let text = (["name\tday\tsha256\tpath\tsource\tadapter"] + rows).joined(separator: "\n") + "\n"
    guard let file = try? ExportFile(path), (try? file.write(text)) != nil else { return }
    try? file.close()
  }

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
  func remember(_ publications: [String], from files: [SourceFile], adapter: String? = nil) {
    let names = try? store.read { try $0.importedFiles() }
    var hashes: [String: String] = [:]
    var list = ImportList(beside: store.path)
    list.add(
      publications.map { name in
        let file =
          files.first { [$0.name, $0.nameInRelease].contains(names?[name]) }
          ?? (files.count == 1 ? files.first : nil)
        let path = file.map { URL(filePath: $0.path).standardizedFileURL.path } ?? ""
        let source = file.map { URL(filePath: $0.source).standardizedFileURL.path } ?? ""
        // What is in an archive is known by the archive.
        let hashed = access(path, F_OK) == 0 ? path : source
        let hash = hashes[hashed] ?? ImportList.hash(ofFileAt: hashed)
        hashes[hashed] = hash
        return ImportList.Entry(
          name: name, day: Day.today().description, hash: hash, path: path, source: source,
          adapter: adapter ?? "")
      })
    list.save()
  }
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
  /// The hash of a file; nothing if it takes long to read.
  static func hash(ofFileAt path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return "" }
    let file = OpenFile(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= 16 << 20
    else { return "" }
    return file.hash()
  }
}
