internal import PasserelleModel

/// Puts the files of containers in the place of the containers: an archive is a folder of files, a workbook
/// a folder of tables.
struct Containers {
  private let opener: ContainerOpener
  private(set) var problems: [Diagnostic] = []

  /// How deep containers may be in each other: a workbook in an archive, and no further.
  private static let deepest = 2

  init(_ locations: Locations) { opener = ContainerOpener(locations) }

  /// The files, and those of the containers among them.
  ///
  /// - Throws: `SourceFileError` if a file cannot be read.
  mutating func expand(_ files: [SourceFile]) throws(SourceFileError) -> [SourceFile] {
    var expanded: [SourceFile] = []
    for file in files { expanded += try expand(file, depth: 0) }
    return expanded
  }

  private mutating func expand(
    _ file: SourceFile, depth: Int
  ) throws(SourceFileError) -> [SourceFile] {
    guard depth < Self.deepest, file.mayBeContainer else { return [file] }
    let source = try file.open()
    guard source.main.isContainer(within: depth > 0) else { return [file] }
    let contents = opener.open(source, at: file.path, sheets: file.sheets)
    problems += contents.problems
    var inner: [SourceFile] = []
    for entry in file.files(in: contents.files) { inner += try expand(entry, depth: depth + 1) }
    return inner
  }
}

extension SourcePart {
  /// Whether the file is one that is opened: in an archive, other archives are not.
  fileprivate func isContainer(within archive: Bool) -> Bool {
    guard let head = try? head(4), head.isContainer else { return false }
    guard head.isGzip else { return !archive || name.isWorkbookName }
    return ![".tgz", ".tar.gz"].contains(where: name.lowercased().hasSuffix)
  }
}

extension [UInt8] {
  /// Whether they are the first of a file that is opened.
  var isContainer: Bool {
    isGzip || starts(with: [0x50, 0x4B, 3, 4]) || starts(with: [0x50, 0x4B, 5, 6])
  }

  fileprivate var isGzip: Bool { starts(with: [0x1F, 0x8B]) }
}

extension SourceFile {
  /// Whether it is worth a look: of a folder, workbooks are opened, and archives if they are named by themselves.
  fileprivate var mayBeContainer: Bool {
    guard content == nil else { return name.isWorkbookName || name.lowercased().hasSuffix(".gz") }
    return folder == nil || name.isWorkbookName
  }

  /// The files of this container as sources.
  fileprivate func files(in contents: [UnpackedFile]) -> [SourceFile] {
    let isWorkbook = contents.contains { $0.sheet != nil }
    let isStream = !isWorkbook && contents.count == 1 && name.lowercased().hasSuffix(".gz")
    let names = Set(contents.map(\.name))
    return contents.filter { !Self.isDescription($0.name) }.map { content in
      var file = SourceFile(name: content.name, path: "\(path)/\(content.name)")
      file.content = content
      if isWorkbook {
        file = self
        file.name = "\(name)/\(content.name)"
        file.content = content
      } else if isStream {
        file = self
        file.name = String(name.dropLast(3))
        file.content = content
      } else {
        let stem = name.split(separator: "/").last.map { String($0) } ?? name
        file.folder =
          folder ?? (stem.lowercased().hasSuffix(".zip") ? String(stem.dropLast(4)) : stem)
        if let head = Self.headNames(of: content.name).first(where: names.contains) {
          file.headPath = "\(path)/\(head)"
          file.headContent = contents.first { $0.name == head }
        } else if !Self.headNames(of: content.name).isEmpty {
          (file.headPath, file.map) = (headPath, map)
        }
      }
      return file
    }
  }
}

extension String {
  /// Whether a file of the name is a workbook that is read.
  package var isWorkbookName: Bool {
    let name = lowercased()
    return [".xlsx", ".xlsm", ".xltx", ".ods"].contains(where: name.hasSuffix)
  }
}
