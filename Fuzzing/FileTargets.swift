import Foundation

@testable import Passerelle
@testable import PasserelleAnswers

/// Files that are our own, or should be: others may have changed them, or a run that was ended.
enum FileTargets {
  /// The list of adapters that may run.
  static func trust(_ bytes: [UInt8]) {
    let path = write(bytes, to: "trust")
    guard var list = try? TrustList(at: path) else { return }
    for entry in list.entries { list.trust(entry) }
    try? list.save()
    // What is written is what is read again, and a name has one entry.
    let again = try? TrustList(at: path)
    precondition(again?.entries == list.entries)
  }

  /// The list of what was imported into a store.
  static func imports(_ bytes: [UInt8]) {
    _ = write(bytes, to: "store.imports.tsv")
    var list = ImportList(beside: folder + "/store")
    let entries = list.entries
    list.add(entries)
    list.save()
    precondition(ImportList(beside: folder + "/store").entries.count <= entries.count)
  }

  /// A batch, and, behind a NUL, what an earlier run has left of its answers.
  static func resume(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let answers = parts.count > 1 ? Array(parts[1]) : []
    guard var rows = try? BatchReader(Array(parts[0]), named: "batch", needing: ["from"]) else {
      return
    }
    rows.keepsBytes = true
    let path = write(answers, to: "answers")
    let header = rows.form.isTable ? rows.header + ["answer"] : []
    let output = try? BatchOutput(
      path: path, beside: "batch", isResumed: true, header: header, &rows)
    guard let output else { return }
    // Nothing of what is kept is changed, and what is made again is what stood behind it.
    let kept = FileManager.default.contents(atPath: path).map(Array.init) ?? []
    let hasMark = answers.starts(with: [0xEF, 0xBB, 0xBF])
    if let last = output.last, !hasMark {
      let text = last.dropLast(rows.form.isTable ? 2 : 1)
      precondition(answers.starts(with: kept) && answers.dropFirst(kept.count).starts(with: text))
    } else {
      precondition(answers.starts(with: kept) || output.done == 0)
    }
    while let row = rows.next() { _ = (row.reference, row.problem) }
  }

  /// The receipt of a batch.
  static func receipt(_ bytes: [UInt8]) {
    guard let receipt = try? BatchReceipt(contentsOf: write(bytes, to: "receipt")) else { return }
    precondition(receipt.isOfTheSameWork(as: receipt))
    _ = try? receipt.json(in: .none)
  }

  private static func write(_ bytes: [UInt8], to name: String) -> String {
    let path = folder + "/" + name
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(file >= 0 && Foundation.write(file, bytes, bytes.count) == bytes.count)
    close(file)
    return path
  }

  /// A folder that nobody else can write to.
  private static let folder: String = {
    let path = FileManager.default.temporaryDirectory.path + "/fuzzing-\(getpid())"
    mkdir(path, 0o700)
    atexit { try? FileManager.default.removeItem(atPath: FileTargets.folder) }
    return path
  }()
}
