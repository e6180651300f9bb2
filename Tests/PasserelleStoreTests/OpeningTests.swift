import Dispatch
import Foundation
import Synchronization
import Testing

@testable import PasserelleStore

struct OpeningTests {
  /// SQLite refuses one of two programs that make one store at the same time, and does not wait.
  @Test func aStoreThatManyMakeAtOnceOpensForEach() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "open-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let refusals = Mutex<[String]>([])
    for round in 0..<20 {
      let path = folder.appending(path: "\(round).db").path
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        do {
          _ = try CompetenceStore(path: path)
        } catch {
          refusals.withLock { $0.append("\(error)") }
        }
      }
    }

    #expect(refusals.withLock { $0 } == [])
  }
}
