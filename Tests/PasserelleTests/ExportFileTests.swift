import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Passerelle

/// What an output may take the place of.
struct ExportFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func aFileIsReplacedWhenTheNewOneIsWholeAndKeepsItsMode() throws {
    defer { remove() }
    let path = try write("old", to: "a.txt")
    chmod(path, 0o640)
    let file = try ExportFile(path)
    try file.write("new")
    #expect(try read("a.txt") == "old")
    try file.close()

    #expect(try read("a.txt") == "new")
    #expect(try status(of: path).st_mode & 0o7777 == 0o640)
    #expect(try names() == ["a.txt"])
  }

  @Test func whatIsNotFinishedLeavesTheOldFileAndNothingElse() throws {
    defer { remove() }
    let path = try write("old", to: "a.txt")
    do {
      let file = try ExportFile(path)
      try file.write("new")
    }
    #expect(try read("a.txt") == "old")
    #expect(try names() == ["a.txt"])
  }

  @Test(arguments: ["there", "not yet there"])
  func aLinkIsFollowedAndStays(target: String) throws {
    defer { remove() }
    if target == "there" { _ = try write("old", to: target) }
    let link = folder.appending(path: "link").path
    try #require(symlink(target, link) == 0)
    try export("new", to: link)

    #expect(try read(target) == "new")
    #expect(try names() == ["link", target])
    #expect(try status(of: link).st_mode & S_IFMT == S_IFLNK)
  }

  @Test func aPipeIsWrittenToAndStays() throws {
    defer { remove() }
    let path = folder.appending(path: "pipe").path
    try #require(mkfifo(path, 0o600) == 0)
    let received = Self.reading { FileHandle(forReadingAtPath: path) }
    try export(String(repeating: "x", count: 200_000), to: path)

    #expect(received() == 200_000)
    #expect(try status(of: path).st_mode & S_IFMT == S_IFIFO)
    #expect(try names() == ["pipe"])
  }

  /// Only the administrator can make a device; it is the null device under another name.
  @Test(.enabled(if: geteuid() == 0))
  func aDeviceIsWrittenToAndStays() throws {
    defer { remove() }
    let path = folder.appending(path: "null").path
    guard mknod(path, S_IFCHR | 0o600, 0x103) == 0, access(path, W_OK) == 0,
      case let descriptor = open(path, O_WRONLY), descriptor >= 0
    else { return }
    close(descriptor)
    try export("new", to: path)

    #expect(try status(of: path).st_mode & S_IFMT == S_IFCHR)
    #expect(try names() == ["null"])
  }

  @Test func noInputIsReplacedUnderAnyOfItsNames() throws {
    defer { remove() }
    let input = try write("mine", to: "a.yaml")
    let (soft, hard) = (folder.appending(path: "soft").path, folder.appending(path: "hard").path)
    try #require(symlink("a.yaml", soft) == 0 && link(input, hard) == 0)

    for path in [input, soft, hard, folder.path + "/./a.yaml"] {
      let error = #expect(throws: ExportError.self) { try ExportFile(path, sparing: [input]) }
      #expect(error?.fault == .isInput)
    }
    #expect(try read("a.yaml") == "mine")
  }

  @Test func aFolderAndACircleOfLinksAreRefusedWithTheReason() throws {
    defer { remove() }
    let circle = folder.appending(path: "circle").path
    try #require(symlink("circle", circle) == 0)

    for path in [folder.path, circle, folder.path + "/none/a.txt"] {
      let error = #expect(throws: ExportError.self) { try ExportFile(path) }
      #expect("\(try #require(error))".contains("cannot be written: "))
    }
  }

  /// As some terminals and servers of scripts leave their pipes.
  @Test func aPipeThatDoesNotWaitIsWrittenWhole() throws {
    defer { remove() }
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    let reader = pipe.fileHandleForReading
    let received = Self.reading { reader }
    let error = WholeWrite.write(repeatElement(UInt8(ascii: "x"), count: 300_000), to: descriptor)
    try pipe.fileHandleForWriting.close()

    #expect(error == 0)
    #expect(received() == 300_000)
  }

  /// Counts what comes through a pipe, in a thread of its own: those of the tests may all be waiting.
  private static func reading(
    _ open: @escaping @Sendable () -> FileHandle?
  ) -> @Sendable () -> Int {
    let (done, count) = (DispatchSemaphore(value: 0), Counted())
    Thread.detachNewThread {
      let handle = open()
      usleep(20_000)
      count.bytes.withLock { $0 = handle?.readDataToEndOfFile().count ?? -1 }
      done.signal()
    }
    return {
      done.wait()
      return count.bytes.withLock { $0 }
    }
  }

  private final class Counted: Sendable {
    let bytes = Mutex(0)
  }

  private func export(_ text: String, to path: String) throws {
    let file = try ExportFile(path)
    try file.write(text)
    try file.close()
  }

  private func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func status(of path: String) throws -> stat {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }
}
