internal import Foundation

/// The adapters that a user has said may run, by the SHA-256 of their modules.
///
/// It is a text file, a line an adapter: the hash, the name, the version. Of one name there is one
/// entry: an older module of the same name is no longer trusted.
package struct TrustList: Sendable {
  package struct Entry: Hashable, Sendable {
    /// The SHA-256 of the module, in hexadecimal.
    package var hash: String
    package var name: String
    package var version: String

    package init(hash: String, name: String, version: String) {
      self.hash = hash
      self.name = name
      self.version = version
    }
  }

  /// The file that it is kept in.
  package let path: String
  package private(set) var entries: [Entry] = []

  /// Reads the list; one that is not there trusts nothing.
  ///
  /// - Throws: `TrustListError` where the list cannot be read, or someone else could have written it.
  package init(at path: String) throws(TrustListError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw TrustListError(path: path, why: String(cString: strerror(errno)))
    }
    let file = OpenFile(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw TrustListError(path: path, why: "it is not a regular file")
    }
    if let place = UnsafePlace.file(status, at: path) ?? UnsafePlace.above(folder: folder) {
      throw TrustListError(path: path, why: "\(place)")
    }
    let text = String(decoding: file.read(min(Int(status.st_size), 1 << 20), at: 0), as: UTF8.self)
    // An editor of Windows ends lines with two characters, which Swift takes for one.
    let lines = text.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, words[0].isHash else {
        throw TrustListError(
          path: path, why: "line \(index + 1) has no hash, name and version; delete it")
      }
      entries.append(Entry(hash: words[0], name: words[1], version: words[2]))
    }
  }

  private var folder: String { URL(filePath: path).deletingLastPathComponent().path }

  /// What is trusted under a name.
  package func entry(named name: String) -> Entry? {
    entries.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Trusts a module, in the place of another of its name.
  ///
  /// Its version is what the module says: a line end in it must not become a line of the list.
  package mutating func trust(_ entry: Entry) {
    var entry = entry
    entry.version = String(entry.version.map { $0.isNewline ? " " : $0 })
    entries.removeAll { $0.name.lowercased() == entry.name.lowercased() }
    entries.append(entry)
    entries.sort { $0.name < $1.name }
  }

  /// Trusts an adapter no longer, and says which entries are gone.
  package mutating func untrust(where isMeant: (Entry) -> Bool) -> [Entry] {
    defer { entries.removeAll(where: isMeant) }
    return entries.filter(isMeant)
  }

  /// Writes the list: whole, or not at all.
  package func save() throws(TrustListError) {
    let text =
      "# The adapters that may run: SHA-256, name, version. Written by 'passerelle adapters trust'.\n"
      + entries.map { "\($0.hash) \($0.name) \($0.version)\n" }.joined()
    let temporary = path + ".new-\(getpid())"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      unlink(temporary)
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
      try file.close()
    } catch {
      unlink(temporary)
      throw TrustListError(path: path, why: "\(error.localizedDescription)")
    }
    guard rename(temporary, path) == 0 else {
      defer { unlink(temporary) }
      throw TrustListError(path: path, why: String(cString: strerror(errno)))
    }
  }
}

/// Why the list of trusted adapters is not used.
package struct TrustListError: Error, Hashable, CustomStringConvertible, Sendable {
  package var path: String
  package var why: String

  package var description: String {
    "the list of trusted adapters '\(path)' is ignored: \(why)"
  }
}

extension String {
  /// Whether this is a SHA-256 in hexadecimal.
  var isHash: Bool {
    utf8.count == 64
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
