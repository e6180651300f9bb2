internal import Foundation

/// The modules that came with the program, by the SHA-256 that the build has written beside them.
///
/// The file is one of `sha256sum`. A build without it is a developer's: there the modules are taken
/// as they are.
struct PinnedModules: Sendable {
  /// The name of the file, beside the modules.
  static let fileName = "adapters.sha256"

  let path: String
  private var hashes: [String: String] = [:]

  /// Reads the list of a folder; nothing where there is none.
  init?(of folder: String) {
    path = folder + "/" + Self.fileName
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, String(words[0]).isHash else { continue }
      hashes[words[1].drop { $0 == " " || $0 == "*" }.description] = String(words[0])
    }
  }

  /// The hash that a file must have.
  func hash(of file: String) -> String? { hashes[file] }
}

/// What was found of the hashes of files, so that a module that has not changed is not read at every
/// call.
///
/// A file is taken for unchanged while its place on the disk, its size and its times are; the time of
/// the last change of its state is one that no one can set.
struct HashMemory {
  private let path: String
  private var hashes: [String: String] = [:]
  private var isChanged = false

  init(at path: String) {
    self.path = path
    guard let bytes = FileManager.default.contents(atPath: path) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { hashes[String(words[0])] = String(words[1]) }
    }
  }

  /// The hash of a file that is open.
  mutating func hash(of file: OpenFile, _ status: stat) -> String {
    let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
    let state =
      "\(status.st_dev):\(status.st_ino):\(status.st_size):" + times.joined(separator: ":")
    if let hash = hashes[state] { return hash }
    let hash = file.hash()
    hashes[state] = hash
    isChanged = true
    return hash
  }

  /// Keeps what was found, where it can be kept.
  func save() {
    guard isChanged else { return }
    // Only the latest are of use; a hundred builds of a developer need not stay.
    let lines = hashes.sorted { $0.key < $1.key }.suffix(256).map { "\($0.key) \($0.value)\n" }
    try? Data(lines.joined().utf8).write(to: URL(filePath: path), options: .atomic)
  }
}
