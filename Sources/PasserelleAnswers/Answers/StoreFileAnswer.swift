package import Passerelle
internal import PasserelleModel

/// A snapshot or a backup that was written.
public struct StoreFileAnswer: Answer {
  /// The kind of answer.
  public static let kind = "store-file"

  /// The file.
  public let file: String
  /// How many bytes it has.
  public let bytes: Int
  /// SHA-256 of the file.
  public let sha256: String
  /// The hash of everything that it says.
  public let contentHash: String
  /// What it holds that does not come with the program, by name.
  public let imports: [String]

  package init(_ file: StoreFile) {
    self.file = file.path
    bytes = file.bytes
    sha256 = file.sha256
    contentHash = file.contentHash
    imports = file.imports
  }

  /// The file for people: its hash and its name, as `sha256sum` prints and checks them.
  public func lines(by pen: Pen) -> [String] { ["\(sha256)  \(file)".printable] }
}
