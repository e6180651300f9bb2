internal import Foundation
public import PasserelleKit

/// A source of a dialect, as small as shows what its adapter does.
///
/// The rules of conformance are tried on it. A few kilobytes are enough: what grows with the sample is
/// the time that its damaged copies take.
public struct Sample: Sendable {
  /// A file of a sample.
  public struct File: Sendable {
    /// The name, as the host would give it: relative, with `/`.
    public var name: String
    /// What stands in it.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The files: one, or those of a source that is read together.
  public var files: [File]

  /// Creates a sample of its files.
  public init(_ files: [File]) {
    self.files = files
  }

  /// Creates a sample of one file.
  public init(_ text: String, named name: String) {
    self.init([File(name: name, bytes: Array(text.utf8))])
  }

  /// Creates a sample of several files.
  public init(_ files: [(name: String, text: String)]) {
    self.init(files.map { File(name: $0.name, bytes: Array($0.text.utf8)) })
  }

  /// Reads a sample of one file from the disk.
  ///
  /// - Parameters:
  ///   - path: Where the file is, from the folder of the test that asks for it.
  ///   - file: The file of the test.
  /// - Throws: The error of the system where it cannot be read.
  public init(contentsOf path: String, file: String = #filePath) throws {
    let place = URL(filePath: file).deletingLastPathComponent().appending(path: path)
    self.init([File(name: place.lastPathComponent, bytes: Array(try Data(contentsOf: place)))])
  }

  /// The sample as an adapter is given it.
  public var source: Source {
    Source(
      parts: files.enumerated().map { index, file in
        let part = SourcePart(name: file.name, bytes: file.bytes)
        return SourcePart(name: file.name, index: index) { part.read(at: $0, into: $1) }
      })
  }
}
