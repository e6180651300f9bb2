internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

extension Console {
  /// Prints what was written, with the hash that `sha256sum` prints.
  static func print(_ file: StoreFile, as format: OutputFormat) throws {
    if format == .json { return print(try StoreFileAnswer(file).json(in: .none)) }
    print("wrote '\(file.path.printable)' (bytes: \(file.bytes))")
    print("content hash  \(file.contentHash)")
    print("SHA-256       \(file.sha256)")
  }
}
