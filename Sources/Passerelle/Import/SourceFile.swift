internal import Foundation
internal import PasserelleModel

/// A file that is to be read: how it is named in the graph, and where it is.
package struct SourceFile: Hashable, Sendable {
  /// The name in the graph: relative to what was asked for, so that it is the same on any machine.
  package var name: String
  /// The path, as the person wrote it.
  package var path: String
  /// The path of the YAML file beside a table, which may say what a head of comment lines would say.
  package var headPath: String?
  /// The map that comes with the program and is the table's head.
  package internal(set) var map: BundledMap?
  /// The name of the folder or archive that was asked for, where it was one.
  package internal(set) var folder: String?
  /// The sheets that are wanted, if the file is a workbook; if empty, all that a user sees.
  package var sheets: [String] = []
  /// What the file holds, if it was in a container; there is nothing at its path then.
  var content: UnpackedFile?
  /// What its head holds, if that was in the same container.
  var headContent: UnpackedFile?

  /// The name of the sheet that the file was made of.
  package var sheet: String? { content?.sheet }
  /// The path, with the sheet in it.
  package var shownPath: String { sheet.map { "\(path):\($0)" } ?? path }

  /// The name among the files of a release: some say in the folder's name alone which one they are.
  package var nameInRelease: String { folder.map { "\($0)/\(name)" } ?? name }

  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// The files that a path means: itself, or all of a folder and below it.
  ///
  /// - Throws: `SourceFileError` where there is nothing at the path.
  package static func files(at path: String) throws(SourceFileError) -> [SourceFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SourceFileError(path: path, why: "there is no such file or folder")
    }
    guard isFolder.boolValue else {
      var file = SourceFile(name: URL(filePath: path).lastPathComponent, path: path)
      file.headPath = file.ownHeadPath
      return [file]
    }
    guard let listing = FolderListing(of: path) else {
      throw SourceFileError(path: path, why: "the folder cannot be read")
    }
    let folder = URL(filePath: path).standardizedFileURL.lastPathComponent
    return files(of: listing, in: path, named: folder)
  }

  /// The files of a folder.
  ///
  /// - Parameters:
  ///   - listing: What is in the folder.
  ///   - path: The path of the folder.
  ///   - name: The name of the folder.
  /// - Returns: The files, but for those that only describe others.
  static func files(
    of listing: FolderListing, in path: String, named name: String
  ) -> [SourceFile] {
    let folder = path.hasSuffix("/") ? path : path + "/"
    let names = Set(listing.entries.map(\.name))
    return listing.entries.map(\.name).filter { !isDescription($0) }.map { entry in
      var file = SourceFile(name: entry, path: folder + entry)
      file.headPath = headNames(of: entry).first(where: names.contains).map { folder + $0 }
      file.folder = name
      return file
    }
  }

  /// Whether a file only says how others are written: a schema, or the types of the tables of a bundle.
  static func isDescription(_ name: String) -> Bool {
    name.hasSuffix(".schema.json") || name == DataPackage.fileName
      || name.hasSuffix("/" + DataPackage.fileName)
  }

  /// What the file beside a table may be called: `table.yaml` beside `table.csv`.
  static func headNames(of name: String) -> [String] {
    guard let ending = tables.first(where: name.lowercased().hasSuffix) else { return [] }
    return [".yaml", ".yml"].map { name.dropLast(ending.count) + $0 }
  }

  /// The file beside the table, if there is one.
  var ownHeadPath: String? {
    Self.headNames(of: path).first { FileManager.default.fileExists(atPath: $0) }
  }

  private static let tables = [
    ".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".xlsx", ".xlsm", ".ods",
  ]

  /// The file beside the table, as one of its own.
  var head: SourceFile? {
    parts.dropFirst().first.map { part in
      var head = SourceFile(name: part.name, path: part.path)
      head.content = part.content
      return head
    }
  }

  /// Opens the file as a source of one part, or of two where a table has its head beside it.
  func open() throws(SourceFileError) -> Source {
    var opened: [SourcePart] = []
    for (index, part) in parts.enumerated() {
      opened.append(try Self.part(part.name, index, at: part.path, part.content))
    }
    return Source(parts: opened)
  }

  /// Opens the files of a release as the parts of one source.
  static func open(release files: [SourceFile]) throws(SourceFileError) -> Source {
    var parts: [SourcePart] = []
    for (index, file) in files.enumerated() {
      parts.append(try part(file.nameInRelease, index, at: file.path, file.content))
    }
    return Source(parts: parts)
  }

  /// The files that are read as one source: the file itself, and its head.
  var parts: [(name: String, path: String, content: UnpackedFile?)] {
    guard let headPath, let dot = name.lastIndex(of: ".") else { return [(name, path, content)] }
    let headName = name[..<dot] + "." + URL(filePath: headPath).pathExtension
    return [(name, path, content), (String(headName), headPath, headContent)]
  }

  /// Opens a file as a part of a source.
  private static func part(
    _ name: String, _ index: Int, at path: String, _ content: UnpackedFile?
  ) throws(SourceFileError) -> SourcePart {
    if let content {
      return SourcePart(name: name, index: index, descriptor: content.file.descriptor) {
        offset, buffer in
        let count = pread(
          content.file.descriptor, buffer.baseAddress, buffer.count, off_t(clamping: offset))
        SourceProgress.leave(content.file.descriptor, behind: offset, count)
        return count
      }
    }
    // A pipe that nobody writes to must not hold the program up.
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw SourceFileError(path: path, errno)
    }
    let file = OpenFile(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SourceFileError(path: path, why: "it is not a regular file")
    }
    return SourcePart(name: name, index: index, descriptor: descriptor) { offset, buffer in
      let count = pread(
        file.descriptor, buffer.baseAddress, buffer.count, off_t(clamping: offset))
      SourceProgress.leave(file.descriptor, behind: offset, count)
      return count
    }
  }
}

extension [SourceFile] {
  /// The files without those that are read as the head of another.
  var withoutHeads: [SourceFile] {
    let heads = Set(compactMap(\.headPath))
    return filter { !heads.contains($0.path) }
  }
}

/// Why a file cannot be read at all.
package struct SourceFileError: Error, CustomStringConvertible {
  package var path: String
  package var why: String
  /// Whether the machine is at fault, and not the file.
  package var isFaultOfMachine = false

  package init(path: String, why: String) {
    self.path = path
    self.why = why
  }

  /// Takes what the system says.
  init(path: String, _ number: Int32) {
    let fault = MachineFault(number)
    self.init(path: path, why: fault.map { "\($0)" } ?? String(cString: strerror(number)))
    isFaultOfMachine = fault != nil
  }

  package var description: String { "'\(path)' cannot be read: \(why)" }
}

extension SourceFile {
  /// The files at some paths, by names that tell them apart.
  ///
  /// - Throws: `SourceFileError` if a path cannot be read, or there is nothing to read.
  package static func files(atAll paths: [String]) throws -> [SourceFile] {
    let files = try paths.flatMap { try Self.files(at: $0) }
    guard !files.isEmpty else {
      throw SourceFileError(path: paths.joined(separator: " "), why: "it holds no file")
    }
    // Two files of one name are told apart by their paths.
    let names = Dictionary(grouping: files, by: \.name)
    return files.map { file in
      var file = file
      if names[file.name, default: []].count > 1 { file.name = file.path }
      return file
    }
  }
}
