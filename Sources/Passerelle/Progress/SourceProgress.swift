internal import Foundation
internal import PasserelleModel

/// How many bytes of some files have been read, in this process or in another.
///
/// Whoever reads a part leaves the file's own place behind what was read. An open file has one place for all
/// processes that share it, so that the host sees how far a worker has come, and a worker says nothing.
struct SourceProgress {
  private let report: WorkProgress.Report
  private let total: Int
  /// The bytes of what was read before.
  private var before = 0
  private var ticks = 0
  /// So many statements are taken between two looks.
  private static let pause = 512

  init(of files: [SourceFile], _ report: @escaping WorkProgress.Report) {
    self.report = report
    // What was in a container is read from where it was unpacked.
    total = files.flatMap(\.parts).reduce(0) { sum, part in
      sum + (part.content.map { Self.size(of: $0.file.descriptor) } ?? Self.size(at: part.path))
    }
  }

  /// Tells of a source that is being read, now and then.
  mutating func tick(_ source: Source) {
    ticks += 1
    guard ticks % Self.pause == 1 else { return }
    let done = source.parts.reduce(0) { $0 + Self.place(in: $1) }
    report(WorkProgress("reading", done: min(total, before + done), of: total, .bytes))
  }

  /// Tells that a source has been read.
  mutating func end(_ source: Source) {
    before += source.parts.reduce(0) { $0 + ($1.descriptor.map(Self.size) ?? 0) }
    report(WorkProgress("reading", done: min(total, before), of: total, .bytes))
  }

  /// Leaves the place of a file behind what was read.
  static func leave(_ descriptor: Int32, behind offset: UInt64, _ count: Int) {
    if count > 0 { lseek(descriptor, off_t(clamping: offset) + off_t(count), SEEK_SET) }
  }

  private static func place(in part: SourcePart) -> Int {
    part.descriptor.map { max(0, Int(lseek($0, 0, SEEK_CUR))) } ?? 0
  }

  private static func size(of descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func size(at path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
