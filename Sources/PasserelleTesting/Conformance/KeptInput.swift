internal import Foundation
import PasserelleKit

/// The damaged input that is being read, on the disk: what ends the process leaves it behind.
///
/// It is in the folder `passerelle-conformance` of the system's temporary folder, and goes when all was
/// well.
struct KeptInput: ~Copyable {
  private let folder: URL
  private let path: URL
  private var isKept = false

  init(of adapter: String, file: String) {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "passerelle-conformance/\(adapter)-\(UUID().uuidString.prefix(8))")
    path = folder.appending(path: URL(filePath: file).lastPathComponent)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    if !isKept { try? FileManager.default.removeItem(at: folder) }
  }

  func write(_ bytes: [UInt8]) {
    try? Data(bytes).write(to: path)
  }

  /// Leaves the input on the disk, and says where.
  mutating func keep() -> String {
    isKept = true
    return path.path
  }
}
