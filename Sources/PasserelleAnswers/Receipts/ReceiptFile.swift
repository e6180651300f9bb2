internal import Foundation
internal import Passerelle

/// The file of a receipt: it says from the beginning what is being done, and at the end what was.
///
/// A run that is ended leaves a receipt that is not finished; the run that goes on must be the same work.
struct ReceiptFile {
  private let path: String

  /// Begins a receipt.
  ///
  /// - Parameters:
  ///   - path: The file; a receipt that is there is replaced.
  ///   - receipt: What is going to be done.
  ///   - isResumed: Whether there are answers already, of which the receipt that is there tells.
  /// - Throws: `BatchError` if that is of other work, or the file is another one; `ExportError` if it
  ///   cannot be written.
  init(at path: String, beginning receipt: BatchReceipt, isResumed: Bool) throws {
    self.path = path
    let isThere = FileManager.default.fileExists(atPath: path)
    let before = isThere ? try? BatchReceipt(contentsOf: path) : nil
    guard isThere == (before != nil) else { throw BatchError.receiptNotEmpty(path) }
    if isResumed {
      guard let before else { throw BatchError.noReceipt(path) }
      guard before.isOfTheSameWork(as: receipt) else { throw BatchError.receiptIsOther(path) }
    }
    try write(receipt)
  }

  /// Puts a receipt in its place.
  ///
  /// - Throws: `ExportError` if it cannot be written.
  func write(_ receipt: BatchReceipt) throws {
    let file = try ExportFile(path)
    try file.write(try receipt.json(in: .none) + "\n")
    try file.close()
  }
}

extension BatchReceipt {
  /// Reads a receipt.
  ///
  /// - Throws: `SourceFileError` if the file cannot be read, `BatchError` if it is no receipt.
  package init(contentsOf path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SourceFileError(path: path, why: "there is no such file, or it may not be read")
    }
    guard let kind = try? JSONDecoder().decode(Kind.self, from: bytes),
      kind.schema == AnswerSchema.version, kind.answer == Self.kind,
      let receipt = try? JSONDecoder().decode(Self.self, from: bytes),
      receipt.input.sum != nil, receipt.output.sum != nil
    else { throw BatchError.notAReceipt(path) }
    self = receipt
  }

  private struct Kind: Decodable {
    var schema: Int
    var answer: String
  }
}
